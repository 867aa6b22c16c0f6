import HTML

/// Renders a text for the web.
package struct HTMLRenderer: Sendable {
  /// What the HTML is like.
  package enum Flavour: Sendable {
    /// As cmark-gfm writes it with raw HTML off: the same tree gives the same HTML.
    case gfm
    /// As the site shows it: heading anchors, figures with sized pictures, tables in scrolling regions, footnotes that
    /// speak French.
    case site
  }

  package let flavour: Flavour
  /// What the `id`s of this text begin with, so that several texts can stand on one page: ASCII letters, digits, `-`.
  package let idPrefix: String
  /// The address of the page on which the text stands, in front of the fragments that lead to its notes: empty on that page
  /// itself.
  package let page: String
  /// Whether the first picture is among the first things seen on the page, and is fetched at once.
  package let isFirstPictureEager: Bool
  /// How wide pictures are shown: the `sizes` of HTML.
  package let imageSizes: String
  /// How wide pictures that stand side by side are shown: the `sizes` of HTML.
  package let gallerySizes: String
  /// The address to write for a path of the site.
  let link: @Sendable (String) -> String

  /// What a page's column of text comes to. On dense screens it is said to be narrower than it is: half as many pixels again
  /// as there are points look sharp, all of them would weigh several times as much, and who wants more opens the picture.
  package static let columnSizes =
    "(min-resolution: 2.5x) 20rem, (min-resolution: 1.5x) 30rem, (min-width: 44rem) 42rem, 100vw"
  /// What half the column comes to, on a phone its width; see ``columnSizes``.
  package static let halfSizes =
    "(min-resolution: 2.5x) 10rem, (min-resolution: 1.5x) 15rem, (min-width: 32rem) 20rem, 100vw"

  package init(
    flavour: Flavour = .site, idPrefix: String = "", page: String = "", isFirstPictureEager: Bool = true,
    imageSizes: String = columnSizes, gallerySizes: String = halfSizes,
    link: @escaping @Sendable (String) -> String = { $0 }
  ) {
    self.flavour = flavour
    self.idPrefix = idPrefix
    self.page = page
    self.isFirstPictureEager = isFirstPictureEager
    self.imageSizes = imageSizes
    self.gallerySizes = gallerySizes
    self.link = link
  }

  package func render(_ document: Document) -> HTML {
    switch flavour {
    case .gfm:
      var writer = GFMWriter(footnotes: document.footnotes, link: link)
      writer.write(document)
      return HTML(raw: writer.text)
    case .site:
      var writer = SiteWriter(self)
      writer.write(document)
      return HTML(raw: writer.text)
    }
  }

  /// What an author meant who wrote both Markdown and HTML, as HTML: to be read again by who takes apart what is in it, never
  /// to be shown.
  package static func source(of document: Document) -> String {
    var writer = GFMWriter(footnotes: [], keepsRaw: true) { $0 }
    writer.write(document)
    return HTML(raw: writer.text).text
  }

  /// Running text without a block around it.
  package func render(_ inlines: [Inline]) -> HTML {
    switch flavour {
    case .gfm:
      var writer = GFMWriter(footnotes: [], link: link)
      writer.write(inlines)
      return HTML(raw: writer.text)
    case .site:
      var writer = SiteWriter(self)
      writer.write(inlines)
      return HTML(raw: writer.text)
    }
  }
}
