/// A piece of running text. Only what is rare and large stands apart in memory: texts are long rows of small pieces.
package enum Inline: Sendable, Hashable {
  case text(String)
  case softBreak
  case lineBreak
  case code(String)
  case emphasis([Inline])
  case strong([Inline])
  case strikethrough([Inline])
  indirect case link(Link)
  indirect case image(Image)
  /// An acronym with its long form.
  indirect case abbreviation(String, title: String)
  /// HTML that the author wrote; never published, kept so that it can be reported at its place.
  indirect case rawHTML(String, TextPosition)
  /// A mark that leads to footnote `number`; `occurrence` counts the references to the same note from 1.
  indirect case footnoteReference(number: Int, occurrence: Int)
}

/// Where a link or a picture leads.
package enum Target: Sendable, Hashable {
  /// As the author wrote it: an address with a scheme, a fragment, or a relative path not yet resolved.
  case written(String)
  /// Something of this site: a path from the site's root, beginning with `/`, percent-encoded where needed, with its
  /// fragment if there is one (`/agenda/champysoupe/#acces`).
  case site(String)
}

package struct Link: Sendable, Hashable {
  package var target: Target
  package var title: String
  package var content: [Inline]
  package var position: TextPosition

  package init(target: Target, title: String = "", content: [Inline], position: TextPosition) {
    self.target = target
    self.title = title
    self.content = content
    self.position = position
  }
}

package struct Image: Sendable, Hashable {
  package var target: Target
  /// What is said in its place; empty for a decoration.
  package var alternative: String
  package var title: String
  package var position: TextPosition
  /// The files that show it, where they were prepared.
  package var picture: Picture?

  package init(
    target: Target, alternative: String, title: String = "", position: TextPosition, picture: Picture? = nil
  ) {
    self.target = target
    self.alternative = alternative
    self.title = title
    self.position = position
    self.picture = picture
  }
}
