import Text
import Threads

/// Texts in HTML that entries of a source put into theirs: each is kept once there and shown in several.
final class SharedTexts: Sendable {
  private let texts: [String: String]
  private let shown = Locked<Set<String>>([])

  /// - Parameter texts: by their numbers.
  init(_ texts: [String: String]) { self.texts = texts }

  /// The one of this number as it is to be read; `nil` where there is none.
  func text(_ number: String) -> String? {
    guard let text = texts[number] else { return nil }
    _ = shown.withLock { $0.insert(number) }
    return Shortcodes.marked(text).html
  }

  /// Those that no entry showed.
  var leftOut: LeftOut? {
    let count = texts.count - shown.withLock { $0.count }
    guard count > 0 else { return nil }
    return LeftOut(
      noun: .masculine("bloc réutilisable", plural: "blocs réutilisables"), count: count,
      remark: "que rien n’affichait")
  }
}
