import Diagnostics
import Markdown
import Text
import Threads

/// A text that was read, and about whose signs there is nothing to report.
package struct SoundText: Sendable {
  private let bytes: [UInt8]
  package let reading: MarkdownReading

  /// `nil` where `text` can't be read, or there is something to report: signs that were meant as notation, or that other
  /// programs take for theirs.
  package init?(_ text: String) {
    let source = SourceText(path: "", bytes: Array(text.utf8))
    guard let reading = try? MarkdownParser().read(utf8: source.bytes),
      ProseReader.diagnostics(of: reading, in: source, firstLine: 1).isEmpty
    else { return nil }
    bytes = source.bytes
    self.reading = reading
  }

  /// Whether it is a reading of `text`.
  func isReading(of text: ArraySlice<UInt8>) -> Bool {
    bytes.withUnsafeBufferPointer { mine in text.withUnsafeBufferPointer { mine.hasSameBytes(as: $0) } }
  }
}

/// Texts below the front matter of files, as they were read before they were written: who reads such a file then need not read
/// its text again. They change nothing in what is found.
package final class SoundTexts: Sendable {
  private let texts = Locked<[String: SoundText]>([:])

  package init() {}

  /// - Parameter path: where the file is, from the project's root.
  package func add(_ text: SoundText, path: String) { texts.withLock { $0[path] = text } }

  /// Gives away the one at `path`, which is asked for once: thousands of them would fill the memory.
  func take(_ path: String) -> SoundText? { texts.withLock { $0.removeValue(forKey: path) } }
}
