import Foundation

/// What the system lets the process have (getrlimit(2)); `nil` where it sets no bound.
package enum ProcessLimits {
  /// Bytes of address space.
  package static var addressSpace: Int? { current(RLIMIT_AS) }

  private static func current(_ resource: __rlimit_resource) -> Int? {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(resource.rawValue), &limit) == 0, limit.rlim_cur != rlim_t(bitPattern: -1),
      let value = Int(exactly: limit.rlim_cur)
    else { return nil }
    return value
  }

  /// A number of bytes as people write it: `1500000000`, `1500M`, `2G`, `2 Go`; `nil` for anything else, and for 0.
  package static func bytes(_ text: String) -> Int? {
    let units: [Character: Int] = ["k": 1 << 10, "m": 1 << 20, "g": 1 << 30]
    var folded = text.lowercased().filter { !$0.isWhitespace }
    if folded.last == "o" || folded.last == "b" { folded.removeLast() }
    let unit = folded.last.flatMap { units[$0] }
    guard let number = Int(unit == nil ? folded : String(folded.dropLast())), number > 0 else { return nil }
    let (bytes, isTooMuch) = number.multipliedReportingOverflow(by: unit ?? 1)
    return isTooMuch ? nil : bytes
  }
}
