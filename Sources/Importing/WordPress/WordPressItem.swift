import Foundation
import Site
import Text
import Time

/// An `item` of a WordPress export (WXR 1.2): a post, a page, a picture, an event.
struct WordPressItem: Sendable {
  let title: String
  let link: String
  let guid: String
  let content: String
  let excerpt: String
  let number: String
  let type: String
  let status: String
  let slug: String
  let parent: String
  let isProtected: Bool
  /// Whether it stands before newer ones.
  let isSticky: Bool
  let comments: Int
  /// On the clock of the old site; `nil` where it has none.
  let date: CivilDateTime?
  let modified: CivilDateTime?
  let attachment: String
  /// Taxonomy, slug and name.
  let terms: [(taxonomy: String, slug: String, name: String)]
  /// Values of plug-ins, by key; of several with one key all.
  private let meta: [String: [String]]

  init(_ element: MarkupElement) {
    var texts: [String: String] = [:]
    var terms: [(String, String, String)] = []
    var meta: [String: [String]] = [:]
    var comments = 0
    for child in element.elements {
      switch child.name {
      case "category":
        let name = child.text
        terms.append((child.attributes["domain"] ?? "category", child.attributes["nicename"] ?? "", name))
      case "postmeta":
        if let key = child.first("meta_key")?.text {
          meta[key, default: []].append(child.first("meta_value")?.text ?? "")
        }
      case "comment": comments += 1
      // Two elements have this name, in two namespaces.
      case "encoded": texts[child.namespace.holds("excerpt") ? "excerpt" : "content"] = child.text
      default: texts[child.name] = texts[child.name] ?? child.text
      }
    }
    title = texts["title"] ?? ""
    link = (texts["link"] ?? "").collapsingWhitespace
    guid = (texts["guid"] ?? "").collapsingWhitespace
    content = texts["content"] ?? ""
    excerpt = texts["excerpt"] ?? ""
    number = (texts["post_id"] ?? "").collapsingWhitespace
    type = (texts["post_type"] ?? "").collapsingWhitespace
    status = (texts["status"] ?? "").collapsingWhitespace
    // Squarespace gives the whole path.
    let name = PercentCoding.decoded((texts["post_name"] ?? "").collapsingWhitespace)
    slug = name.split(separator: "/").last.map(String.init) ?? ""
    parent = (texts["post_parent"] ?? "").collapsingWhitespace
    isProtected = !(texts["post_password"] ?? "").collapsingWhitespace.isEmpty
    isSticky = (texts["is_sticky"] ?? "").collapsingWhitespace == "1"
    date = Self.date(texts["post_date"])
    modified = Self.date(texts["post_modified"])
    attachment = (texts["attachment_url"] ?? "").collapsingWhitespace
    self.comments = comments
    self.terms = terms
    self.meta = meta
  }

  /// What it becomes here; `nil` where it becomes nothing of its own.
  var kind: EntryKind? {
    if status == "trash" || status == "auto-draft" { return nil }
    return switch type {
    case "post": .news
    case "page": .page
    case "tribe_venue": .place
    case "tribe_organizer": .partner
    // Of Events Manager; other plug-ins have locations that are no places of events.
    case "location": value("_location_id") == nil ? nil : .place
    default: EventPlugin(self) == nil ? nil : .event
    }
  }

  /// The types of what others show: pictures and files, and texts that they put into theirs.
  private static let (attachment, part) = ("attachment", "wp_block")

  var isAttachment: Bool { type == Self.attachment }

  /// Whether it is a text that others put into theirs.
  var isPart: Bool { type == Self.part && status == "publish" && !isProtected }

  /// Whether others show what an item holds.
  static func isShownByOthers(_ element: MarkupElement) -> Bool {
    let type = element.first("post_type")?.text.collapsingWhitespace
    return type == attachment || type == part
  }

  /// The first value of a plug-in, without blanks around it; `nil` where there is none or it is empty.
  func value(_ key: String) -> String? {
    let value = (meta[key]?.first ?? "").collapsingWhitespace
    return value.isEmpty ? nil : value
  }

  /// A value that PHP wrote, whose lengths count every blank.
  func phpValue(_ key: String) -> PHPValue? { meta[key]?.first.flatMap { PHPValue($0) } }

  /// The notes of its text, in HTML, by what their marks call them (`core/footnotes`).
  var notes: [String: String] {
    guard let text = meta["footnotes"]?.first, !text.isEmpty,
      let notes = try? JSONDecoder().decode([Note].self, from: Data(text.utf8))
    else { return [:] }
    return Dictionary(notes.map { ($0.id, $0.content) }) { first, _ in first }
  }

  private struct Note: Decodable {
    var id: String
    var content: String
  }

  /// What a theme, or somebody, keeps about it under names of its own, in the order of these.
  var customFields: [(name: String, text: String)] {
    meta.sorted { $0.key < $1.key }.compactMap { key, values in
      guard let text = values.first, !text.isEmpty, !Self.isInternal(text) else { return nil }
      return (String(key.drop { $0 == "_" }), text)
    }
  }

  /// Whether a field holds what only its plug-in understands: its own name (`field_5f3…`), a value of PHP.
  private static func isInternal(_ text: String) -> Bool {
    text.hasPrefix("field_") || text.wholeMatch(of: /[aO]:\d+:.*/.dotMatchesNewlines()) != nil
  }

  func values(_ key: String) -> [String] { (meta[key] ?? []).map(\.collapsingWhitespace).filter { !$0.isEmpty } }

  /// All that it says, in one text.
  var everything: String {
    let meta = self.meta.filter { !Self.isVolatile($0.key) }.sorted { $0.key < $1.key }
      .map { $0 + "=" + Self.listed($1) }
    return ([title, link, content, excerpt, status, slug, parent, attachment] + terms.map { $0.1 + $0.2 } + meta)
      .joined(separator: "\u{0}")
  }

  /// As Swift writes a list of texts, which fingerprints that stand in files are of.
  private static func listed(_ values: [String]) -> String {
    // As most are: one, and nothing in it that would be written in another way.
    if values.count == 1,
      !values[0].holdsByte(where: {
        !(0x20..<0x7F).contains($0) || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\")
      })
    {
      return "[\"" + values[0] + "\"]"
    }
    return "\(values)"
  }

  /// What WordPress changes by itself.
  private static func isVolatile(_ key: String) -> Bool {
    ["_edit_lock", "_edit_last", "_pingme", "_encloseme"].contains(key) || key.hasPrefix("_oembed")
      || key.holds("views")
  }

  /// `2019-05-03 10:00:00`; all zeros where there is none.
  static func date(_ text: String?) -> CivilDateTime? {
    let text = (text ?? "").collapsingWhitespace
    if let stamp = ISOTimestamp(text)?.clock { return stamp.day.year > 0 ? stamp : nil }
    guard case .minute(let minute)? = PartialDate(iso: text) else { return nil }
    return minute
  }
}
