import Digests
import Files
import Foundation
import Markdown
import Site
import Text

/// What the content says of where it came from: a line in the front matter of each file that was imported, which goes with
/// the file wherever it is put.
struct ImportMemory {
  struct Known: Sendable {
    /// The file, from the project's root.
    var path: String
    /// Of what the source said when it was imported.
    var fingerprint: String
    /// Whether somebody has changed the file since.
    var isEdited: Bool
  }

  /// By origin.
  private(set) var known: [String: Known] = [:]

  /// The line: the origin, then what the source said and what the file was, each as a fingerprint.
  struct Line {
    var origin: String
    var fingerprint: String
    var file: String
    /// Where it stands in its text, the line end before it included.
    var range: Range<String.Index>

    private static let opening = "# Importé : "
    private static let separator = " ; "
    private static let source = "source "
    private static let file = "fichier "

    /// The one of `text`; `nil` where it has none.
    init?(in text: String) {
      guard let start = text.firstRange(of: "\n" + Self.opening) else { return nil }
      let line = text[text.index(after: start.lowerBound)...].prefix { !$0.isNewline }
      let parts = line.dropFirst(Self.opening.count).split(separator: Self.separator).map(String.init)
      guard parts.count == 3, parts[1].hasPrefix(Self.source), parts[2].hasPrefix(Self.file) else { return nil }
      origin = parts[0]
      fingerprint = String(parts[1].dropFirst(Self.source.count))
      file = String(parts[2].dropFirst(Self.file.count))
      range = start.lowerBound..<line.endIndex
    }

    static func text(_ origin: String, _ fingerprint: String, file: String) -> String {
      opening + name(of: origin) + separator + source + fingerprint + separator + Self.file + file
    }

    /// An origin as it can stand in the line.
    static func name(of origin: String) -> String {
      let mayDiffer = origin.holdsByte { $0 < 0x20 || $0 >= 0x80 || $0 == UInt8(ascii: ";") }
      return !mayDiffer
        ? origin
        : origin.replacing(separator, with: " ").filter { !$0.isNewline && $0 != "\0" }
    }
  }

  /// Bytes of a text of the content, at most.
  static let largest = MarkdownLimit.Kind.textSize.allowed

  init(root: String) {
    let folder = ConfinedFolder(root)
    guard let names = FileManager.default.enumerator(atPath: root + "/" + ContentFiles.folder) else { return }
    for case let name as String in names where ContentFiles.isText(name) {
      guard let bytes = try? folder.read(ContentFiles.folder + "/" + name, limit: Self.largest) else { continue }
      note(String(decoding: bytes, as: UTF8.self), path: ContentFiles.folder + "/" + name)
    }
  }

  private mutating func note(_ text: String, path: String) {
    guard let line = Line(in: text) else { return }
    known[line.origin] = Known(
      path: path, fingerprint: line.fingerprint,
      isEdited: line.file != Self.fingerprint(of: text.replacingCharacters(in: line.range, with: "")))
  }

  /// `text` with the line that remembers, as the last of its front matter.
  static func remembering(_ origin: String, _ fingerprint: String, in text: String) -> String {
    guard let before = text.offset(of: "\n---\n") else { return text }
    let end = text.utf8.index(text.startIndex, offsetBy: before)
    return text[..<end] + "\n" + Line.text(origin, fingerprint, file: Self.fingerprint(of: text)) + text[end...]
  }

  /// An origin as files name it.
  static func name(of origin: String) -> String { Line.name(of: origin) }

  /// Twelve digits that stand for a text: enough to see that it is another.
  static func fingerprint(of text: String) -> String {
    String(Hexadecimal.text(of: SHA256.digest(of: text.utf8)).prefix(12))
  }
}
