/// Numbers in bytes that may lie: what reaches past the end is `nil`.
struct ByteReader {
  let bytes: [UInt8]

  var count: Int { bytes.count }

  func byte(_ at: Int) -> Int? {
    at >= 0 && at < bytes.count ? Int(bytes[at]) : nil
  }

  /// `size` bytes, at most 7, as a number; the most significant first, or last.
  func number(_ at: Int, size: Int, isBigEndian: Bool = true) -> Int? {
    guard at >= 0, at <= bytes.count - size else { return nil }
    var result = 0
    for index in 0..<size {
      result = result << 8 | Int(bytes[isBigEndian ? at + index : at + size - 1 - index])
    }
    return result
  }

  func big16(_ at: Int) -> Int? { number(at, size: 2) }
  func big32(_ at: Int) -> Int? { number(at, size: 4) }
  func little16(_ at: Int) -> Int? { number(at, size: 2, isBigEndian: false) }
  func little24(_ at: Int) -> Int? { number(at, size: 3, isBigEndian: false) }
  func little32(_ at: Int) -> Int? { number(at, size: 4, isBigEndian: false) }

  /// Whether `text` stands at `at`, byte for byte.
  func has(_ text: String, at: Int) -> Bool {
    guard at >= 0, at <= bytes.count - text.utf8.count else { return false }
    return bytes[at..<at + text.utf8.count].elementsEqual(text.utf8)
  }

  /// Where `pattern` first stands within `range`.
  func find(_ pattern: String, in range: Range<Int>) -> Int? {
    let wanted = Array(pattern.utf8)
    guard let first = wanted.first else { return nil }
    let last = min(range.upperBound, bytes.count) - wanted.count
    var at = max(range.lowerBound, 0)
    while at <= last {
      if bytes[at] == first, bytes[at..<at + wanted.count].elementsEqual(wanted) { return at }
      at += 1
    }
    return nil
  }
}
