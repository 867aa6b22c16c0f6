/// A free page.
package struct Page: HasEntry, Hashable {
  package var entry: Entry
  /// Its place in the navigation; `nil`: only the site map and its parent lead there.
  package var menu: Int?

  package init(entry: Entry, menu: Int? = nil) {
    self.entry = entry
    self.menu = menu
  }
}
