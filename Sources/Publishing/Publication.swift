import HTML
import Site

/// Everything that is to be written: paths with the means to make each file, and what is to be told about it. Nothing is
/// rendered until asked for.
package struct Publication: Sendable {
  /// Sorted by path; each path once.
  package private(set) var files: [PublishedFile]
  package var summary: Summary
  /// Sentences in French about what is not in the calendars, and why; to know them the calendars have to be made.
  package var notes: @Sendable () -> [String]

  /// The minute from which on a file, or what is told, may be another though nothing else changes: an event begins or
  /// ends, or the day is over.
  package var nextChange = CivilDateTime.last

  package init(
    files: [PublishedFile], summary: Summary = Summary(), notes: @escaping @Sendable () -> [String] = { [] }
  ) {
    self.files = files.sorted { $0.path < $1.path }
    self.summary = summary
    self.notes = notes
  }

  /// Puts in more files.
  package mutating func add(_ more: [PublishedFile]) {
    if !more.isEmpty { files = (files + more).sorted { $0.path < $1.path } }
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

/// One file of the published site.
package struct PublishedFile: Sendable {
  package enum Content: Sendable {
    /// Made when asked for; the same bytes each time.
    case rendered(@Sendable () throws -> [UInt8])
    /// A file of the project, copied as it is: its path from the project's root.
    case copy(of: String)
  }

  /// Its path in Output: relative, `/` between folders, no `..`: `agenda/champysoupe/index.html`.
  package var path: String
  package var content: Content
  /// Whether it takes as long as a hundred others, for all of the site is in it: to be begun first.
  package var isSlow = false

  package init(path: String, content: Content) {
    self.path = path
    self.content = content
  }

  /// A page, whose template is to be sound.
  init(page path: SitePath, isSlow: Bool = false, render: @escaping @Sendable () throws -> HTML) {
    self.init(path: path.outputFile, content: .rendered { try render().checkedBytes(for: path) })
    self.isSlow = isSlow
  }

  package init(_ path: SitePath, isSlow: Bool = false, render: @escaping @Sendable () throws -> String) {
    self.init(path: path.outputFile, content: .rendered { Array(try render().utf8) })
    self.isSlow = isSlow
  }
}
