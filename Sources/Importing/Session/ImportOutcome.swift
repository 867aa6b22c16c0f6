import Diagnostics
import Site

/// What an import did, or would do.
package struct ImportOutcome: Sendable {
  /// A file that was written, or would be.
  struct Written: Sendable {
    var path: String
    var title: String
    /// Where it was; empty where that is not known.
    var address: String
    var kind: EntryKind
    var isDraft: Bool
  }

  /// What is not new.
  struct Known: Sendable {
    var path: String
    var title: String
    var isChangedThere: Bool
    var isEditedHere: Bool
  }

  var source: String
  /// The file or folder that was read.
  var path: String
  var address = ""
  var isDry = false
  var written: [Written] = []
  var known: [Known] = []
  /// Files of an earlier import whose entry is in the source no more.
  var gone: [String] = []
  /// How many entries are older than what was asked for.
  var older = 0
  var nameless: [String] = []
  var leftOut: [LeftOut] = []
  var remarks: [Diagnostic] = []
  /// Addresses of files that are still to be fetched, each once.
  private(set) var missing: [String] = []
  private var missed: Set<String> = []
  var copied = 0
  /// Earlier addresses that can't be kept, with the file that they meant.
  var lostAddresses: [(address: String, path: String)] = []
  var redirections: [(from: String, to: String)] = []
  /// Whether what was written has been read as a build would.
  var isChecked = false
  /// What `check` says of the files that were written.
  package internal(set) var check = DiagnosticReport([])
  /// Where the report is; `nil` where nothing was written.
  package var reportPath: String?

  init(source: String, path: String, address: String = "") {
    self.source = source
    self.path = path
    self.address = address
  }

  mutating func addMissing(_ addresses: [String]) {
    missing += addresses.filter { missed.insert($0).inserted }
  }

  /// Whether what was written can't be published as it is.
  package var hasErrors: Bool { check.errors > 0 }
}
