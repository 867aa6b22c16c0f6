/// Signs of ASCII by name.
extension UInt8 {
  package static let lineFeed = UInt8(ascii: "\n")
  package static let carriageReturn = UInt8(ascii: "\r")
  package static let tab = UInt8(ascii: "\t")
  package static let space = UInt8(ascii: " ")
  package static let hyphen = UInt8(ascii: "-")
  package static let colon = UInt8(ascii: ":")
  package static let hash = UInt8(ascii: "#")
  package static let quote = UInt8(ascii: "'")
  package static let doubleQuote = UInt8(ascii: "\"")

  package var isBlank: Bool { self == .space || self == .tab }
  package var isLineEnd: Bool { self == .lineFeed || self == .carriageReturn }
  /// Of ASCII, small or not.
  package var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }
  package var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
}
