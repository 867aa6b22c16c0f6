/// The letters of ASCII that the Latin letters of Unicode are made of.
enum LatinLetters {
  /// The letter without its accent or stroke, in lower case; `nil` for what is no letter or more than one.
  static func base(of scalar: Unicode.Scalar) -> UInt8? {
    let letter: UInt8
    switch scalar.value {
    case 0xC0...0x17F: letter = latin1AndA[Int(scalar.value) - 0xC0]
    case 0x1CD...0x233: letter = latinB[Int(scalar.value) - 0x1CD]
    case 0x1E00...0x1EFF: letter = latinAdditional[Int(scalar.value) - 0x1E00]
    default: return nil
    }
    return letter == UInt8(ascii: ".") ? nil : letter
  }

  /// The letters that were drawn as one, in lower case.
  static func ligature(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "œ", "Œ": "oe"
    case "æ", "Æ", "ǽ", "Ǽ", "ǣ", "Ǣ": "ae"
    case "ß", "ẞ": "ss"
    case "ǿ", "Ǿ": "o"
    case "þ", "Þ": "th"
    case "ĳ", "Ĳ": "ij"
    case "ŋ", "Ŋ": "ng"
    case "ﬀ": "ff"
    case "ﬁ": "fi"
    case "ﬂ": "fl"
    case "ﬃ": "ffi"
    case "ﬄ": "ffl"
    case "ﬅ", "ﬆ": "st"
    default: nil
    }
  }

  // One letter for each scalar of the range, `.` where there is none.
  private static let latin1AndA = Array(
    ("aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.y"
      + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkkklllllll"
      + "lllnnnnnnn..oooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs").utf8)
  private static let latinB = Array(
    ("aaiioouuuuuuuuuu.aaaa....ggkkoooo..j...gg..nnaa....aaaaeeeeiiiio"
      + "ooorrrruuuusstt..hh......aaeeooooooooyy").utf8)
  private static let latinAdditional = Array(
    ("aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm"
      + "mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv"
      + "wwwwwwwwwwxxxxyyzzzzzzhtwy......aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
      + "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......").utf8)
}
