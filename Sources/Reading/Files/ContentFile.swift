import Site
import Text

/// A file under `Content`.
struct ContentFile: Sendable, Hashable {
  /// From `Content/`, `/` between folders: `nouvelles/x.md`.
  let path: String

  /// From the project's root, as users know it: `Content/nouvelles/x.md`.
  var shownPath: String { ContentTree.folder + "/" + path }

  /// The folder it stands in, from `Content/`; empty for `Content` itself.
  var parent: String { lastSlash.map { String(path[..<$0]) } ?? "" }

  var name: String { lastSlash.map { String(path[path.utf8.index(after: $0)...]) } ?? path }

  private var lastSlash: String.Index? { path.utf8.lastIndex(of: UInt8(ascii: "/")) }

  /// In lower case, without the dot; empty where there is none.
  var fileExtension: String {
    let name = name
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }
}

extension EntryKind {
  /// The kind whose entries stand in a folder of this name; capitals and accents do not count.
  package init?(folderName name: some StringProtocol) {
    let folded = Folding.folded(String(name))
    guard let kind = Self.allCases.first(where: { $0.folder == folded }) else { return nil }
    self = kind
  }
}
