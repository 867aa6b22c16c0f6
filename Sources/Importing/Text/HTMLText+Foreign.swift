import Diagnostics
import Markup
import Text

// What is shown by others.
extension HTMLText {
  mutating func addEmbedded(_ element: MarkupElement) {
    let address = Self.words(element.text)
    guard address.isWebAddress, !address.contains(" ") else { return visitBlock(element.children) }
    addForeignLink("iframe", to: address, title: element.attribute("title"))
  }

  /// A file to download: its name leads to it; a button that does the same, and a view of it, say nothing more.
  mutating func addFile(_ element: MarkupElement) {
    let isNamed = element.elements.contains { $0.name == "a" && !Self.isButton($0) }
    visitBlock(
      element.children.filter { node in
        guard isNamed, case .element(let child) = node else { return true }
        return child.name != "object" && !(child.name == "a" && Self.isButton(child))
      })
  }

  private static func isButton(_ link: MarkupElement) -> Bool { link.classes.contains("wp-block-file__button") }

  /// `[playlist]`: recordings and films, each with its title.
  mutating func addPlaylist(_ element: MarkupElement) {
    var items: [ListItem] = []
    for identity in element.attribute("ids")?.split(separator: ",") ?? [] {
      let address = ImportMedium.scheme + identity.filter(\.isNumber)
      guard case .to(let target) = options.link(address) else { continue }
      var run = InlineRun()
      nextLink += 1
      run.add(
        options.name(address) ?? EmbeddedAddress.words(for: target, "audio"),
        InlineRun.Style(link: InlineRun.Target(address: MarkdownAddress.written(target), number: nextLink)))
      items.append(ListItem(blocks: [.paragraph(run.line(separator: ""))]))
    }
    if items.isEmpty {
      remark { .importLeftOut($0, what: "playlist") }
    } else {
      add(.list(Self.list(start: nil, items)))
    }
  }

  mutating func visitForeign(_ element: MarkupElement) {
    switch element.name {
    case "iframe", "frame":
      let address = element.attribute("src") ?? element.attribute("data-src")
      guard let address, !address.hasPrefix("about:"), !address.hasPrefix("data:") else {
        remark { .importLeftOut($0, what: "iframe") }
        return
      }
      addForeignLink("iframe", to: Self.withScheme(address), title: element.attribute("title"))
    case "audio", "video", "gz-audio", "gz-video", "object", "embed", "applet":
      let names = ["src", "mp4", "mp3", "m4a", "ogg", "webm", "data", "href"]
      let sources = [element] + element.allBelow { $0.name == "source" || $0.name == "embed" }
      let address = sources.lazy.compactMap { source in names.lazy.compactMap { source.attribute($0) }.first }.first
      guard let address else {
        remark { .importLeftOut($0, what: element.name) }
        return
      }
      addForeignLink(
        element.name.replacing("gz-", with: ""), to: Self.withScheme(address), title: element.attribute("title"))
    case "noscript":
      // What is shown without script: mostly a picture that a script shows too.
      if element.firstBelow(where: { $0.name == "img" }) == nil { visit(element.children) }
    case "form": remark { .importForm($0, words: Self.words(element.textWithoutScripts)) }
    case "script": remark { .importLeftOut($0, what: "script") }
    case "button":
      if !element.text.allSatisfy(\.isWhitespace) { remark { .importForm($0, words: Self.words(element.text)) } }
    case "input", "select", "textarea", "datalist":
      if element.attribute("type")?.lowercased() != "hidden" { remark { .importForm($0, words: "") } }
    case "svg", "canvas", "map", "math", "dialog", "frameset", "progress", "meter":
      remark { .importLeftOut($0, what: element.name) }
    default: break
    }
  }

  /// Films and maps of others are a link to where they are.
  mutating func addForeignLink(_ what: String, to address: String, title: String?) {
    let target: String
    switch options.link(EmbeddedAddress.page(of: address)) {
    case .to(let resolved): target = resolved
    // What is not brought here may still be seen where it is.
    case .words where TextConversion.canLead(address): target = address
    case .words: return remark { .importLeftOut($0, what: what) }
    }
    // What is another page of the same site is a link like others.
    if target.contains("://") { remark { .importEmbedded($0, what: what, address: target) } }
    let words = Self.words(title ?? options.name(address) ?? "")
    flush()
    addLink(words.isEmpty ? EmbeddedAddress.words(for: target, what) : words, to: target)
    flush()
  }

  private static func withScheme(_ address: String) -> String {
    address.hasPrefix("//") ? "https:" + address : address
  }
}

extension MarkupElement {
  fileprivate var textWithoutScripts: String {
    children.map { node in
      switch node {
      case .text(let text): text
      case .comment: ""
      case .element(let element):
        ["script", "style", "option"].contains(element.name) ? "" : element.textWithoutScripts
      }
    }.joined(separator: " ")
  }
}

/// What players that stand in a page of somebody else show, as a page of its own.
enum EmbeddedAddress {
  /// Who shows films and pictures, by the name of the instruction that puts one into a page.
  enum Player: String {
    case youtube, vimeo, dailymotion, instagram

    func page(of identity: String) -> String {
      switch self {
      case .youtube: "https://www.youtube.com/watch?v=" + identity
      case .vimeo: "https://vimeo.com/" + identity
      case .dailymotion: "https://www.dailymotion.com/video/" + identity
      case .instagram: "https://www.instagram.com/p/\(identity)/"
      }
    }
  }

  static func page(of address: String) -> String {
    guard let (host, path) = OldSite.parts(of: address) else { return address }
    let steps = path.withoutQuery.split(separator: "/").map(String.init)
    guard let last = steps.last else { return address }
    switch host {
    case "youtube.com" where steps.first == "embed" && last != "embed" && last != "videoseries",
      "youtube-nocookie.com" where steps.first == "embed" && last != "embed" && last != "videoseries":
      return Player.youtube.page(of: last)
    case "player.vimeo.com" where steps.first == "video": return Player.vimeo.page(of: last)
    case "dailymotion.com" where steps.first == "embed": return Player.dailymotion.page(of: last)
    case "google.com" where steps.first == "maps" && last == "embed": return address
    default: return address
    }
  }

  /// - Parameters:
  ///   - identity: what the player calls it.
  ///   - player: the name of the instruction that shows it.
  /// - Returns: `nil` where that is no player, or `identity` none of its names.
  static func page(of identity: String, shownBy player: String) -> String? {
    guard !identity.isEmpty, identity.utf8.allSatisfy({ $0.isLetter || $0.isDigit || $0 == 0x2D || $0 == 0x5F }) else {
      return nil
    }
    return Player(rawValue: player)?.page(of: identity)
  }

  static func words(for address: String, _ what: String) -> String {
    let host = OldSite.parts(of: address)?.host ?? ""
    let kind =
      switch host {
      case "youtube.com", "youtu.be", "vimeo.com", "dailymotion.com", "peertube.fr": "Voir la vidéo"
      case "google.com", "openstreetmap.org", "umap.openstreetmap.fr", "framacarte.org": "Voir la carte"
      case "soundcloud.com", "w.soundcloud.com", "open.spotify.com": "Écouter"
      default:
        switch what {
        case "video": "Voir la vidéo"
        case "audio": "Écouter"
        default: "Voir"
        }
      }
    return host.isEmpty ? kind : "\(kind) sur \(host)"
  }
}
