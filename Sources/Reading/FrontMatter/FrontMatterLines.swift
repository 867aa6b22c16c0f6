import Diagnostics
import Site

/// The lines of the front matter of a text by the keys that they mean, for commands that change some of them and nothing else.
package struct FrontMatterLines {
  private let source: SourceText
  /// Whole lines, with what ends them.
  private let fields: [(key: FieldKey, lines: Range<Int>)]
  /// Where the fence begins that closes it.
  private let end: Int

  /// - Parameter path: from the project's root.
  /// - Returns: `nil` where `bytes` have no front matter that is read.
  package init?(_ bytes: [UInt8], path: String, of kind: EntryKind) {
    let source = SourceText(path: path, bytes: bytes)
    var scanner = FrontMatterScanner(source, table: KeyTable.of(kind), kind: kind)
    guard let frontMatter = scanner.scan() else { return nil }
    self.source = source
    fields = frontMatter.fields.map { field in
      let last = max(field.raw.value.upperBound, field.raw.continuation.upperBound)
      let start = source.bounds(around: field.raw.keyRange.lowerBound).lowerBound
      return (field.description.key, start..<source.afterLineEnd(source.lineEnd(from: last)))
    }
    end = source.bounds(around: frontMatter.bodyStart - 1).lowerBound
  }

  /// The text with `lines` as the last of its front matter, in the place of those of `keys`.
  package func replacing(_ keys: Set<FieldKey>, with lines: [String]) -> [UInt8] {
    let bytes = source.bytes
    let firstEnd = source.lineEnd(from: source.firstOffset)
    let lineEnd = bytes[firstEnd..<source.afterLineEnd(firstEnd)]
    var result: [UInt8] = []
    var position = 0
    let replaced = fields.filter { keys.contains($0.key) }.map(\.lines).sorted { $0.lowerBound < $1.lowerBound }
    for range in replaced where range.lowerBound >= position {
      result += bytes[position..<range.lowerBound]
      position = range.upperBound
    }
    result += bytes[position..<max(position, end)]
    for line in lines { result += line.utf8 + lineEnd }
    return result + bytes[max(position, end)...]
  }
}
