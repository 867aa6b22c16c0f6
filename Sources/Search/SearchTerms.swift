/// Words and the entries that have them, written small.
struct SearchTerms: Sendable {
  /// The words in the order of their bytes with a space between them; each without what it shares with the word before,
  /// whose length is its first character (a digit of base 36): `0abonnement 8s 2ri`.
  let words: String
  /// For each word the numbers of its entries, ascending, each as what is to be added to the one before (the first to -1)
  /// less one. The last digit of a number is one of `0-9a-z` (0 to 35), those before it one of `A-Z` (0 to 25):
  /// 5 is `5`, 36 `B0`.
  let places: String

  /// `places` ascending.
  init(_ terms: [String: [Int]]) {
    var words: [UInt8] = []
    var places: [UInt8] = []
    var previous: [UInt8] = []
    for (word, numbers) in terms.map({ (Array($0.key.utf8), $0.value) }).sorted(by: { Self.isBefore($0.0, $1.0) }) {
      if !words.isEmpty {
        words.append(UInt8(ascii: " "))
        places.append(UInt8(ascii: " "))
      }
      let shared = Self.sharedPrefix(word, previous)
      words.append(Self.digits[shared])
      words += word[shared...]
      var last = -1
      for number in numbers {
        Self.append(number - last - 1, to: &places)
        last = number
      }
      previous = word
    }
    self.words = String(decoding: words, as: UTF8.self)
    self.places = String(decoding: places, as: UTF8.self)
  }

  private static func isBefore(_ a: [UInt8], _ b: [UInt8]) -> Bool { a.lexicographicallyPrecedes(b) }

  /// How many bytes both begin with, at most 35, whole characters only.
  private static func sharedPrefix(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var count = 0
    while count < min(a.count, b.count, digits.count - 1), a[count] == b[count], a[count] < 0x80 { count += 1 }
    return count
  }

  private static let digits = Array("0123456789abcdefghijklmnopqrstuvwxyz".utf8)

  private static func append(_ number: Int, to bytes: inout [UInt8]) {
    var leading: [UInt8] = []
    var rest = number / 36
    while rest > 0 {
      leading.append(UInt8(ascii: "A") + UInt8(rest % 26))
      rest /= 26
    }
    bytes += leading.reversed()
    bytes.append(digits[number % 36])
  }
}
