import Reading

/// Which folders of a Jekyll site hold texts that have pages, and where those are: https://jekyllrb.com/docs/collections/.
struct JekyllCollections: Sendable {
  private struct Collection: Sendable {
    /// Whether each of its texts has a page.
    var hasPages = false
    /// The pattern of addresses; `nil` where it is that of the site.
    var permalink: String?
  }

  /// By name: that of its folder without the underscore.
  private var collections: [String: Collection] = [:]
  /// The folder that the collections are in, posts among them; empty for that of the site.
  private var parent = ""
  /// Folders and files that have pages though their names begin with an underscore.
  private var included: Set<String> = []

  init() {}

  /// - Parameter settings: of `_config.yml`.
  init(_ settings: ForeignValue?) {
    parent = settings?["collections_dir"]?.text ?? ""
    included = Set(settings?["include"]?.texts ?? [])
    switch settings?["collections"] {
    case .map(let members)?:
      for (name, value) in members {
        collections[name] = Collection(hasPages: value["output"]?.text == "true", permalink: value["permalink"]?.text)
      }
    case .list(let names)?: for name in names.compactMap(\.text) { collections[name] = Collection() }
    default: break
    }
  }

  /// The steps of a path without those of the folder that the collections are in.
  func below(_ steps: [String]) -> [String] {
    let parent = parent.split(separator: "/").map(String.init)
    return !parent.isEmpty && steps.starts(with: parent) && steps.dropFirst(parent.count).first?.first == "_"
      ? Array(steps.dropFirst(parent.count)) : steps
  }

  /// Whether a text has a page of its own.
  ///
  /// - Parameter steps: of its path, from the folder of the site.
  func hasPage(_ steps: [String]) -> Bool {
    below(steps).allSatisfy { step in
      step.first != "_" || step == "_posts" || included.contains(step)
        || collections[String(step.dropFirst())]?.hasPages == true
    }
  }

  /// The pattern of the address of a text of a collection, and what is filled in that only collections have; `nil` where it is
  /// in none.
  ///
  /// - Parameters:
  ///   - steps: of its path without the ending, from the folder of the site.
  ///   - style: what the site's own pattern is called.
  func pattern(_ steps: [String], style: String) -> (pattern: String, values: [(String, String)])? {
    let steps = below(steps)
    guard let folder = steps.first, folder.first == "_", let collection = collections[String(folder.dropFirst())],
      collection.hasPages
    else { return nil }
    let ending = style == "pretty" ? "/" : ":output_ext"
    let path = steps.dropFirst().joined(separator: "/")
    return (
      collection.permalink ?? "/:collection/:path" + ending,
      [
        (":collection", String(folder.dropFirst())), (":path", path), (":name", steps.last ?? ""),
        (":output_ext", ".html"),
      ]
    )
  }
}
