/// Numbers for words, in the order of their first appearance: a hash table over one array of bytes, because a large site has
/// millions of words to look up and few different ones.
struct WordTable {
  /// All words one after the other.
  private var bytes: [UInt8] = []
  /// Where each word ends; it begins where the one before ends.
  private var ends: [Int] = []
  /// Numbers of words, -1 where none is; as many as a power of two, at least twice the words.
  private var slots = [Int](repeating: -1, count: 1024)

  var count: Int { ends.count }

  func word(_ number: Int) -> String { String(decoding: bytes[range(of: number)], as: UTF8.self) }

  /// The number of `word`, a new one if it has none.
  mutating func number(of word: ArraySlice<UInt8>) -> Int {
    var slot = firstSlot(of: word)
    while slots[slot] >= 0 {
      if isSame(slots[slot], word) { return slots[slot] }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = count
    bytes += word
    ends.append(bytes.count)
    if count * 2 > slots.count { grow() }
    return count - 1
  }

  private func isSame(_ number: Int, _ word: ArraySlice<UInt8>) -> Bool {
    let range = range(of: number)
    guard range.count == word.count else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      word.withUnsafeBufferPointer { word in
        for index in word.indices where bytes[range.lowerBound + index] != word[index] { return false }
        return true
      }
    }
  }

  private func range(of number: Int) -> Range<Int> { (number == 0 ? 0 : ends[number - 1])..<ends[number] }

  /// FNV-1a.
  private func firstSlot(of word: ArraySlice<UInt8>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: hash ^ hash >> 32) & (slots.count - 1)
  }

  private mutating func grow() {
    slots = [Int](repeating: -1, count: slots.count * 2)
    for number in 0..<count {
      var slot = firstSlot(of: bytes[range(of: number)])
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = number
    }
  }
}
