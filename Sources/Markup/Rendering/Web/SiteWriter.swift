/// Writes a text as the site shows it.
struct SiteWriter {
  private(set) var text = ""
  let renderer: HTMLRenderer

  init(_ renderer: HTMLRenderer) { self.renderer = renderer }

  mutating func write(_ document: Document) {}
  mutating func write(_ inlines: [Inline]) {}
}
