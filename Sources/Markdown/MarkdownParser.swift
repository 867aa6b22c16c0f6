import CCmarkGFM
import Markup
import Threads

/// Reads GitHub-flavoured Markdown: CommonMark 0.29 with tables, task lists, strikethrough, autolinks and footnotes.
package struct MarkdownParser: Sendable {
  package init() {}

  /// The tree of `text`. Positions are lines and byte columns of `text`.
  ///
  /// Throws the first limit that `text` passes; nothing of it is then read.
  package func parse(_ text: String) throws(MarkdownLimit) -> Document {
    var text = text
    return try text.withUTF8 { bytes in Result { () throws(MarkdownLimit) in try read(utf8: bytes).document } }.get()
  }

  /// The tree of a text in UTF-8; bytes that are not UTF-8 are read as U+FFFD.
  ///
  /// Throws the first limit that the text passes; nothing of it is then read.
  package func parse(utf8 bytes: some Collection<UInt8>) throws(MarkdownLimit) -> Document {
    try read(utf8: bytes).document
  }

  /// The tree of a text in UTF-8, with where its parts stand.
  package func read(utf8 bytes: some Collection<UInt8>) throws(MarkdownLimit) -> MarkdownReading {
    let result = bytes.withContiguousStorageIfAvailable { bytes in
      Result { () throws(MarkdownLimit) in try read(utf8: bytes) }
    }
    guard let result else { return try read(utf8: Array(String(decoding: bytes, as: UTF8.self).utf8)) }
    return try result.get()
  }

  private func read(utf8 bytes: UnsafeBufferPointer<UInt8>) throws(MarkdownLimit) -> MarkdownReading {
    try LimitScanner.check(bytes)
    guard let root = Library.parse(bytes) else { return MarkdownReading() }
    defer { cmark_node_free(root) }
    return try TreeBuilder.reading(root, source: SourceLines(bytes))
  }
}

/// cmark-gfm, which is not safe to call from two threads: it keeps what it parses with in global variables
/// (github/cmark-gfm#176).
private enum Library {
  /// The root of the tree, the caller's to free; reading it needs no lock.
  static func parse(_ text: UnsafeBufferPointer<UInt8>) -> OpaquePointer? {
    // The lock gives out what can be sent only, and a pointer can't: it leaves as the number it is.
    let address = lock.withLock { isReady -> UInt in
      if !isReady { cmark_gfm_core_extensions_ensure_registered() }
      isReady = true
      guard let parser = cmark_parser_new(CMARK_OPT_FOOTNOTES | CMARK_OPT_VALIDATE_UTF8) else { return 0 }
      defer { cmark_parser_free(parser) }
      for name in extensions {
        if let known = cmark_find_syntax_extension(name) { cmark_parser_attach_syntax_extension(parser, known) }
      }
      text.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
      return UInt(bitPattern: cmark_parser_finish(parser))
    }
    return OpaquePointer(bitPattern: address)
  }

  private static let extensions = ["table", "strikethrough", "autolink", "tagfilter", "tasklist"]
  private static let lock = Locked(false)
}
