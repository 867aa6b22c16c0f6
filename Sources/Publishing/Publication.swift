import Presenting
import Site
import Time

/// Everything that is to be written: paths with the means to make each file, and what is to be reported about it. Nothing is
/// rendered until asked for.
package struct Publication: Sendable {
  /// Two files that would be one on some disk or host.
  package struct Collision: Sendable {
    /// The one that is published.
    package let kept: PublishedFile
    package let refused: PublishedFile
  }

  /// Sorted by path. No two are the same where capitals and the encoding of accents do not count, and none is a folder of
  /// another.
  package let files: [PublishedFile]
  /// Files that are not in ``files`` because another has their place, in the order in which they were given.
  package let collisions: [Collision]
  package var summary: Summary
  /// Sentences in French about what is not in the calendars, and why; to know them the calendars have to be made.
  package var notes: @Sendable () -> [String]

  /// What each issue holds, in the order of the site's issues.
  package var letters: [PlannedLetter] = []

  /// News that no issue of the newsletter holds although letters of their time are out.
  package var unsentNews: @Sendable () -> [UnsentNews] = { [] }

  /// What shows each letter that is still to be sent, by its slug.
  package var proofs: [String: LetterProof] = [:]

  /// What servers are given; `nil` where nothing is known of the site.
  package var server: ServerFiles?

  /// The minute from which on a file, or what is reported, may be another though nothing else changes: an event begins or
  /// ends, or the day is over.
  package var nextChange = CivilDateTime.last
  /// The earlier addresses that can't be kept, with the file that gives each and, where another entry has it, that one's.
  package var refusedAliases: [RefusedAlias] = []

  /// An earlier address that can't be kept.
  package struct RefusedAlias: Sendable, Hashable {
    package let path: SitePath
    package let source: String
    package let holder: String?
  }

  /// - Parameter files: where two would share a place, the first has it.
  package init(
    files: [PublishedFile], summary: Summary = Summary(), notes: @escaping @Sendable () -> [String] = { [] }
  ) {
    var places = PlaceRegister()
    places.add(files)
    self.init(places, summary: summary, notes: notes)
  }

  init(_ places: PlaceRegister, summary: Summary, notes: @escaping @Sendable () -> [String]) {
    files = places.files.sorted { $0.path < $1.path }
    collisions = places.collisions
    self.summary = summary
    self.notes = notes
  }

  /// The file with this path.
  package func file(at path: String) -> PublishedFile? {
    var (low, high) = (0, files.count)
    while low < high {
      let middle = (low + high) / 2
      if files[middle].path < path { low = middle + 1 } else { high = middle }
    }
    return low < files.count && files[low].path == path ? files[low] : nil
  }
}

/// What a build made, in numbers, for the one who ran it.
package struct Summary: Sendable, Hashable {
  /// How many entries there are of each kind.
  package var entries: [EntryKind: Int] = [:]
  /// Pages of the site, those of the program's own among them.
  package var pages = 0
  /// Feeds and calendars to subscribe to.
  package var feeds = 0
  /// Paths of the files for machines, which stand there as somebody put them.
  package var machineFiles: [String] = []

  package init() {}

  init(of site: Site) {
    for kind in EntryKind.allCases { entries[kind] = site.entries(of: kind).count }
  }
}
