import Foundation

/// A folder of our own among those for what is temporary, which nobody else may look into. It goes with this value: who works
/// in it holds the value, not its path alone.
package final class WorkingFolder: Sendable {
  package let path: String

  /// `nil` where it can't be made; `errno` says why.
  package init?() {
    // mkdtemp(3) puts a name of its own in the place of the last six letters, and lets nobody else in.
    var name = Array((Self.parent + "gazette-XXXXXX").utf8CString)
    guard mkdtemp(&name) != nil else { return nil }
    path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Where such folders are made, as messages name it; ends with `/`.
  package static var parent: String { NSTemporaryDirectory() }
}
