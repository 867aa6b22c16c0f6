import Site

/// Everything that is to be written: paths with the means to make each file, and what is to be told about it. Nothing is
/// rendered until asked for.
package struct Publication: Sendable {
  /// Sorted by path; each path once.
  package var files: [PublishedFile]
  package var summary: Summary
  /// Sentences in French about what is not in the calendars, and why; to know them the calendars have to be made.
  package var notes: @Sendable () -> [String]

  package init(
    files: [PublishedFile], summary: Summary = Summary(), notes: @escaping @Sendable () -> [String] = { [] }
  ) {
    self.files = files.sorted { $0.path < $1.path }
    self.summary = summary
    self.notes = notes
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

  package init(path: String, content: Content) {
    self.path = path
    self.content = content
  }

  package init(_ path: SitePath, render: @escaping @Sendable () throws -> String) {
    self.init(path: path.outputFile, content: .rendered { Array(try render().utf8) })
  }
}
