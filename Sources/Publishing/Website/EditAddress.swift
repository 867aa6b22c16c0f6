import Site

/// Where a file of the content is edited in the forge that keeps it.
enum EditAddress {
  /// `source` is from the project's root; `nil` where the repository is no web address.
  static func of(_ source: String, settings: Settings) -> String? {
    guard var repository = settings.repository else { return nil }
    while repository.hasSuffix("/") { repository.removeLast() }
    if repository.hasSuffix(".git") { repository.removeLast(4) }
    let scheme = ["https://", "http://"].first { repository.hasPrefix($0) }
    guard let scheme else { return nil }
    let host = repository.dropFirst(scheme.count).prefix { $0 != "/" }.lowercased()
    let file = "\(PercentEncoding.path(settings.branch))/\(PercentEncoding.path(source))"
    if host == "github.com" { return "\(repository)/edit/\(file)" }
    // GitLab names itself in the host of most of its instances; Framagit is the one French associations use.
    if host.contains("gitlab") || host == "framagit.org" { return "\(repository)/-/edit/\(file)" }
    return "\(repository)/_edit/\(file)"
  }
}
