import Diagnostics
import Reading
import Site
import Text
import Time

/// One text of a folder, with what its front matter, its name and its place say.
struct FolderEntry {
  private let file: String
  let text: FolderText
  let generator: Generator
  let zone: Zone
  private let today: CivilDay
  private let place: (String) -> String?
  let kind: EntryKind
  /// Its path from the folder of texts, without the ending.
  private let path: String
  let isOfNotion: Bool
  /// What its front matter says by which it is hidden or called off.
  let states: [(key: FieldKey, value: String)]
  private let fileDate: CivilDay?
  /// The name of its file, or of its folder where that holds one text, without a day before it.
  private let name: String
  private let slug: String

  /// - Parameter place: where the only file of a name is, for links that name it alone.
  init(
    _ file: String, _ text: FolderText, _ generator: Generator, zone: Zone, today: CivilDay,
    place: @escaping (String) -> String?
  ) {
    self.today = today
    self.file = file
    self.place = place
    self.text = text
    self.generator = generator
    self.zone = zone
    var below = generator.content.isEmpty ? file : String(file.dropFirst(generator.content.count + 1))
    if let dot = below.lastIndex(of: ".") { below = String(below[..<dot]) }
    path = below
    var steps = below.split(separator: "/").map(String.init)
    isOfNotion = steps.last.flatMap(NotionPage.name) != nil
    steps = steps.map { NotionPage.name($0) ?? $0 }
    var name = steps.popLast() ?? ""
    // Of a site in several languages.
    if [.hugo, .zola].contains(generator.kind), name.hasSuffix(".fr") { name = String(name.dropLast(3)) }
    let isIndex = ["index", "_index"].contains(name.lowercased())
    let isHome = isIndex && steps.isEmpty
    if isIndex { name = isHome ? EntryKey.home.slug : steps.popLast() ?? name }
    (fileDate, name) = Self.dated(name, isPost: generator.kind == .jekyll && steps.contains("_posts"))
    self.name = name
    states = text.matter.members.compactMap { name, value in
      value.text.flatMap { ForeignFrontMatter.hiding(name, $0) }
    }
    slug = text.matter["slug"]?.text.map(Folding.slug) ?? name
    kind = Self.kind(steps, text.matter, hasDate: fileDate != nil)
  }

