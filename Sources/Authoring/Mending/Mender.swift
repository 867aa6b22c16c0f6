import Diagnostics
import Reading
import Site

/// Puts right what is unambiguous. Each correction is tried in memory and kept only where the reader, reading everything
/// anew, finds no new error and the same entry as before.
package struct Mender: Sendable {
  /// Times that everything is read at most.
  private static let mostRounds = 100

  /// Reads the content with these texts, by path, in the place of the files.
  let read: @Sendable ([String: [UInt8]]) async -> ReadingResult

  package init(read: @escaping @Sendable ([String: [UInt8]]) async -> ReadingResult) {
    self.read = read
  }

  /// The files that change, by path.
  package func mend() async -> [MendedFile] {
    var originals: [String: [UInt8]] = [:]
    var texts: [String: [UInt8]] = [:]
    var rejected: Set<Diagnostic> = []
    // Files of which a batch of corrections failed: theirs are tried one by one.
    var careful: Set<String> = []
    var state = State(await read([:]))
    for _ in 0..<Self.mostRounds {
      var tried = edits(in: state.result, rejected: rejected, careful: careful)
      if tried.isEmpty { break }
      // Without the files of which the corrections fail, until those of all others are right together.
      while !tried.isEmpty {
        var next = texts
        for (path, edits) in tried {
          guard let source = state.result.sources[path] else { continue }
          next[path] = TextEdit.applied(edits, to: source.bytes)
        }
        let outcome = State(await read(next))
        let failed = outcome.failed(of: tried, after: state)
        for (path, edits) in failed {
          if edits.count == 1 || careful.contains(path) { rejected.formUnion(edits.map(\.diagnostic)) }
          careful.insert(path)
          tried[path] = nil
        }
        if failed.isEmpty, outcome.isWorse(than: state, by: tried) {
          // What one says of another is wrong now: whose doing it is shows among fewer.
          for path in tried.keys.sorted().suffix(tried.count / 2) { tried[path] = nil }
          continue
        }
        guard failed.isEmpty else { continue }
        for path in tried.keys where originals[path] == nil { originals[path] = state.result.sources[path]?.bytes }
        (texts, state) = (next, outcome)
        break
      }
    }
    return texts.keys.sorted().compactMap { path in
      guard let before = originals[path], let after = texts[path], before != after else { return nil }
      return MendedFile(path: path, before: before, after: after)
    }
  }

  private func edits(
    in result: ReadingResult, rejected: Set<Diagnostic>, careful: Set<String>
  ) -> [String: [TextEdit]] {
    let byFile = Dictionary(grouping: result.diagnostics.filter { !rejected.contains($0) }) { $0.place?.file ?? "" }
    var edits: [String: [TextEdit]] = [:]
    for (path, diagnostics) in byFile {
      guard let source = result.sources[path] else { continue }
      let all = TextEdit.certain(in: source, diagnostics)
      // The signs of a text are another matter than its front matter, and are put right after it.
      let matter = all.filter { !NotationSlip.codes.contains($0.diagnostic.code) }
      let found = matter.isEmpty ? all : matter
      guard let first = found.first else { continue }
      // Of a mistake that needs several changes, all; of a list every line.
      edits[path] =
        careful.contains(path)
        ? found.filter {
          matter.isEmpty ? $0.diagnostic.code == first.diagnostic.code : $0.diagnostic == first.diagnostic
        }
        : found
    }
    return edits
  }

  /// What one reading gave, as far as two are compared.
  private struct State {
    var result: ReadingResult
    private var errors: [String: Int] = [:]
    private var entries: [String: SiteEntry] = [:]

    init(_ result: ReadingResult) {
      self.result = result
      for diagnostic in result.diagnostics where diagnostic.severity == .error {
        errors[diagnostic.place?.file ?? "", default: 0] += 1
      }
      for entry in result.site?.entries ?? [] {
        entries[entry.entry.source] = entry
      }
    }

    /// Codes of mistakes for which what was written did not count: it does when they are mended.
    private static let changingMeaning: Set<String> = [
      "unknown-key", "missing-colon", "list-item-without-space",
    ]

    private var errorCount: Int { errors.values.reduce(0, +) }

    /// Which of the corrections did not do what they are for; where there is but one, it answers for all that is wrong.
    func failed(of tried: [String: [TextEdit]], after old: State) -> [String: [TextEdit]] {
      tried.filter { path, edits in
        !isRight(after: old, path: path, edits: edits) || tried.count == 1 && isWorse(than: old, by: tried)
      }
    }

    /// Whether there are more errors; not where files can be read that could not before, for theirs show only now.
    func isWorse(than old: State, by tried: [String: [TextEdit]]) -> Bool {
      errorCount > old.errorCount && !tried.values.joined().contains { $0.diagnostic.fix?.scope == .encoding }
    }

    private func isRight(after old: State, path: String, edits: [TextEdit]) -> Bool {
      let mended = Set(edits.map(\.diagnostic))
      guard !result.diagnostics.contains(where: mended.contains) else { return false }
      // What is wrong within a file shows only once it can be read.
      if edits.allSatisfy({ $0.diagnostic.fix?.scope == .encoding }) { return true }
      guard errors[path, default: 0] <= old.errors[path, default: 0] else { return false }
      // In a text only the signs are put right: what the front matter says can't change by that.
      if edits.allSatisfy({ NotationSlip.codes.contains($0.diagnostic.code) }) { return true }
      if edits.contains(where: { Self.changingMeaning.contains($0.diagnostic.code) }) { return true }
      let isOfSettings = old.entries[path] == nil
      if isOfSettings, let before = old.result.site?.settings, before != result.site?.settings { return false }
      return old.entries[path].map { $0 == entries[path] } ?? true
    }
  }
}
