/// A line that opens or closes the front matter: `---`, or what keyboards and hands make of it.
struct Fence {
  let isStandard: Bool

  init?(_ bytes: [UInt8], _ line: Range<Int>) {
    let trimmed = bytes.trimmed(line)
    guard trimmed.count >= 2, trimmed.lowerBound == line.lowerBound else { return nil }
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
