import Site

/// The web pages of the forge that keeps the content.
struct Forge: Sendable {
  let host: ForgeHost
  /// Without `/` or `.git` at its end: `https://github.com/champigny/site`.
  let repository: String
  let branch: String

  /// What a server accepts at least of a link, in bytes: GitHub takes about 8,000, but some programs that open links from
  /// messages take less.
  static let longestLink = 4_000

  /// `nil` where `depot` is not set, or is no web address.
  init?(_ settings: Settings) {
    guard var repository = settings.repository else { return nil }
    while repository.hasSuffix("/") { repository.removeLast() }
    if repository.hasSuffix(".git") { repository.removeLast(4) }
    guard let scheme = ["https://", "http://"].first(where: { repository.lowercased().hasPrefix($0) }) else {
      return nil
    }
    host = ForgeHost(repository.dropFirst(scheme.count).prefix { $0 != "/" }.lowercased())
    self.repository = repository
    branch = PercentEncoding.path(settings.branch)
  }

  /// Where a file is edited; `source` is from the project's root.
  func editAddress(of source: String) -> String {
    let file = "\(branch)/\(PercentEncoding.path(source))"
    switch host {
    case .github: return "\(repository)/edit/\(file)"
    case .gitlab: return "\(repository)/-/edit/\(file)"
    case .forgejo: return "\(repository)/_edit/\(file)"
    }
  }

  /// Where a file is made in a folder.
  func newAddress(in folder: String) -> String {
    let place = "\(branch)/\(PercentEncoding.path(folder))"
    switch host {
    case .github: return "\(repository)/new/\(place)"
    case .gitlab: return "\(repository)/-/new/\(place)"
    case .forgejo: return "\(repository)/_new/\(place)"
    }
  }

  /// Where a file is made whose name and text are filled in; `nil` where the forge does not take them from a link (GitLab),
  /// or where they are too long for one.
  func newAddress(for template: EntryTemplate) -> String? {
    guard host != .gitlab else { return nil }
    let link =
      newAddress(in: template.folder)
      + "?filename=\(PercentEncoding.query(template.fileName))&value=\(PercentEncoding.query(template.text))"
    return link.utf8.count <= Self.longestLink ? link : nil
  }
}
