import Presenting
import Search
import Site
import Text

extension Website {
  /// The search page: everything from A to Z.
  var searchPage: WebPage {
    programPage(
      .search, isSlow: true, title: "Recherche",
      description: "Chercher dans « \(site.settings.title) », ou tout parcourir de A à Z."
    ) { [self] context in
      theme.search(
        SearchPage(
          introduction: introduction(to: .search), sections: SearchList.sections(of: searchEntries), index: .searchIndex
        ),
        context)
    }
  }

  /// What the script of the search page searches in.
  var searchIndexFile: PublishedFile {
    PublishedFile(.searchIndex, isSlow: true) { [self] in
      SearchIndex(entries: searchEntries, days: searchDays, settings: site.settings).text
    }
  }
}

extension SitePath {
  static let searchIndex = SitePath.search.appending("index.json")
}

/// The list of all that can be found, by first letter.
enum SearchList {
  static func sections(of entries: [SearchEntry]) -> [SearchPage.Section] {
    let lines = entries.map { (key: sortingKey($0.title), entry: $0) }.sorted { a, b in
      (a.key, a.entry.path.text) < (b.key, b.entry.path.text)
    }
    return Dictionary(grouping: lines) { heading(of: $0.key) }.sorted { a, b in rank(a.key) < rank(b.key) }
      .map { heading, lines in SearchPage.Section(title: heading, entries: lines.map { line(for: $0.entry) }) }
  }

  private static func line(for entry: SearchEntry) -> SearchPage.Entry {
    guard entry.kind == .acronym else {
      return SearchPage.Entry(title: entry.title, path: entry.path, kind: entry.kind.label, when: entry.when)
    }
    return SearchPage.Entry(
      title: entry.title, path: nil, anchor: SearchPage.anchor(ofAcronym: entry.title), kind: entry.kind.label,
      when: "", longForm: entry.summary)
  }

  /// What a title is filed under: folded, without the article it begins with, as in any French index.
  static func sortingKey(_ title: String) -> String {
    let words = SearchFolding.french.compounds(in: title).joined()
    if words.count > 1, let first = words.first, articles.contains(first) {
      return words.dropFirst().joined(separator: " ")
    }
    return words.joined(separator: " ")
  }

  private static let articles: Set<String> = ["le", "la", "les", "un", "une", "des"]

  private static func heading(of key: String) -> String {
    switch key.unicodeScalars.first {
    case .some("a"..."z"): return key.prefix(1).uppercased()
    case .some("0"..."9"): return "0–9"
    default: return "…"
    }
  }

  private static func rank(_ heading: String) -> String {
    heading.count == 1 && heading != "…" ? heading : heading == "…" ? "~~" : "~"
  }
}
