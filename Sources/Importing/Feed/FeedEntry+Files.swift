import Site
import Text

// What a feed has beside the text of an entry: pictures, recordings, films, documents.
extension FeedEntry {
  struct File {
    let address: String
    /// In words: of a picture, what it shows.
    let description: String
    fileprivate let type: String

    /// Its type says so, or, where a feed has none, its name.
    fileprivate func isOf(_ sort: String) -> Bool {
      type.isEmpty
        ? MediaType(ofFile: String(address.withoutQuery))?.name.hasPrefix(sort) ?? false : type.hasPrefix(sort)
    }

    var isPicture: Bool { isOf("image/") }

    /// As a text shows it.
    var html: String {
      let written = XMLWriter.escaped(address)
      if isPicture { return "<p><img src=\"\(written)\" alt=\"\(XMLWriter.escaped(description))\"></p>" }
      for sort in ["audio", "video"] where isOf(sort + "/") { return "<\(sort) src=\"\(written)\"></\(sort)>" }
      let name = address.withoutQuery.split(separator: "/").last.map { PercentCoding.decoded(String($0)) } ?? address
      return "<p><a href=\"\(written)\">\(XMLWriter.escaped(description.isEmpty ? name : description))</a></p>"
    }
  }

  /// The files that do not stand in `text`. Of a film in several sizes, one.
  func files(beside text: String) -> [File] {
    let enclosures = elements.compactMap { child -> File? in
      guard isOwn(child) else { return nil }
      switch child.name {
      case "enclosure": return Self.file(child, at: child.attributes["url"], description: "")
      case "link" where child.attributes["rel"] == "enclosure":
        return Self.file(child, at: child.attributes["href"], description: child.attributes["title"] ?? "")
      default: return nil
      }
    }
    let media = elements.filter(Module.media.has).flatMap { child -> [File] in
      switch child.name {
      case "content": return [Self.medium(child)].compactMap { $0 }
      case "group": return Array(child.elements.filter { $0.name == "content" }.compactMap(Self.medium).prefix(1))
      default: return []
      }
    }
    let known = Set(enclosures.map(\.address))
    return (enclosures + media.filter { !known.contains($0.address) }).uniqued(by: \.address).filter { file in
      // The face of who wrote it is none of the text.
      !(OldSite.parts(of: file.address)?.host.hasSuffix("gravatar.com") ?? true)
        && !text.contains(XMLWriter.escaped(file.address)) && !text.contains(file.address)
    }
  }

  private static func medium(_ element: MarkupElement) -> File? {
    let words = element.elements.first { $0.name == "description" && Module.media.has($0) }?.text ?? ""
    let medium = element.attributes["medium"].map { $0 + "/" } ?? ""
    return file(element, at: element.attributes["url"], description: words, type: medium)
  }

  private static func file(
    _ element: MarkupElement, at address: String?, description: String, type: String = ""
  ) -> File? {
    let address = Self.address(address ?? "")
    guard !address.isEmpty else { return nil }
    let given = element.attributes["type"]?.lowercased() ?? ""
    return File(
      address: address, description: HTMLWords.text(of: description), type: given.isEmpty ? type : given)
  }
}