  /// `2019-05-03-titre`, `2019-05-03_titre`: the day, and what is behind it.
  ///
  /// - Parameter isPost: whether it is a post of Jekyll, which takes years of two digits and days of one too.
  private static func dated(_ name: String, isPost: Bool) -> (CivilDay?, String) {
    let parts = name.drop { $0 == "_" }.split(separator: "-", maxSplits: 3, omittingEmptySubsequences: false)
    if isPost, parts.count == 4, !parts[3].isEmpty,
      parts[..<3].allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }),
      [2, 4].contains(parts[0].count), let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      // As Ruby reads them.
      let date = CivilDay(year: year > 99 ? year : year + (year < 69 ? 2000 : 1900), month: month, day: day)
    {
      return (date, String(parts[3]))
    }
    guard case .day(let day)? = PartialDate(iso: name.prefix(10)) else { return (nil, name) }
    let rest = name.dropFirst(10)
    guard rest.first == "-" || rest.first == "_", rest.count > 1 else { return (nil, name) }
    return (day, String(rest.dropFirst()))
  }

  private static func kind(_ folders: [String], _ matter: ForeignValue, hasDate: Bool) -> EntryKind {
    for folder in folders {
      let name = Folding.slug(folder)
      if let kind = EntryKind.allCases.first(where: { kind in
        kind != .issue && kind != .page
          && (kind.folder == name || kind.row.foreignFolders.split(separator: " ").contains { $0 == name })
      }) {
        return kind == .event && date(.start, of: .event, in: matter) == nil ? .news : kind
      }
      if ["posts", "post", "blog", "drafts", "billets"].contains(name) { return .news }
      if name == "pages" { return .page }
    }
    return hasDate || matter["date"]?.text != nil ? .news : .page
  }

  /// The first value that means `key` and is a date.
  static func date(_ key: FieldKey, of kind: EntryKind, in matter: ForeignValue) -> PartialDate? {
    guard case .map(let members) = matter else { return nil }
    return members.lazy.filter { ForeignFrontMatter.key(named: $0.key, of: kind) == key }
      .compactMap { $0.value.text.flatMap { read($0, key, kind) } }.first
  }

  static func read(_ text: String, _ key: FieldKey, _ kind: EntryKind) -> PartialDate? {
    if case .date(let date) = SpokenDate.read(text, for: key, of: kind) { return date }
    return nil
  }

  // MARK: What it says

  private var title: String {
    if let title = text.matter["title"]?.text ?? text.matter["titre"]?.text { return title }
    let heading = text.body.split(separator: "\n").first { $0.hasPrefix("# ") }
    return heading.map { String($0.dropFirst(2)) } ?? slug.replacing("-", with: " ").firstUppercased
  }

  var date: PartialDate? {
    if let written = text.matter["date"]?.text {
      if let stamp = ISOTimestamp(Self.withColon(written))?.date(in: zone) { return .day(stamp.day) }
      if let date = Self.read(written, .date, .news) {
        if case .minute(let minute) = date { return .day(minute.day) }
        return date
      }
    }
    return fileDate.map { .day($0) } ?? folderDate
  }

  /// `2019/05/03/`, `2019/05/`: the folders of the text, where they say when it is from.
  private var folderDate: PartialDate? {
    let steps = path.split(separator: "/").dropLast()
    for start in steps.indices {
      let numbers = steps[start...].prefix { $0.allSatisfy { $0.isASCII && $0.isNumber } }
      guard numbers.first?.count == 4, numbers.dropFirst().first?.count == 2 else { continue }
      let date = [3, 2].lazy.compactMap { PartialDate(iso: numbers.prefix($0).joined(separator: "-")) }
      if numbers.count > 1, let first = date.first { return first }
    }
    return nil
  }

  /// `2019-05-03 10:00:00 +0200` as timestamps have it.
  static func withColon(_ text: String) -> String {
    let words = text.split(separator: " ")
    return words.count == 3 ? words[0] + "T" + words[1] + words[2] : text
  }

  private var categories: [String] {
    // Jekyll takes a text without brackets for several words.
    if generator.kind == .jekyll, case .text(let words)? = text.matter["categories"] {
      return words.split(separator: " ").map(String.init)
    }
    return (text.matter["categories"] ?? text.matter["category"])?.texts ?? []
  }

  private var isDraft: String? {
    if states.contains(where: { $0.key == .draft }) { return "il l’était sur l’ancien site" }
    if file.split(separator: "/").contains("_drafts") { return "il l’était sur l’ancien site" }
    if let end = day("expiryDate", "unpublishDate"), end <= today { return "l’ancien site ne le montrait plus" }
    let build = text.matter["build"] ?? text.matter["_build"]
    // In the words of Hugo and of Eleventy.
    if ForeignFrontMatter.answer(text.matter["headless"]?.text ?? "") == true || build?["render"]?.text == "never"
      || ForeignFrontMatter.answer(text.matter["permalink"]?.text ?? "") == false
    {
      return Self.withoutPage
    }
    return generator.hasPage(path) ? nil : Self.withoutPage
  }

  private static let withoutPage = "l’ancien site n’en faisait pas de page"

  /// The day under one of these names.
  private func day(_ names: String...) -> CivilDay? {
    names.lazy.compactMap { text.matter[$0]?.text }.compactMap { Self.date($0, .publish, kind, zone)?.firstDay }.first
  }

  /// When it is to appear, where that is still to come: Hugo and Jekyll make no page of it before.
  var publication: CivilDay? {
    guard [.hugo, .jekyll].contains(generator.kind) else { return nil }
    let day = day("publishDate") ?? (kind == .news ? date?.firstDay : nil)
    return day.flatMap { $0 > today ? $0 : nil }
  }

  var outline: ImportOutline {
    var outline = ImportOutline(
      origin: "dossier \(generator.kind.rawValue.lowercased()) " + file.replacing(" ", with: "%20"), kind: kind,
      title: title)
    outline.name = slug
    outline.date = kind == .news ? date : nil
    let given = (text.matter["permalink"] ?? text.matter["url"] ?? text.matter["path"])?.text
    var addresses: [String] = []
    if let given, !given.contains(":"), !given.contains("{") {
      addresses.append(given.hasPrefix("/") ? given : "/" + given)
    } else {
      let parts = AddressParts(
        path: path, name: name, slug: text.matter["slug"]?.text, title: title, date: date?.firstDay,
        categories: categories)
      addresses += [generator.address(of: parts)].compactMap { $0 }
    }
    let earlier = ((text.matter["aliases"]?.texts ?? []) + (text.matter["redirect_from"]?.texts ?? []))
      .map { $0.hasPrefix("/") || $0.contains("://") ? $0 : "/" + $0 }
    // Settings and front matters leave out the folder that the whole site stood in; texts name it or not.
    let prefix = OldSite(generator.address).path
    func whole(_ path: String) -> String { path.hasPrefix("/") ? prefix + path : path }
    // A draft has no address that anybody knows.
    if isDraft == nil {
      outline.addresses = addresses.map(whole)
      outline.lesserAddresses = earlier.map(whole)
    }
    let content = generator.content.isEmpty ? "" : "/" + generator.content
    let name = path.split(separator: "/").last.map { "/_posts/" + $0 } ?? ""
    let folder =
      path.hasSuffix("/index") || path.hasSuffix("/_index")
      ? [path.split(separator: "/").dropLast().joined(separator: "/")] : []
    let places = [path, path + ".md"] + folder
    outline.paths = (["/" + file, name] + places.flatMap { ["/" + $0, content + "/" + $0] } + addresses)
      .flatMap { prefix.isEmpty ? [$0] : [$0, prefix + $0] }
    return outline
  }

  var item: ImportItem {
    var item = ImportItem(outline)
    item.fingerprint = ImportMemory.fingerprint(of: "\(text.matter)\u{0}\(text.body)")
    item.draft = isDraft
    if text.isBroken { item.remarks.append(.importMatterUnreadable(SourceLocation(file: ""))) }
    addFields(to: &item)
    let whole = MarkdownInHTML.opened(text.body)
    let templates = Templates(generator.kind == .plain ? WikiLinks.opened(whole, file: place) : whole)
    item.remarks += templates.removed.map { .importShortcode(SourceLocation(file: ""), text: $0, isAround: false) }
    let base = (generator.address.isEmpty ? SiteFolder.nowhere : generator.address) + "/" + file
    let body = templates.text
    item.text =
      body.allSatisfy(\.isWhitespace)
      ? .none
      : SiteFolder.isHTML(file) ? .html(body, base: base, breaksAtLineEnds: false) : .markdown(body, base: base)
    return item
  }
}
