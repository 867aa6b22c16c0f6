import Site
import Text

/// A file that a source has beside the text of an entry: a picture, a recording, a film, a document.
struct AttachedFile {
  let address: String
  /// In words: of a picture, what it shows; else what it is called. Empty where nobody says it.
  let description: String
  /// As a media type (RFC 6838), or its first half with the slash; empty where nobody says it.
  private let type: String

  /// - Returns: `nil` where there is no address.
  init?(at address: String?, type: String?, description: String = "") {
    let address = OldSite.unbroken(address ?? "")
    guard !address.isEmpty else { return nil }
    self.address = address
    self.type = type?.lowercased() ?? ""
    self.description = HTMLWords.text(of: description)
  }

  /// Its type says so, or, where it has none, its name.
  private func isOf(_ sort: String) -> Bool {
    type.isEmpty ? MediaType(ofFile: String(address.withoutQuery))?.name.hasPrefix(sort) ?? false : type.hasPrefix(sort)
  }

  /// Pages that show a file are none.
  var isPicture: Bool { isOf("image/") && OldSite.parts(of: address)?.host != "drive.google.com" }

  /// As a text shows it.
  fileprivate var html: String {
    let written = XMLWriter.escaped(address)
    if isPicture { return "<p><img src=\"\(written)\" alt=\"\(XMLWriter.escaped(description))\"></p>" }
    for sort in ["audio", "video"] where isOf(sort + "/") { return "<\(sort) src=\"\(written)\"></\(sort)>" }
    let name = address.withoutQuery.split(separator: "/").last.map { PercentCoding.decoded(String($0)) } ?? address
    return "<p><a href=\"\(written)\">\(XMLWriter.escaped(description.isEmpty ? name : description))</a></p>"
  }
}

extension ImportItem {
  /// Files beside a text that are looked for in it, at most.
  private static let mostFiles = 100

  /// Puts files where they are seen: the first picture is that of the entry, where its text shows none; the rest stands below the
  /// text. Of a picture sources have other sizes besides, of those that a text shows too: one is enough.
  mutating func add(_ files: [AttachedFile], below html: inout String) {
    // Of very many, none is looked for: no author has put them there.
    var files =
      files.count > Self.mostFiles
      ? files : files.filter { !html.contains($0.address) && !html.contains(XMLWriter.escaped($0.address)) }
    if html.holds("<img") { files.removeAll(where: \.isPicture) }
    files = files.uniqued(by: {
      $0.isPicture ? MediaFolder.originals(of: String($0.address.withoutQuery))[0] : $0.address
    })
    if let first = files.firstIndex(where: \.isPicture) {
      let picture = files.remove(at: first)
      fields.append((.image, .picture(picture.address, alternative: .imageAlternative, words: picture.description)))
    }
    html += files.map { "\n" + $0.html }.joined()
  }
}
