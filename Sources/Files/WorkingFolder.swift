import Foundation

/// A folder of our own among those for what is temporary, which nobody else may look into. It goes with this value: who works
/// in it holds the value, not its path alone.
package final class WorkingFolder: Sendable {
  package let path: String

  /// `nil` where it can't be made; `errno` says why.
  package init?() {
    // Nobody else is let in.
    var name = Self.template
    guard mkdtemp(&name) != nil else { return nil }
    path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// What mkdtemp(3) and mkstemp(3) make a name of that nothing has yet. They ask for these six letters at the end, and put
  /// others in their place.
  static var template: [CChar] { Array((parent + "gazette-XXXXXX").utf8CString) }

  /// The folder of a project in which what a later build may want again is kept, by its name there: it can be removed without
  /// harm.
  package static let cache = ".cache"

  /// Where such folders are made, as messages name it; ends with `/`.
  package static var parent: String { NSTemporaryDirectory() }
}
