import Diagnostics
import Files
import Reading
import Time

/// What is published in the place of entries that have errors: the last text of each that had none, so that one slip keeps
/// nobody else's news from being read.
struct SoundVersions {
  /// Files that are looked up in the history at most; and rounds, each with an older text of every file that is still wrong.
  private static let most = (files: 100, rounds: 40)

  private let root: String
  private var versions: [String: FileVersions] = [:]
  private var dates: [String: Instant] = [:]
  /// Texts in the place of files, by path from the project's root.
  private(set) var replacements: [String: [UInt8]] = [:]
  /// Files for which there is no text left that could be right.
  private(set) var abandoned: Set<String> = []
  private var rounds = 0

  init(root: String) { self.root = root }

  /// Takes the next older text of each of `files`.
  ///
  /// - Returns: whether there is anything new to be tried.
  mutating func goBack(for files: Set<String>) -> Bool {
    rounds += 1
    guard rounds <= Self.most.rounds else { return false }
    var isChanged = false
    for file in files.sorted() where !abandoned.contains(file) {
      isChanged = true
      if versions[file] == nil {
        guard versions.count < Self.most.files else {
          abandoned.insert(file)
          continue
        }
        let current = try? ConfinedFolder(root).read(file, limit: FileVersions.largest)
        versions[file] = FileVersions(of: file, current: current ?? [], root: root)
      }
      if let version = versions[file]?.next() {
        replacements[file] = version.text
        dates[file] = version.date
      } else {
        replacements[file] = nil
        dates[file] = nil
        abandoned.insert(file)
      }
    }
    return isChanged
  }

  /// What became of each file with errors.
  func notes(in zone: Zone) -> [Diagnostic] {
    dates.map { file, date in
      .publishedAsBefore(SourceLocation(file: file), date: French.date(.day(zone.dateTime(at: date).day)))
    } + abandoned.map { .leftOut(SourceLocation(file: $0)) }
  }
}
