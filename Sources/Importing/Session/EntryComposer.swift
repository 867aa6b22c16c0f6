import Authoring
import Diagnostics
import Markup
import Reading
import Site
import Text
import Time

/// Makes the file of an entry: its front matter, and its text as Markdown whose links and pictures lead to where they are now.
struct EntryComposer: Sendable {
  let plan: ImportPlan
  let site: OldSite
  let media: MediaFolder
  let mediaByIdentity: [String: ImportMedium]
  let mediaByAddress: [String: ImportMedium]
  /// The pictures that were put into an entry, by its origin.
  let mediaByParent: [String: [String]]
  /// Texts that entries put into theirs.
  let parts: SharedTexts
  /// What the addresses of the new site begin with.
  let basePath: String

  /// - Parameter turn: returns when the entries before this one are prepared.
  func prepared(_ item: ImportItem, at place: ImportPlan.Place, turn: @escaping () -> Void) -> PreparedEntry {
    let conversion = TextConversion(composer: self, item: item, place: place, turn: turn)
    let document = conversion.document()
    // The survey knows of addresses that other entries give.
    let aliases = self.aliases(of: plan.outlines[item.outline.origin] ?? item.outline, at: place)
    var entry = PreparedEntry(
      outline: item.outline, place: place, fingerprint: item.fingerprint,
      document: document,
      draft: item.draft ?? (item.dateless ? "sa date n’a pas été trouvée" : nil),
      needsText: place.key.kind.row.needsText && !item.fields.contains { $0.key == .summary },
      remarksBefore: item.remarks.map { $0.moved(to: place.path) } + conversion.remarks, lostAddresses: aliases.lost)
    let title = WrittenText.cleaned(item.outline.title)
    entry.matter.add(.title, text: title.isEmpty ? "Sans titre" : shortened(title, .title, place, &entry.remarksBehind))
    for (key, value) in item.fields { add(key, value, to: &entry.matter, place, conversion, &entry.remarksBehind) }
    if !aliases.kept.isEmpty { entry.matter.add(.aliases, lines: aliases.kept.map { "- " + WrittenText.member($0) }) }
    entry.remarksBehind += conversion.remarksOfPictures
    entry.missing = conversion.missing
    return entry
  }

  // MARK: Fields

  /// What a key takes of `text`.
  private func shortened(
    _ text: String, _ key: FieldKey, _ place: ImportPlan.Place, _ remarks: inout [Diagnostic]
  ) -> String {
    let limit = FieldLimit.text
    guard text.utf8.count > limit, text.count > limit else { return text }
    remarks.append(.importValueCut(SourceLocation(file: place.path), key: key.rawValue))
    return String(text.prefix(limit))
  }

  private func add(
    _ key: FieldKey, _ value: ImportItem.Value, to matter: inout FrontMatterText, _ place: ImportPlan.Place,
    _ conversion: TextConversion, _ remarks: inout [Diagnostic]
  ) {
    switch value {
    case .text(let text): matter.add(key, text: shortened(text, key, place, &remarks))
    case .plain(let text): matter.add(key, text)
    case .texts(let texts):
      let limit = FieldLimit.list
      if texts.count > limit { remarks.append(.importValueCut(SourceLocation(file: place.path), key: key.rawValue)) }
      let members = texts.prefix(limit).map { shortened($0, key, place, &remarks) }
      matter.add(key, lines: members.map { "- " + WrittenText.member($0) })
    case .lines(let lines): matter.add(key, lines: lines)
    case .references(let origins, let isList):
      let names = origins.compactMap { plan.places[$0]?.key.slug }
      guard !names.isEmpty else { return }
      if isList { matter.add(key, "[" + names.joined(separator: ", ") + "]") } else { matter.add(key, names[0]) }
    case .picture(let address, let alternative, let words):
      switch conversion.field(address) {
      case .path(let path, let medium):
        matter.add(key, path)
        let known = [words ?? "", medium?.alternative ?? "", medium?.caption ?? ""].map(WrittenText.cleaned)
          .first { !$0.isEmpty }
        if let known {
          matter.add(alternative, text: known)
        } else {
          matter.add(alternative, "\"\"")
          remarks.append(.importPictureWithoutAlternative(SourceLocation(file: place.path), address: path))
        }
      case .elsewhere(let address, _):
        let here = SourceLocation(file: place.path)
        remarks.append(
          address.hasPrefix(SiteFolder.nowhere)
            ? .importFileMissing(here, file: String(address.dropFirst(SiteFolder.nowhere.count)))
            : .importPictureElsewhere(here, address: address))
      case .refused(let diagnostic): remarks.append(diagnostic.moved(to: place.path))
      }
    }
  }

  // MARK: Pictures and files

  /// The file that texts name by its number.
  func medium(_ address: String) -> ImportMedium? {
    guard address.hasPrefix(ImportMedium.scheme) else { return nil }
    return mediaByIdentity[String(address.dropFirst(ImportMedium.scheme.count))]
  }

  /// The file that was at an address, in any of the sizes that the old site had made of it.
  func medium(at address: String) -> ImportMedium? {
    guard !mediaByAddress.isEmpty else { return nil }
    return MediaFolder.originals(of: String(address.withoutQuery))
      .lazy.compactMap { site.key(of: $0).flatMap { mediaByAddress[$0] } }.first
  }

  // MARK: Addresses

  /// The earlier addresses of an entry that lead to it from now on, and those that can't.
  private func aliases(of outline: ImportOutline, at place: ImportPlan.Place) -> (kept: [String], lost: [String]) {
    var (kept, lost): ([String], [String]) = ([], [])
    var seen: Set<String> = []
    for address in outline.addresses + outline.lesserAddresses {
      guard var path = site.pathAndQuery(of: address), plan.origin(at: address) == outline.origin else { continue }
      if !basePath.isEmpty, path.hasPrefix(basePath + "/") { path = String(path.dropFirst(basePath.count)) }
      path = MarkdownAddress.written(path)
      let own = SitePath.entry(place.key).text
      guard path != "/", path != own, path + "/" != own, seen.insert(site.key(of: path) ?? path).inserted else {
        continue
      }
      let isKept = kept.count < FieldLimit.list && EntryNames.isFormerAddress(path)
      if isKept { kept.append(path) } else { lost.append(path) }
    }
    return (kept, lost)
  }
}

extension Diagnostic {
  /// The same, of the file at `path`.
  func moved(to path: String) -> Diagnostic {
    var result = self
    if result.place?.file.hasPrefix("Content/") != true { result.place = SourceLocation(file: path) }
    return result
  }
}
