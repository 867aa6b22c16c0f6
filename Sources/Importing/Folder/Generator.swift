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
  private var patterns: [String: String] = [:]
  private var collections = JekyllCollections()

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
    } else if let settings = text("pelicanconf.py", "publishconf.py") {
      kind = .pelican
      content = folder.hasFolder("content") ? "content" : ""
      for line in settings.split(separator: "\n") where line.hasPrefix("SITEURL") || line.hasPrefix("ARTICLE_URL") {
        let value = line.split(separator: "=", maxSplits: 1).last?.filter { !"\"' ".contains($0) } ?? ""
        if line.hasPrefix("SITEURL") { address = address.isEmpty ? value : address } else { patterns[""] = value }
      }
    } else if isThere("hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json")
      || folder.hasFolder("archetypes") || folder.hasFolder("config/_default")
    {
      kind = .hugo
      content = "content"
      let toml = text("hugo.toml", "config.toml", "config/_default/hugo.toml", "config/_default/config.toml")
      let yaml = text("hugo.yaml", "hugo.yml", "config.yaml", "config.yml")
      let values = toml.map(TOMLReader.read) ?? yaml.flatMap(ForeignFrontMatter.yaml)
      address = values?["baseURL"]?.text ?? ""
      if case .map(let members)? = values {
        for (key, value) in members where key.hasPrefix("permalinks.") {
          if let pattern = value.text { patterns[String(key.split(separator: ".").last ?? "")] = pattern }
        }
        if case .map(let sections)? = values?["permalinks"] {
          for (section, value) in sections { if let pattern = value.text { patterns[section] = pattern } }
        }
      }
    } else if let settings = text("config.toml"), folder.hasFolder("content") {
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
    if !address.hasPrefix("http") { address = "" }
  }

  /// Whether the generator made a page of a text of its own.
  ///
  /// - Parameter path: its file from the folder of texts, without the ending.
  func hasPage(_ path: String) -> Bool {
    kind != .jekyll || collections.hasPage(path.split(separator: "/").map(String.init))
  }

  /// The address that the generator gave to a text; `nil` where that is not known.
  ///
  /// - Parameters:
  ///   - path: its file from the folder of texts, without the ending.
  ///   - slug: what it is called at the end of its address.
  ///   - date: year, month and day, two digits each and four.
  func address(path: String, slug: String, date: [String]?, tags: [String]) -> String? {
    var steps = path.split(separator: "/").map(String.init)
    let name = steps.popLast() ?? ""
    let isIndex = ["index", "_index", "readme"].contains(name.lowercased())
    switch kind {
    case .jekyll:
      if let (pattern, values) = collections.pattern(steps + [name], style: patterns[""] ?? "") {
        return filled(pattern, slug: slug, date: date, section: "", values)
      }
      steps = collections.below(steps)
      guard steps.contains("_posts"), let date else {
        let folders = steps.map { $0 + "/" }.joined()
        let isPretty = ["pretty", "/:path/"].contains(patterns[""] ?? "")
        return "/" + folders + (isIndex ? "" : isPretty ? name + "/" : name + ".html")
      }
      let folders = steps.filter { $0 != "_posts" } + (tags.isEmpty ? [] : tags)
      let named = [
        "date": "/:categories/:year/:month/:day/:title.html", "pretty": "/:categories/:year/:month/:day/:title/",
        "none": "/:categories/:title.html", "ordinal": "/:categories/:year/:y_day/:title.html",
      ]
      let pattern = patterns[""] ?? "date"
      return filled(named[pattern] ?? pattern, slug: slug, date: date, section: folders.joined(separator: "/"))
    case .hugo:
      if isIndex, steps.isEmpty { return "/" }
      let folders = isIndex ? Array(steps.dropLast()) : steps
      let last = isIndex ? steps.last ?? "" : slug
      if let section = steps.first, let pattern = patterns[section], let date, name != "_index" {
        return filled(pattern, slug: isIndex ? last : slug, date: date, section: section)
      }
      return ("/" + (folders + [last]).joined(separator: "/") + "/").lowercased().replacing(" ", with: "-")
    case .zola, .eleventy:
      if isIndex { return steps.isEmpty ? "/" : "/" + (steps.dropLast() + [slug]).joined(separator: "/") + "/" }
      return "/" + (steps + [slug]).joined(separator: "/") + "/"
    case .pelican:
      if steps.first == "pages" { return "/pages/" + slug + ".html" }
      let pattern = patterns[""].map { $0.replacing("{slug}", with: slug) }
      return pattern.map { $0.hasPrefix("/") ? $0 : "/" + $0 } ?? "/" + slug + ".html"
    case .plain: return nil
    }
  }

  /// - Parameter date: as ``address(path:slug:date:tags:)`` has it; where there is none, neither has its text.
  private func filled(
    _ pattern: String, slug: String, date: [String]?, section: String, _ others: [(String, String)] = []
  ) -> String {
    var result = pattern
    var values =
      others + [
        (":title", slug), (":slug", slug), (":contentbasename", slug), (":filename", slug), (":categories", section),
        (":sections", section), (":section", section),
      ]
    if let date {
      values += [
        (":year", date[0]), (":month", date[1]), (":day", date[2]), (":i_month", String(Int(date[1]) ?? 1)),
        (":i_day", String(Int(date[2]) ?? 1)),
      ]
    }
    for (name, value) in values { result = result.replacing(name, with: value) }
    while result.contains("//") { result = result.replacing("//", with: "/") }
    return result.hasPrefix("/") ? result : "/" + result
  }
}
