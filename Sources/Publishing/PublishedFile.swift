import HTML
import Site

/// One file of the published site. Each way to make one judges the name that it is published under by ``MediaType``, and
/// there is no other way: what is in no row of that table can't be put into a publication, but for the files for machines
/// that stand in a folder of their own.
package struct PublishedFile: Sendable {
  package enum Content: Sendable {
    /// Made when asked for; the same bytes each time.
    case rendered(@Sendable () throws -> [UInt8])
    /// A file of the project, copied as it is: its path from the project's root.
    case copy(of: String)
  }

  /// Whose file it is, for those who have to choose between two at one address.
  package enum Owner: Sendable, Hashable {
    /// A file, from the project's root, that it is made of.
    case file(String)
    /// The program: what people call it, in French.
    case program(String)
  }

  /// Its path in Output: relative, `/` between folders, no `..`: `agenda/champysoupe/index.html`.
  package let path: String
  package let type: MediaType
  package let content: Content
  package let owner: Owner
  /// Whether it takes as long as a hundred others, for all of the site is in it: to be begun first.
  package let isSlow: Bool

  private init(path: String, type: MediaType, owner: Owner, isSlow: Bool = false, content: Content) {
    self.path = path
    self.type = type
    self.owner = owner
    self.isSlow = isSlow
    self.content = content
  }

  // MARK: What the program makes

  /// A page, whose template is to be sound.
  init(page path: SitePath, owner: Owner, isSlow: Bool = false, render: @escaping @Sendable () throws -> HTML) {
    self.init(
      path: path.outputFile, type: .html, owner: owner, isSlow: isSlow,
      content: .rendered {
        try render().checkedBytes(for: path)
      })
  }

  /// A text of the program's own: a feed, a mail, what servers are given.
  package init(
    _ path: SitePath, owner: Owner = .program("le programme"), isSlow: Bool = false,
    text: @escaping @Sendable () throws -> String
  ) {
    self.init(bytes: path, owner: owner, isSlow: isSlow) { Array(try text().utf8) }
  }

  /// A file of the program's own, as bytes.
  init(
    bytes path: SitePath, owner: Owner, isSlow: Bool = false, render: @escaping @Sendable () throws -> [UInt8]
  ) {
    let file = path.outputFile
    self.init(
      path: file, type: MediaType(ofFile: file) ?? .unknown, owner: owner, isSlow: isSlow, content: .rendered(render))
  }

  /// A file of the theme; `nil` where its kind is not published.
  init?(asset: ThemeAsset, at path: SitePath) {
    let file = path.outputFile
    guard let type = MediaType(ofFile: file) else { return nil }
    self.init(path: file, type: type, owner: .program("le thème"), content: .rendered { asset.contents })
  }

  // MARK: What volunteers give

  /// A file that a text leads to, published as it is; `nil` where its kind may not be, or is one that is made anew. Whether
  /// its bytes are what its name says, who reads the content has looked.
  package init?(_ attachment: Attachment) {
    let file = attachment.path.outputFile
    guard let type = MediaType(ofFile: file), type.origin == .attachment else { return nil }
    self.init(path: file, type: type, owner: .file(attachment.source), content: .copy(of: attachment.source))
  }

  /// A picture that the program made of the photograph `source`. `nil` for any other kind.
  package init?(picture path: SitePath, of source: String, content: Content) {
    let file = path.outputFile
    guard let type = MediaType(ofFile: file), type.origin == .picture, type.delivery == .page else { return nil }
    self.init(path: file, type: type, owner: .file(source), content: content)
  }

  /// A drawing; `inspected` gives its bytes once they have been looked into. `nil` for any other kind.
  package init?(drawing path: SitePath, of source: String, inspected: @escaping @Sendable () throws -> [UInt8]) {
    let file = path.outputFile
    guard let type = MediaType(ofFile: file), type.origin == .picture, type.delivery == .sandboxed else { return nil }
    self.init(path: file, type: type, owner: .file(source), content: .rendered(inspected))
  }

  /// A file for machines, copied as it is to where it stands below `Content/racine/`.
  package init(_ file: MachineFile) {
    self.init(
      path: file.path, type: MediaType(ofFile: file.path) ?? .unknown, owner: .file(file.source),
      content: .copy(of: file.source))
  }
}

/// A template of the theme put a value where none may stand: the page is reported instead of published.
package struct TemplateFault: Error, Sendable, Hashable, CustomStringConvertible {
  /// The address of the page.
  package var path: SitePath
  /// What the template did wrong, as ``HTML/HTML/faults`` gives it.
  package var faults: [String]

  package var description: String {
    "Le thème a mal construit la page \(path.text) : \(faults.joined(separator: " ; "))."
  }
}

extension HTML {
  /// The text of a page that stands at `path`.
  ///
  /// - Throws: ``TemplateFault`` where the template put a value where none may stand.
  package func checkedText(for path: SitePath) throws -> String {
    String(decoding: try checkedBytes(for: path), as: UTF8.self)
  }

  /// The page in UTF-8.
  ///
  /// - Throws: ``TemplateFault`` where the template put a value where none may stand.
  func checkedBytes(for path: SitePath) throws -> [UInt8] {
    guard faults.isEmpty else { throw TemplateFault(path: path, faults: faults) }
    return bytes
  }
}
