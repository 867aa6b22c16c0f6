import Diagnostics
import Markup
import Text
import Site

/// What texts say of addresses of the site, with the places where they say it.
package struct AddressReferences: Sendable {
  /// Addresses that a link names, from the root of the site, percent-encoded, without fragment.
  package var links: [Located<String>]
  /// Earlier addresses.
  package var aliases: [Located<SitePath>]

  package init(links: [Located<String>] = [], aliases: [Located<SitePath>] = []) {
    self.links = links
    self.aliases = aliases
  }
}

/// Holds what texts say of addresses against what is published: there is no other list of what stands where.
struct AddressCheck: Sendable {
  private(set) var diagnostics: [Diagnostic] = []
  /// Where links lead in truth, by the address they name; `nil` where they lead nowhere.
  private(set) var led: [String: SitePath?] = [:]

  /// Addresses that are compared with one that leads nowhere, at most; and such addresses, at most.
  private static let mostCompared = (names: 5_000, links: 100)

  private let plan: PublicationPlan
  private var pages: [String]?
  private var compared = 0

  init(plan: PublicationPlan, references: AddressReferences) {
    self.plan = plan
    for collision in plan.places.collisions { diagnostics.append(Self.diagnostic(of: collision)) }
    check(aliases: references.aliases)
    check(queries: references.aliases)
    for link in references.links { check(link) }
  }

  // MARK: Two at one address

  private static func diagnostic(of collision: Publication.Collision) -> Diagnostic {
    let (kept, refused) = (collision.kept, collision.refused)
    let address = SitePath.address(ofFile: refused.path)
    // Whoever reads it can only do something about what stands in the content.
    if case .file(let file) = refused.owner {
      return .sameAddress(SourceLocation(file: file), address: address, other: name(of: kept.owner))
    }
    if case .file(let file) = kept.owner {
      return .sameAddress(SourceLocation(file: file), address: address, other: name(of: refused.owner))
    }
    return .sameAddress(nil, address: address, other: name(of: kept.owner))
  }

  private static func name(of owner: PublishedFile.Owner) -> String {
    switch owner {
    case .file(let file): file
    case .program(let name): name
    }
  }

  // MARK: Earlier addresses

  private mutating func check(aliases: [Located<SitePath>]) {
    for (alias, obstacle) in plan.aliases.refused {
      let source = alias.entry.source
      let written = aliases.first { $0.place.file == source && Alias($0.value, of: alias.entry).path == alias.path }
      let place = written?.place ?? SourceLocation(file: source)
      switch obstacle {
      case .taken(let owner):
        diagnostics.append(.aliasTaken(place, alias: alias.path.text, other: Self.name(of: owner)))
      case .alsoOf(let file): diagnostics.append(.aliasGivenTwice(place, alias: alias.path.text, other: file))
      case .administration: diagnostics.append(.aliasOfAdministration(place, alias: alias.path.text))
      }
    }
  }

  /// Addresses with a query lead on at servers alone: said once for the site, at the first.
  private mutating func check(queries aliases: [Located<SitePath>]) {
    let found = aliases.filter { $0.value.query != nil }
    guard let first = found.min(by: { ($0.place.file, $0.place.line) < ($1.place.file, $1.place.line) }) else { return }
    diagnostics.append(
      .aliasWithQuery(first.place, alias: PercentCoding.decoded(first.value.text), count: found.count))
  }

  // MARK: Links

  private mutating func check(_ link: Located<String>) {
    let whole = link.value
    let address = plan.aliases.entry(at: whole) == nil ? String(whole.prefix { $0 != "?" }) : whole
    // Where an earlier address is kept, nothing else stands but what leads on from it.
    if let entry = plan.aliases.entry(at: address) {
      led[address] = .some(entry.path)
      diagnostics.append(
        .linkToAlias(link.place, target: PercentCoding.decoded(address), address: entry.path.text))
    } else if stands(address) {
      return
    } else if !address.hasSuffix("/"), stands(address + "/") {
      led[address] = .some(SitePath(address + "/"))
    } else {
      led[address] = .some(nil)
      diagnostics.append(
        .brokenLink(link.place, target: PercentCoding.decoded(address), nearest: nearest(to: address)))
    }
  }

  private func stands(_ address: String) -> Bool {
    let file = SitePath(address).outputFile
    return plan.places.owner(of: file)?.path == file
  }

  private mutating func nearest(to address: String) -> [String] {
    compared += 1
    guard compared <= Self.mostCompared.links else { return [] }
    let names =
      pages
      ?? plan.places.files.lazy.filter { $0.path.hasSuffix("index.html") || $0.path.hasSuffix(".ics") }
      .prefix(Self.mostCompared.names).map { SitePath.address(ofFile: $0.path) }
    pages = names
    return EditDistance.nearest(to: PercentCoding.decoded(address), in: names)
  }
}
