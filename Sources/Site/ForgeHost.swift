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
