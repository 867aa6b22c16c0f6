import Reading

/// The languages of a site of Hugo that is in several (https://gohugo.io/content-management/multilingual/): French is brought,
/// or the one that the site takes for its own.
struct HugoLanguages: Sendable {
  /// The folder of the texts that are brought; `nil` where it is that of all.
  private(set) var content: String?
  /// The other languages, and the folders of their texts.
  private var others: Set<String> = []
  private(set) var otherFolders: [String] = []

  init() {}

  /// - Parameters:
  ///   - settings: of the site.
  ///   - alone: what a file of its own says of languages.
  init(_ settings: ForeignValue?, alone: ForeignValue?) {
    var folders: [String: String] = [:]
    func add(_ members: [(key: String, value: ForeignValue)]) {
      for (key, value) in members {
        let steps = key.split(separator: ".").map { $0.lowercased() }
        guard let code = steps.first, (2...7).contains(code.count) else { continue }
        folders[code] = folders[code] ?? ""
        let folder =
          steps.count == 2 && steps[1] == "contentdir" ? value.text : steps.count == 1 ? value["contentDir"]?.text : nil
        if let folder { folders[code] = folder }
      }
    }
    add(settings?.members(below: "languages") ?? [])
    if case .map(let members)? = alone { add(members) }
    guard folders.count > 1 else { return }
    let own = folders["fr"] != nil ? "fr" : settings?["defaultContentLanguage"]?.text?.lowercased() ?? "en"
    guard let folder = folders[own] else { return }
    content = folder.isEmpty ? nil : folder
    others = Set(folders.keys).subtracting([own])
    otherFolders = others.sorted().compactMap { folders[$0] }.filter { !$0.isEmpty && $0 != folder }
  }

  /// Whether a file, from the folder of the site, is in another language.
  func isOther(_ file: String) -> Bool {
    guard !others.isEmpty else { return false }
    if otherFolders.contains(where: { file.hasPrefix($0 + "/") }) { return true }
    let parts = file.split(separator: "/").last?.split(separator: ".") ?? []
    return parts.count > 2 && others.contains(parts[parts.count - 2].lowercased())
  }
}
