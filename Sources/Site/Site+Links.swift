import Markup

extension Site {
  /// The site with links led on: `destinations` has, by the address that a link names (from the site's root, without
  /// fragment, and without query unless that belongs to an earlier address), the page it is to lead to; `nil` where there is none: of such a link its words stay.
  package func leading(_ destinations: [String: SitePath?]) -> Site {
    let guide = LinkGuide(destinations: destinations)
    return mapEntries { item in
      item.entry.body = guide.led(item.entry.body)
      item.mapLinks { address in
        switch guide.led(address) {
        case .unchanged: address
        case .to(let destination): destination
        case .nowhere: nil
        }
      }
    }
  }
}

private struct LinkGuide {
  enum Outcome {
    case unchanged
    case to(String)
    case nowhere
  }

  let destinations: [String: SitePath?]

  func led(_ document: Document) -> Document {
    document.rewriting(
      blocks: { _ in nil },
      inlines: { inline in
        guard case .link(var link) = inline, case .site(let address) = link.target else { return nil }
        switch led(address) {
        case .unchanged: return nil
        case .nowhere: return link.content
        case .to(let destination):
          link.target = .site(destination)
          return [.link(link)]
        }
      })
  }

  func led(_ address: String) -> Outcome {
    let fragment = address.firstIndex(of: "#") ?? address.endIndex
    if address.contains("?"), let destination = destinations[String(address[..<fragment])] {
      return destination.map { .to($0.text + address[fragment...]) } ?? .nowhere
    }
    let end = address.firstIndex { $0 == "?" || $0 == "#" } ?? address.endIndex
    guard let destination = destinations[String(address[..<end])] else { return .unchanged }
    return destination.map { .to($0.text + address[end...]) } ?? .nowhere
  }
}
