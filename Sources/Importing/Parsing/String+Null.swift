extension String {
  /// The text without U+0000, which no file of the content may hold, and sources of every kind may: as it is, or by an escape.
  var withoutNull: String {
    holdsByte(where: { $0 == 0 }) ? String(decoding: utf8.filter { $0 != 0 }, as: UTF8.self) : self
  }
}
