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
    var languages = settings?.members(below: "languages") ?? []
    if case .map(let members)? = alone { languages += members }
    var folders: [String: String] = [:]
    for code in languages.compactMap({ $0.key.split(separator: ".").first?.lowercased() })
    where (2...7).contains(code.count) {
      let values = ForeignValue.map(languages).members(below: code)
      folders[code] = values.last { $0.key.lowercased() == "contentdir" }?.value.text ?? ""
    }
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
