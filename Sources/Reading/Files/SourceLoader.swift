import Diagnostics
import Files
import Markdown
import Text

/// Reads a text file of the content and reports what is wrong with its bytes.
enum SourceLoader {
  /// Bytes of a file of text at most.
  static let largest = MarkdownLimit.Kind.textSize.allowed

  static func load(
    _ file: ContentFile, root: String, _ replacements: [String: [UInt8]] = [:]
  ) -> Result<SourceText, Rejected> {
    if let bytes = replacements[file.shownPath] { return .success(SourceText(path: file.shownPath, bytes: bytes)) }
    let place = SourceLocation(file: file.shownPath)
    do throws(ConfinedFolder.Failure) {
      let source = SourceText(
        path: file.shownPath, bytes: try ConfinedFolder(root).read(file.shownPath, limit: largest))
      guard let problem = problem(in: source) else { return .success(source) }
      return .failure(Rejected(problem, source))
    } catch {
      return .failure(Rejected(diagnostic(of: error, place)))
    }
  }

  private static func diagnostic(of failure: ConfinedFolder.Failure, _ place: SourceLocation) -> Diagnostic {
    switch failure {
    case .missing: return .missingFile(place)
    case .unreadable: return .unreadable(place)
    case .notRegular: return .specialFile(place)
    case .tooLarge(let size): return .fileTooLarge(place, size: size, limit: largest)
    }
  }

  struct Rejected: Error {
    var diagnostic: Diagnostic
    /// The file as far as its lines can be shown.
    var source: SourceText?

    init(_ diagnostic: Diagnostic, _ source: SourceText? = nil) {
      self.diagnostic = diagnostic
      self.source = source
    }
  }

  private static func problem(in source: SourceText) -> Diagnostic? {
    let bytes = source.bytes
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return .utf16(source.wholePlace, isReadable: ForeignEncoding.decoded(bytes) != nil)
    }
    if let index = bytes.withUnsafeBufferPointer({ $0.firstOffset(of: 0) }) {
      return .nulByte(source.place(index..<(index + 1)))
    }
    if String(validating: bytes, as: UTF8.self) != nil { return nil }
    let index = firstInvalid(bytes)
    let character = ForeignEncoding.windowsLetter(bytes[index])
    // Shown with the rest of the line read as Windows-1252, where the author would see the letter meant.
    return .notUTF8(
      source.place(index..<(index + 1)), character: character, isReadable: ForeignEncoding.decoded(bytes) != nil)
  }

  /// Where the first byte stands that is not UTF-8.
  static func firstInvalid(_ bytes: [UInt8]) -> Int {
    var iterator = bytes.makeIterator()
    var decoder = UTF8()
    var offset = 0
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): offset += UTF8.width(scalar)
      case .emptyInput: return max(0, min(offset, bytes.count - 1))
      case .error: return min(offset, bytes.count - 1)
      }
    }
  }
}
