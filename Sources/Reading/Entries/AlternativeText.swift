import Foundation
import Text

/// Whether the description of a picture says anything to who does not see it.
enum AlternativeText {
  /// What stands around a name without saying more of it: « Photo de la fête ».
  private static let empty: Set<String> = [
    "affiche", "au", "aux", "d", "de", "des", "dessin", "du", "en", "illustration", "image", "img", "jpeg", "jpg", "l",
    "la", "le", "les", "logo", "photo", "photographie", "picture", "png", "un", "une", "visuel", "webp",
  ]

  /// Whether `text` only says again what stands beside the picture anyway: the entry's `title`, or how the file is called.
  static func repeats(_ text: String, title: String, file: String) -> Bool {
    let name = (file as NSString).lastPathComponent
    let words = Self.words(text)
    return [title, name, (name as NSString).deletingPathExtension].contains { other in
      if Folding.slug(text) == Folding.slug(other) { return true }
      return !words.isEmpty && words == Self.words(other)
    }
  }

  private static func words(_ text: String) -> [Substring] {
    Folding.slug(text).split(separator: "-").filter { !empty.contains(String($0)) }
  }
}
