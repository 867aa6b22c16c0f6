import Files
import Reading
import Text

/// A text as a program gives it out that publishes for others: what it knows of it, besides the page that holds the text.
struct ExportedPost: Hashable {
  /// Empty where it has none.
  var title: String
  /// When it was published (ISO 8601); `nil` where it was not, or nobody says when.
  var date: String?
  var summary: String?
  /// Where it was; `nil` where nobody saw it.
  var address: String?
  /// Why it is none to publish, in French.
  var draft: String?

  // MARK: Medium

  /// What a page of an export of Medium says of its text (microformats, h-entry); `nil` where `body` is no such page.
  init?(medium body: MarkupElement) {
    func text(_ name: Substring) -> String? { body.firstBelow { $0.classes.contains(name) }?.text.collapsingWhitespace }
    guard let entry = body.firstBelow(where: { $0.classes.contains("h-entry") }),
      let footer = entry.firstBelow(where: { $0.name == "footer" }), footer.text.contains("Exported from"),
      footer.firstBelow(where: { $0.attribute("href") == "https://medium.com" }) != nil
    else { return nil }
    title = text("p-name") ?? ""
    summary = text("p-summary")
    date = footer.firstBelow { $0.classes.contains("dt-published") }?.attribute("datetime")
    if date == nil {
      draft = ImportItem.unpublished
    } else {
      address = footer.firstBelow { $0.classes.contains("p-canonical") }?.attribute("href")
    }
  }

  /// What every page of an export of Medium holds.
  static let signOfMedium: StaticString =
    "Exported from <a href=\"https://medium.com\""

  // MARK: Substack

  private static let list = "posts.csv"
  /// Bytes of a list, at most.
  private static let largest = 16 << 20

  /// What the list of an export of Substack says of the texts in a folder, by the files that hold them from it; `nil` where the
  /// folder is none of its exports.
  static func substack(_ folder: ConfinedFolder) -> [String: ExportedPost]? {
    guard let bytes = try? folder.read(list, limit: largest), let text = ForeignEncoding.text(of: bytes) else {
      return nil
    }
    let rows = TableReader.rows(text.withoutNull).map(\.cells)
    guard let names = rows.first, names.contains("post_id"), names.contains("is_published") else { return nil }
    let posts = rows.dropFirst().compactMap { cells -> (String, ExportedPost)? in
      let row = Dictionary(zip(names, cells), uniquingKeysWith: { first, _ in first })
      guard let identity = row["post_id"], !identity.isEmpty else { return nil }
      return ("posts/\(identity).html", ExportedPost(substack: row, identity))
    }
    return Dictionary(posts, uniquingKeysWith: { first, _ in first })
  }

  /// A text that the list does not name.
  static let unlisted = ExportedPost(draft: "la liste des textes ne dit pas s’il était publié")

  private init(substack row: [String: String], _ identity: String) {
    title = row["title"] ?? ""
    summary = row["subtitle"]
    date = row["post_date"]
    guard row["is_published"]?.lowercased() == "true" else {
      draft = ImportItem.unpublished
      return
    }
    // `1001.la-fete`
    let name = identity.split(separator: ".", maxSplits: 1).dropFirst().first
    address = name.map { "/p/" + $0 }
    if let audience = row["audience"], !audience.isEmpty, audience != "everyone" { draft = ImportItem.reserved }
  }

  private init(draft: String) {
    title = ""
    self.draft = draft
  }
}
