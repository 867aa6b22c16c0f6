import HTML
import Markup
import Presenting
import Site

extension Champigny {
  /// The picture of an entry at the head of its page.
  func leadPicture(_ image: Image?, _ context: PageContext) -> HTML? {
    guard let image else { return nil }
    let figure = Document(blocks: [.figure(Figure(image: image, caption: []))])
    // A poster stands beside the text where there is room.
    let isPortrait = image.picture.map { $0.height > $0.width } ?? false
    return """
      <div class="\(isPortrait ? "picture portrait" : "picture")">
      \(context.renderer.render(figure))
      </div>
      """
  }

  /// The picture of an entry in a list: a decoration there, as the title beside it says what it is about.
  func thumbnail(_ image: Image?, _ context: PageContext) -> HTML? {
    picture(image, class: "thumbnail", width: 600, sizes: HTMLRenderer.halfSizes, context)
  }

  /// The picture of an event beside its line.
  func smallPicture(_ image: Image?, _ context: PageContext) -> HTML? {
    picture(image, class: "small-picture", width: 240, sizes: "6rem", context)
  }

  private func picture(
    _ image: Image?, class name: String, width: Int, sizes: String, _ context: PageContext
  ) -> HTML? {
    guard let picture = image?.picture, let file = picture.lightest(width: width) else { return nil }
    let choices = picture.variants(file.format).map { "\(context.link(SitePath($0.path))) \($0.width)w" }.joined(
      separator: ", ")
    return """
      <img class="\(name)" src="\(context.link(SitePath(file.path)))" srcset="\(choices)" sizes="\(sizes)" alt="" width="\(file.width)" height="\(file.height)" loading="lazy" decoding="async">
      """
  }
}

extension Picture {
  /// The file at least so wide in the lightest format there is; all that show the site know it.
  func lightest(width: Int) -> Variant? { best(variants(.webp).isEmpty ? safeFormat : .webp, width: width) }
}
