import Reading
import Text
import Time

/// What the address of a text may be made of.
struct AddressParts {
  /// Its file from the folder of texts, without the ending.
  var path: String
  /// The name of its file, or of its folder where that holds one text, without a day before it.
  var name: String
  /// What its front matter says that it is called in addresses.
  var slug: String?
  var title: String
  var date: CivilDay?
  var categories: [String] = []
}

// Where generators published what.
extension Generator {
  /// The address that the generator gave to a text; `nil` where that is not known.
  func address(of text: AddressParts) -> String? {
    let steps = text.path.split(separator: "/").map(String.init)
    return switch kind {
    case .jekyll: jekyllAddress(of: text, steps)
    case .hugo: hugoAddress(of: text, steps)
    case .zola: Self.folderAddress(steps.map(Folding.slug), last: text.slug ?? Folding.slug(text.name))
    case .eleventy: Self.folderAddress(steps, last: text.slug ?? text.name)
    case .pelican: pelicanAddress(of: text, steps)
    case .plain: nil
    }
  }

  private static func isIndex(_ name: String) -> Bool { ["index", "_index", "readme"].contains(name.lowercased()) }

  /// A folder for each text.
  private static func folderAddress(_ steps: [String], last: String) -> String {
    var folders = steps.dropLast()
    if isIndex(steps.last ?? ""), folders.popLast() == nil { return "/" }
    return "/" + (folders + [last]).joined(separator: "/") + "/"
  }

  // MARK: Jekyll

  /// https://jekyllrb.com/docs/permalinks/
  private func jekyllAddress(of text: AddressParts, _ steps: [String]) -> String? {
    let style = patterns[""] ?? "date"
    let slug = text.slug ?? text.name
    if let (pattern, values) = collections.pattern(steps, style: style) {
      return filled(pattern, values + [(":title", slug), (":slug", slug)] + Self.days(text.date))
    }
    let below = collections.below(steps)
    let (folders, name) = (below.dropLast(), below.last ?? "")
    guard folders.contains("_posts"), text.date != nil else {
      let isPretty = ["pretty", "/:path/"].contains(style)
      return "/" + folders.map { $0 + "/" }.joined()
        + (Self.isIndex(name) ? "" : isPretty ? name + "/" : name + ".html")
    }
    let named = [
      "date": "/:categories/:year/:month/:day/:title.html", "pretty": "/:categories/:year/:month/:day/:title/",
      "none": "/:categories/:title.html", "ordinal": "/:categories/:year/:y_day/:title.html",
    ]
    let categories = (folders.filter { $0 != "_posts" } + text.categories).joined(separator: "/").lowercased()
    return filled(
      named[style] ?? style,
      [(":categories", categories), (":title", slug), (":slug", slug)] + Self.days(text.date))
  }

  // MARK: Hugo

  /// https://gohugo.io/configuration/permalinks/
  private func hugoAddress(of text: AddressParts, _ steps: [String]) -> String? {
    let file = steps.last ?? ""
    var folders = steps.dropLast()
    if Self.isIndex(file), folders.popLast() == nil { return "/" }
    let name = dropsDays || Self.isIndex(file) ? text.name : file
    if let section = steps.first, let pattern = patterns[section], file != "_index" {
      let (title, sections) = (Self.hugoName(text.title), folders.joined(separator: "/"))
      return filled(
        pattern,
        [
          (":slugorcontentbasename", text.slug ?? name), (":slugorfilename", text.slug ?? name),
          (":contentbasename", name), (":filename", name), (":title", title), (":slug", text.slug ?? title),
          (":sections", sections), (":section", section),
        ] + Self.days(text.date))
    }
    return ("/" + (folders + [text.slug ?? name]).joined(separator: "/") + "/").lowercased()
      .replacing(" ", with: "-")
  }

  /// A title as Hugo makes a part of an address of it: letters, digits and a few signs stay, spaces become dashes.
  private static func hugoName(_ title: String) -> String {
    var name = ""
    for character in title.lowercased() {
      if character.isLetter || character.isNumber || "._#+~@%".contains(character) {
        name.append(character)
      } else if character.isWhitespace || character == "-", !name.isEmpty, name.last != "-" {
        name.append("-")
      }
    }
    return name.last == "-" ? String(name.dropLast()) : name
  }

  // MARK: Pelican

  /// https://docs.getpelican.com/en/latest/settings.html#url-settings
  private func pelicanAddress(of text: AddressParts, _ steps: [String]) -> String? {
    let slug = text.slug ?? (namesByFile ? text.name : Self.pelicanName(text.title))
    let pattern = steps.first == "pages" ? patterns["pages"] ?? "pages/{slug}.html" : patterns[""] ?? "{slug}.html"
    let days = Self.days(text.date).compactMap { name, value in
      [
        ":year": "{date:%Y}", ":month": "{date:%m}", ":day": "{date:%d}", ":i_month": "{date:%-m}",
        ":i_day": "{date:%-d}",
      ][name]
      .map { ($0, value) }
    }
    let category = text.categories.first ?? steps.dropLast().last ?? "misc"
    return filled(pattern, [("{slug}", slug), ("{category}", Self.pelicanName(category))] + days)
  }

  /// A title as Pelican makes a part of an address of it.
  private static func pelicanName(_ title: String) -> String {
    Folding.slug(title.filter { $0.isLetter || $0.isNumber || $0.isWhitespace || $0 == "-" })
  }

  // MARK: Patterns

  /// What patterns call the parts of a day.
  private static func days(_ date: CivilDay?) -> [(String, String)] {
    guard let date else { return [] }
    let parts = date.iso.split(separator: "-").map(String.init)
    let ordinal = CivilDay(year: date.year, month: 1, day: 1).map { date.number - $0.number + 1 } ?? 1
    return [
      (":y_day", String(repeating: "0", count: 3 - String(ordinal).count) + String(ordinal)),
      (":yearday", String(ordinal)),
      (":year", parts[0]), (":month", parts[1]), (":day", parts[2]), (":i_month", String(Int(parts[1]) ?? 1)),
      (":i_day", String(Int(parts[2]) ?? 1)),
    ]
  }

  /// `pattern` with what stands for each name; `nil` where it asks for something else besides.
  private func filled(_ pattern: String, _ values: [(name: String, value: String)]) -> String? {
    var result = pattern.hasPrefix("/") ? pattern : "/" + pattern
    for (name, value) in values { result = result.replacing(name, with: value) }
    while result.contains("//") { result = result.replacing("//", with: "/") }
    return result.contains("/:") || result.contains("{") ? nil : result
  }
}

extension ForeignValue {
  /// The members of a table, whether it was written as one or with its name before each of theirs (`table.member`).
  func members(below table: String) -> [(key: String, value: ForeignValue)] {
    guard case .map(let members) = self else { return [] }
    return members.flatMap { key, value -> [(key: String, value: ForeignValue)] in
      if key.lowercased() == table, case .map(let inner) = value { return inner }
      let prefix = table + "."
      return key.lowercased().hasPrefix(prefix) ? [(String(key.dropFirst(prefix.count)), value)] : []
    }
  }
}
