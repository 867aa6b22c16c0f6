import Text

// What a feed has beside the text of an entry.
extension FeedEntry {
  /// Pictures, recordings, films, documents. Of a film in several sizes, one.
  var files: [AttachedFile] {
    let enclosures = elements.compactMap { child -> AttachedFile? in
      guard isOwn(child) else { return nil }
      let (type, title) = (child.attributes["type"], child.attributes["title"] ?? "")
      switch child.name {
      case "enclosure": return AttachedFile(at: child.attributes["url"], type: type)
      case "link" where child.attributes["rel"] == "enclosure":
        return AttachedFile(at: child.attributes["href"], type: type, description: title)
      default: return nil
      }
    }
    let media = elements.filter(Module.media.has).flatMap { child -> [AttachedFile] in
      switch child.name {
      case "content": return [Self.medium(child)].compactMap { $0 }
      case "group": return Array(child.elements.filter { $0.name == "content" }.compactMap(Self.medium).prefix(1))
      default: return []
      }
    }
    // The face of who wrote it is none of the text.
    return (enclosures + media).uniqued(by: \.address).filter {
      !(OldSite.parts(of: $0.address)?.host.hasSuffix("gravatar.com") ?? true)
    }
  }

  private static func medium(_ element: MarkupElement) -> AttachedFile? {
    let words = element.elements.first { $0.name == "description" && Module.media.has($0) }?.text ?? ""
    let type = element.attributes["type"] ?? element.attributes["medium"].map { $0 + "/" }
    return AttachedFile(at: element.attributes["url"], type: type, description: words)
  }
}
