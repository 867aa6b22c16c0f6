import Markup
import Site

/// Takes out of entries what they say of others that are left out.
struct Pruner {
  let dropped: Set<EntryKey>
  /// Their titles, to stand in the place of links.
  let titles: [EntryKey: String]
  private let addresses: Set<String>

  init(dropped: Set<EntryKey>, titles: [EntryKey: String]) {
    self.dropped = dropped
    self.titles = titles
    addresses = Set(dropped.map { SitePath.entry($0).text })
  }

  func pruned(_ item: SiteEntry) -> SiteEntry {
    var result = item
    result.entry.body = item.entry.body.mapTargets(
      link: { link in
        if case .site(let address) = link.target, isDropped(address) { return link.content }
        return [.link(link)]
      }, image: { $0 })
    result.forget(dropped, titles: titles)
    result.mapLinks { isDropped($0) ? nil : $0 }
    return result
  }

  private func isDropped(_ address: String) -> Bool {
    addresses.contains(String(address.prefix { $0 != "#" && $0 != "?" }))
  }
}
