/// A file that is to be made.
package struct NewFile: Sendable, Hashable {
  /// From the project's root: `Content/nouvelles/2019-09-rentree.md`.
  package var path: String
  package var slug: String
  package var text: String
  /// Whether it stays unpublished until a line is taken away.
  package var isDraft: Bool

  package init(path: String, slug: String, text: String, isDraft: Bool = false) {
    self.path = path
    self.slug = slug
    self.text = text
    self.isDraft = isDraft
  }
}
