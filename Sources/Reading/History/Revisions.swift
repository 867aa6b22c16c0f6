import Files
import Foundation
import Site
import Time

/// When each file of the content was last changed, as git has it.
struct Revisions: Sendable {
  enum Source: Sendable, Hashable {
    case git
    /// No repository, or no git on the machine.
    case none
    /// The history was cut off when it was fetched: it would date everything alike.
    case shallow
  }

  /// A text that a file had on the published branch.
  struct Version: Sendable, Hashable {
    /// When it came onto the branch.
    var date: Instant
    /// What git calls its bytes; `nil` where the file was removed.
    var blob: String?
  }

  let source: Source
  /// What the repository was when it was asked: as long as it is the same, so are the answers; `nil` where none is.
  let state: [UInt8]?
  /// The same without git, taken before it was asked; `nil` where that can't be had.
  private var stamp: HeadStamp?
  /// By path from the project's root: `Content/nouvelles/x.md`.
  private let dates: [String: Instant]
  private let landings: [String: Landing]
  /// Of the files of the kinds that letters are made of, also of those that are gone, by path; newest first.
  let versions: [String: [Version]]
  /// For each kind of entry, the latest landing of any of its files.
  private let latest: [EntryKind: Landing]
  /// The files that are there no more, by kind: the latest landing of one.
  private let removals: [EntryKind: Landing]

  static let unknown = Revisions(source: .none, state: nil)

  /// The issues themselves, and what they hold.
  private static let kindsOfLetters: Set<EntryKind> = [.issue, .news, .event]

  private init(source: Source, state: [UInt8]?, branch: [GitCommit] = [], landings: [String: Landing] = [:]) {
    self.source = source
    self.state = state
    self.landings = landings
    dates = Self.newest(branch)
    var versions: [String: [Version]] = [:]
    var standing: [String: Bool] = [:]
    var latest = Instant(seconds: .min)
    for commit in branch.reversed() {
      latest = max(latest, commit.date)
      for change in commit.changes {
        standing[change.path] = change.blob != nil
        guard let kind = ContentTree.kind(ofPath: change.path), Self.kindsOfLetters.contains(kind) else { continue }
        versions[change.path, default: []].append(Version(date: latest, blob: change.blob))
      }
    }
    self.versions = versions.mapValues { $0.reversed() }
    var (all, gone): ([EntryKind: Landing], [EntryKind: Landing]) = ([:], [:])
    for (path, landing) in landings {
      guard let kind = ContentTree.kind(ofPath: path) else { continue }
      all[kind] = max(all[kind] ?? landing, landing)
      if standing[path] == false { gone[kind] = max(gone[kind] ?? landing, landing) }
    }
    self.latest = all
    removals = gone
  }

  /// When the file came to be as it is on the published branch, as people put it: the date of the commit that brought it there.
  subscript(path: String) -> Instant? { dates[path] }

  /// When the file came to be as it is, later with every change of it whatever clocks show: see ``Landing``.
  ///
  /// - Parameter modified: what the file itself says of it, which counts where it is later.
  func landing(of path: String, modified: Instant? = nil) -> Instant? {
    guard let landing = landings[path] else { return modified }
    return max(landing.instant, modified.map { landing.noEarlier(than: $0) } ?? landing.instant)
  }

  /// What the site is to know of it.
  var history: SiteHistory {
    var history = SiteHistory()
    history.settings = landing(of: SettingsReader.file.shownPath)
    history.latest = latest.mapValues(\.instant)
    history.removals = removals.mapValues(\.instant)
    return history
  }

  /// Asks git once for the whole of `Content`; nothing but its newest commit where that is the one of `known`, and nothing at
  /// all where its files show that it is.
  static func read(root: String, known: Revisions? = nil) -> Revisions {
    let stamp = HeadStamp(ofProjectAt: root)
    if let known, let stamp, known.stamp == stamp { return known }
    var revisions = asked(root: root, known: known)
    // Without a state there may be one the next time, whatever the files say: git may just have been away.
    if revisions.state != nil { revisions.stamp = stamp }
    return revisions
  }

  private static func asked(root: String, known: Revisions?) -> Revisions {
    guard let state = state(root: root) else { return unknown }
    if let known, known.state == state { return known }
    if state.starts(with: Array("true".utf8)) { return Revisions(source: .shallow, state: state) }
    let git = GitRepository(root: root)
    let scope = ["--no-renames", "--", ContentTree.folder]
    guard let log = git.output(of: GitCommit.options("%H %P ", detail: "--raw") + scope, seconds: 60)
    else { return unknown }
    let branch = GitCommit.list(in: log)
    if branch.isEmpty { return Revisions(source: .none, state: state) }
    var all = branch
    // Without merges, the branch is all there is.
    if git.output(of: ["rev-list", "--merges", "--max-count=1", "HEAD"], seconds: 20)?.isEmpty == false,
      let log = git.output(of: GitCommit.everyCommit + scope, seconds: 60)
    {
      all = GitCommit.list(in: log)
    }
    return Revisions(source: .git, state: state, branch: branch, landings: Landing.list(of: all))
  }

  /// The newest commit of the project, and whether its history is cut off; `nil` where git has none.
  static func state(root: String) -> [UInt8]? {
    GitRepository(root: root).output(of: ["rev-parse", "--is-shallow-repository", "HEAD"], seconds: 10)
  }

  /// The dates of the files that the commits of a branch touched, newest first.
  ///
  /// What counts is when a change came onto the branch: the date of the commit that brought it there, a merge among them,
  /// and never an earlier one than that of what was there before, whatever the clocks of those who wrote them showed.
  static func newest(_ branch: [GitCommit]) -> [String: Instant] {
    var dates: [String: Instant] = [:]
    var latest = Instant(seconds: .min)
    for commit in branch.reversed() {
      latest = max(latest, commit.date)
      for path in commit.paths { dates[path] = latest }
    }
    return dates
  }
}
