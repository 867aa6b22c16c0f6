/// The folders of a site in which every file is named after what it holds: one that changes gets another name, so that what
/// has been seen once may be kept.
package enum LastingFolder: String, Sendable, CaseIterable {
  /// What the pages of the theme load.
  case theme
  /// Pictures that the program makes.
  case images

  /// The one that a path from the site's root lies in; `nil` where it lies in none.
  package init?(of path: some StringProtocol) {
    guard let slash = path.firstIndex(of: "/") else { return nil }
    self.init(rawValue: String(path[..<slash]))
  }
}
