import Text

/// The web address of a repository, as people copy it from their browser, taken apart.
package struct RepositoryAddress: Sendable, Hashable {
  package let host: ForgeHost
  /// `https://github.com`.
  package let server: String
  /// What stands behind the server's name: `champigny/site`, with more in front where a server has groups (GitLab) or is not
  /// at the root of its host.
  package let path: String

  /// `https://github.com/champigny/site`.
  package var text: String { "\(server)/\(path)" }

  /// `nil` where `text` is no web address of a repository.
  ///
  /// What an address may have behind the repository is left off: `.git`, the branch or file that was looked at.
  package init?(_ text: some StringProtocol) {
    let address = String(text.withoutQuery)
    guard let scheme = WebScheme(of: address) else { return nil }
    var parts = scheme.rest(of: address).split(separator: "/").map(String.init)
    guard !parts.isEmpty else { return nil }
    // A name and a password in front of the server's name are nobody's business.
    let name = String(
      parts.removeFirst().lowercased().split(separator: "@", omittingEmptySubsequences: false).last ?? "")
    guard !name.isEmpty else { return nil }
    host = ForgeHost(name.prefix { $0 != ":" })
    server = scheme.rawValue + name
    switch host {
    case .github: parts = Array(parts.prefix(2))
    case .gitlab: parts = Array(parts.prefix { $0 != "-" })
    // Owner and name stand in front of the word, which may be the name of either.
    case .forgejo: if let end = parts.dropFirst(2).firstIndex(of: "src") { parts = Array(parts[..<end]) }
    }
    if let last = parts.last, last.lowercased().hasSuffix(".git") { parts[parts.count - 1] = String(last.dropLast(4)) }
    guard parts.count >= 2, !parts.contains("") else { return nil }
    path = parts.joined(separator: "/")
  }
}

/// What program serves the repository at a host.
package enum ForgeHost: Sendable, Hashable {
  case github, gitlab
  /// Forgejo, and Gitea that it comes from.
  case forgejo

  /// - Parameter host: in lower case.
  package init(_ host: some StringProtocol) {
    if host == "github.com" {
      self = .github
    } else if host.contains("gitlab") || host == "framagit.org" {
      // GitLab names itself in the host of most of its instances; Framagit is the one French associations use.
      self = .gitlab
    } else {
      self = .forgejo
    }
  }
}
