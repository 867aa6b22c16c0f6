/// Events that belong together.
package struct Series: HasEntry, Hashable {
  package var entry: Entry

  package init(entry: Entry) { self.entry = entry }
}
