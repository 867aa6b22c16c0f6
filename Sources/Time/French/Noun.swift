/// A French noun with what has to be known to speak of one and of several.
package struct Noun: Sendable, Hashable {
  package let singular: String
  package let plural: String
  package let isFeminine: Bool

  /// - Parameter plural: where it is not the singular with an s.
  package static func feminine(_ singular: String, plural: String? = nil) -> Noun {
    Noun(singular: singular, plural: plural ?? singular + "s", isFeminine: true)
  }

  /// - Parameter plural: where it is not the singular with an s.
  package static func masculine(_ singular: String, plural: String? = nil) -> Noun {
    Noun(singular: singular, plural: plural ?? singular + "s", isFeminine: false)
  }

  /// « une nouvelle », « un lieu ».
  package var withArticle: String { (isFeminine ? "une " : "un ") + singular }
}
