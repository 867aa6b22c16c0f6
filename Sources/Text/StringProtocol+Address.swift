extension StringProtocol {
  /// An address as far as its query and its fragment (RFC 3986, 3.4 and 3.5), which are left out.
  package var withoutQuery: SubSequence {
    self[..<(utf8.firstIndex { $0 == UInt8(ascii: "?") || $0 == .hash } ?? endIndex)]
  }
}
