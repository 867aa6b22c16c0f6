/// Where something takes place.
package enum Location: Sendable, Hashable {
  /// At a place that has a page of its own, by its slug: what else is known of it, the site knows.
  case place(slug: String)
  /// Somewhere that is known by its name alone.
  case named(String)
}
