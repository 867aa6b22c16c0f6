import Text

/// A line that opens or closes the front matter: `---`, or what keyboards and hands make of it.
struct Fence {
  let isStandard: Bool
  /// Whether blanks stand before it.
  let isIndented: Bool

  /// - Parameter mayBeIndented: whether blanks may stand before it.
  init?(_ bytes: [UInt8], _ line: Range<Int>, mayBeIndented: Bool = false) {
    let trimmed = bytes.trimmed(line)
    isIndented = trimmed.lowerBound > line.lowerBound
    guard trimmed.count >= 2, mayBeIndented || !isIndented else { return nil }
    if trimmed.count == 3, bytes.has("---", at: trimmed.lowerBound) {
      isStandard = true
      return
    }
    var index = trimmed.lowerBound
    while index < trimmed.upperBound {
      if bytes[index] == .hyphen {
        index += 1
      } else if bytes.has("—", at: index) || bytes.has("–", at: index) || bytes.has("−", at: index) {
        index += 3
      } else {
        return nil
      }
    }
    isStandard = false
  }
}
