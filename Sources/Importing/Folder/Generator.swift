import Files
import Foundation
import Reading

/// The generator of static sites that a folder is for, and where it published what.
struct Generator: Sendable {
  enum Kind: String, Sendable {
    case jekyll = "Jekyll", hugo = "Hugo", eleventy = "Eleventy", zola = "Zola", pelican = "Pelican", plain = "Markdown"
  }

  let kind: Kind
  /// The address of the old site; empty where it is not known.
  var address = ""
  /// The folder of its texts, from its own; empty for that itself.
  var content = ""
  /// Patterns of addresses by section, as settings give them.
  private(set) var patterns: [String: String] = [:]
  private(set) var collections = JekyllCollections()
  /// Whether a day before the name of a file is no part of its address.
  private(set) var dropsDays = true
  private(set) var languages = HugoLanguages()
  /// Whether Pelican calls a text in addresses as its file is called, and not after its title.
  private(set) var namesByFile = false

  private static let largestSettings = 256 << 10

  init(_ folder: ConfinedFolder) {
    func text(_ names: String...) -> String? {
      names.lazy.compactMap { try? folder.read($0, limit: Self.largestSettings) }.first.map {
        String(decoding: $0, as: UTF8.self)
      }
    }
    func isThere(_ names: String...) -> Bool { names.contains { (try? folder.file($0)) != nil } }
    if let settings = text("_config.yml", "_config.yaml") {
      kind = .jekyll
      let values = ForeignFrontMatter.yaml(settings)
      address = (values?["url"]?.text ?? "") + (values?["baseurl"]?.text ?? "")
      patterns[""] = values?["permalink"]?.text ?? "date"
      collections = JekyllCollections(values)
      content = values?["source"]?.text ?? ""
    } else if let settings = text("pelicanconf.py", "pelican.conf.py") ?? text("publishconf.py") {
      kind = .pelican
      content = folder.hasFolder("content") ? "content" : ""
      // What is said for publishing alone comes behind what is said for all, as Pelican reads both.
      for line in (settings + "\n" + (text("publishconf.py") ?? "")).split(separator: "\n") {
        let parts = line.split(separator: "=", maxSplits: 1)
        guard parts.count == 2 else { continue }
        let value = Self.pythonText(parts[1])
        switch parts[0].filter({ $0 != " " }) {
        case "SITEURL" where value.isWebAddress: address = value
        case "PATH" where folder.hasFolder(value): content = value == "." ? "" : value
        case "ARTICLE_URL": patterns[""] = value
        case "PAGE_URL": patterns["pages"] = value
        case "SLUGIFY_SOURCE": namesByFile = value == "basename"
        default: continue
        }
      }
    } else if isThere("hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json")
      || folder.hasFolder("archetypes") || folder.hasFolder("config/_default")
    {
      kind = .hugo
      let toml = text("hugo.toml", "config.toml", "config/_default/hugo.toml", "config/_default/config.toml")
      let yaml = text("hugo.yaml", "hugo.yml", "config.yaml", "config.yml")
      let values = toml.map(TOMLReader.read) ?? yaml.flatMap(ForeignFrontMatter.yaml)
      address = values?["baseURL"]?.text ?? ""
      let permalinks = values?.members(below: "permalinks") ?? []
      // By section, or by kind of page first: of these only single pages have texts.
      for (name, value) in permalinks + ForeignValue.map(permalinks).members(below: "page") {
        if let pattern = value.text, !name.contains(".") { patterns[name] = pattern }
      }
      let dates = values?.members(below: "frontmatter").first { $0.key == "date" }?.value.texts ?? []
      dropsDays = dates.contains(":filename")
      languages = HugoLanguages(
        values, alone: text("config/_default/languages.toml", "languages.toml").map(TOMLReader.read))
      content = languages.content ?? values?["contentDir"]?.text ?? "content"
    } else if let settings = text("zola.toml", "config.toml"), folder.hasFolder("content") {
      kind = .zola
      content = "content"
      address = TOMLReader.read(settings)["base_url"]?.text ?? ""
    } else if isThere(".eleventy.js", "eleventy.config.js", "eleventy.config.mjs", "eleventy.config.cjs") {
      kind = .eleventy
      content = ["src", "content", "posts"].first { $0 != "posts" && folder.hasFolder($0) } ?? ""
    } else {
      kind = .plain
      content = folder.hasFolder("content") ? "content" : ""
    }
    while address.hasSuffix("/") { address.removeLast() }
    if !address.isWebAddress { address = "" }
  }

  /// A text as settings in Python have it: `'…'`, `u"…"`, and what is remarked behind it.
  private static func pythonText(_ value: Substring) -> String {
    let text = value.drop { $0 == " " || $0 == "u" }
    guard let quote = text.first, quote == "'" || quote == "\"" else { return value.filter { $0 != " " } }
    return String(text.dropFirst().prefix { $0 != quote })
  }

  /// Whether the generator made a page of a text of its own.
  ///
  /// - Parameter path: its file from the folder of texts, without the ending.
  func hasPage(_ path: String) -> Bool {
    kind != .jekyll || collections.hasPage(path.split(separator: "/").map(String.init))
  }
}
