import Diagnostics
import HTML
import Markup
import Reading
import Site
import Text

/// Makes the text of one entry.
final class TextConversion {
  private let composer: EntryComposer
  private let item: ImportItem
  private let place: ImportPlan.Place
  /// See `MediaFolder`.
  private let turn: () -> Void
  private(set) var remarks: [Diagnostic] = []
  /// About pictures; what is left to fetch is said once for each.
  private(set) var remarksOfPictures: [Diagnostic] = []
  /// Addresses of files that are not there, in the order of the text.
  private(set) var missing: [String] = []

  init(composer: EntryComposer, item: ImportItem, place: ImportPlan.Place, turn: @escaping () -> Void) {
    self.composer = composer
    self.item = item
    self.place = place
    self.turn = turn
  }

  private var location: SourceLocation { SourceLocation(file: place.path) }

  /// The text, with links and pictures that lead to where they are now; `nil` where the entry has none.
  func document() -> Document? {
    switch item.text {
    case .none: return nil
    case .html(let html, let base, let breaksAtLineEnds):
      var options = self.options(base)
      options.breaksAtLineEnds = breaksAtLineEnds
      options.notes = item.notes
      let shortcodes = Shortcodes.marked(html, attached: composer.mediaByParent[item.outline.origin] ?? [])
      let (document, found) = HTMLText.document(shortcodes.html, options)
      remarks += shortcodes.removed.map { .importShortcode(location, text: $0.text, isAround: $0.isAround) } + found
      return document
    case .markdown(let text, let base):
      let (document, found) = MarkdownText(options(base)).document(text)
      remarks += found
      return document
    }
  }

  private func options(_ base: String) -> HTMLTextOptions {
    var options = HTMLTextOptions()
    options.title = item.outline.title
    options.place = location
    options.part = { [self] in composer.parts.text($0) }
    options.name = { [self] in name(of: $0, from: base) }
    options.link = { [self] in link($0, from: base) }
    options.moved = { [self] in moved($0, from: base) }
    options.picture = { [self] in picture($0, larger: $1, from: base) }
    return options
  }

  // MARK: Links

  /// The title of the entry, or of the file, that an address means.
  private func name(of written: String, from base: String) -> String? {
    if let medium = composer.medium(written) { return medium.title.isEmpty ? nil : medium.title }
    return composer.plan.origin(at: OldSite.absolute(written, from: base)).flatMap { composer.plan.outlines[$0]?.title }
  }

  private func link(_ written: String, from base: String) -> HTMLTextOptions.LinkOutcome {
    if let unknown = unknownMedium(written) {
      remarks.append(unknown)
      return .words
    }
    if let medium = composer.medium(written) { return file([medium.address]) }
    let written = Self.withoutMarks(written)
    // Somebody meant to fill it in: it leads to no page, not even the one it stands in.
    if written.allSatisfy(\.isWhitespace) { return refuse("") }
    let addresses = self.addresses(written, from: base)
    let address = addresses[0]
    if let origin = addresses.lazy.compactMap({ self.composer.plan.origin(at: $0) }).first {
      if origin == item.outline.origin {
        let fragment = address.firstIndex(of: "#").map { String(address[$0...]) } ?? ""
        return fragment.count > 1 ? .to(fragment) : .words
      }
      if let other = composer.plan.places[origin] { return .to(composer.plan.link(from: place, to: other)) }
    }
    let whole = OldSite.withoutTracking(address)
    guard let path = composer.site.pathAndQuery(of: address) else {
      return Self.canLead(whole) ? .to(whole) : refuse(written)
    }
    if path == "/" || path == composer.site.path || path == composer.site.path + "/" { return .to("/") }
    if isFile(path) { return file(addresses.map(OldSite.withoutTracking)) }
    // A file of the source that became nothing here was at no address.
    if case .markdown = item.text, ContentFiles.isText(path) { return refuse(written) }
    // Whatever it is, it is no entry here: for the time being the old site shows it.
    let there = composer.site.address.isEmpty ? whole : OldSite.absolute(whole, from: composer.site.address + "/")
    guard there.isWebAddress, !there.hasPrefix(SiteFolder.nowhere) else { return refuse(written) }
    remarks.append(.importLinkToOldSite(location, address: there))
    return .to(there)
  }

  /// What the text says of an address that stands in it as it is, where it means something that is here now.
  private func moved(_ written: String, from base: String) -> (address: String, words: String)? {
    let address = written.hasPrefix("www.") ? "http://" + written : written
    guard composer.site.isOwn(address), case .to(let target) = link(address, from: base), !target.holds("://") else {
      return nil
    }
    let name = name(of: address, from: base) ?? composer.medium(at: address)?.title ?? ""
    if !name.isEmpty { return (target, name) }
    let plain = BareAddress.plain(written)
    // A file is called what it is called.
    return (target, String(target.hasPrefix("/") ? plain : plain.split(separator: "/").last ?? plain))
  }

  private func refuse(_ address: String) -> HTMLTextOptions.LinkOutcome {
    remarks.append(.importLinkRefused(location, address: address))
    return .words
  }

  /// Whether the reader takes an address that is none of the site's.
  static func canLead(_ address: String) -> Bool {
    let scheme = address.prefix { $0 != ":" && $0 != "/" }.lowercased()
    let rest = address.dropFirst(scheme.count + 1)
    guard address.dropFirst(scheme.count).first == ":", !rest.contains(where: \.isNewline) else { return false }
    switch scheme {
    case "http", "https": return !OldSite(address).host.isEmpty
    case "mailto":
      let people = rest.prefix { $0 != "?" }.split(separator: ",")
      return !people.isEmpty
        && people.allSatisfy { EmailAddress(PercentCoding.decoded(WrittenText.cleaned(String($0)))) != nil }
    case "tel": return rest.contains(where: \.isNumber)
    default: return URLScheme.allowed.contains(scheme) && !rest.isEmpty
    }
  }

  /// Whether a path of the old site is that of a file, and no page.
  private func isFile(_ path: String) -> Bool {
    let name = path.prefix { $0 != "?" }
    return path.contains("/uploads/") || path.contains("/wp-content/")
      || MediaType(ofFile: String(name)).map { $0.origin != .program } ?? false
  }

  /// What an address may mean that is seen from a text: in a folder of files, what it is seen from its page too, and from the
  /// folder of all texts.
  private func addresses(_ written: String, from base: String) -> [String] {
    let first = OldSite.absolute(written, from: base)
    guard case .markdown = item.text, first != written else { return [first] }
    let root = composer.site.address
    let page = item.outline.addresses.first.map { OldSite.absolute($0, from: root + "/") } ?? base
    let others =
      [OldSite.absolute(written, from: page)] + ["/", "/_posts/"].map { root + $0 + written.drop { $0 == "/" } }
    return [first] + others
  }

  /// The marks by which Pelican names its own files.
  private static func withoutMarks(_ address: String) -> String {
    for mark in [
      "{filename}", "{static}", "{attach}", "|filename|", "|static|", "%7Bfilename%7D", "%7Bstatic%7D", "%7Battach%7D",
    ]
    where address.hasPrefix(mark) { return String(address.dropFirst(mark.count)) }
    return address
  }

  private func file(_ addresses: [String]) -> HTMLTextOptions.LinkOutcome {
    switch outcome(of: addresses) {
    case .landed(let path)?: return .to(RelativePath.between(place.path, "Content/" + path))
    case .refused(let diagnostic)?:
      remarks.append(diagnostic.moved(to: place.path))
      return .words
    case .missing(let address)?:
      if address.hasPrefix(SiteFolder.nowhere) {
        remarks.append(.importFileMissing(location, file: String(address.dropFirst(SiteFolder.nowhere.count))))
        return .words
      }
      return .to(address)
    case nil: return .words
    }
  }

  // MARK: Pictures

  private func picture(_ written: String, larger: String?, from base: String) -> HTMLTextOptions.PictureOutcome {
    if let unknown = unknownMedium(written) {
      remarks.append(unknown)
      return .dropped
    }
    let isMedium = written.hasPrefix(ImportMedium.scheme)
    // What is shown smaller here than it is there: the whole is the one to have, where it is the same picture.
    let whole = larger.map { OldSite.absolute($0, from: base) }.flatMap {
      composer.site.pathAndQuery(of: $0) != nil || OldSite.isSamePicture($0, OldSite.absolute(written, from: base))
        ? $0 : nil
    }
    let addresses = isMedium ? [written] : whole.map { [$0] } ?? self.addresses(Self.withoutMarks(written), from: base)
    guard isMedium || addresses[0].isWebAddress || addresses[0].hasPrefix("/") else { return .dropped }
    switch picture(addresses) {
    case .path(let path, let medium):
      return .shown(address: path, alternative: medium?.alternative, caption: isMedium ? medium?.caption : nil)
    case .elsewhere(let address, let medium):
      if address.hasPrefix(SiteFolder.nowhere) {
        remarks.append(.importFileMissing(location, file: String(address.dropFirst(SiteFolder.nowhere.count))))
        return .dropped
      }
      remarksOfPictures.append(.importPictureElsewhere(location, address: address))
      return isMedium && !address.isWebAddress
        ? .dropped
        : .shown(address: address, alternative: medium?.alternative, caption: isMedium ? medium?.caption : nil)
    case .refused(let diagnostic):
      remarks.append(diagnostic.moved(to: place.path))
      return .dropped
    }
  }

  /// The picture of a field.
  func field(_ written: String) -> PictureOutcome {
    let base =
      switch item.text {
      case .html(_, let base, _), .markdown(_, let base): base
      case .none: composer.site.address + "/"
      }
    if let unknown = unknownMedium(written) { return .refused(unknown) }
    if written.hasPrefix(ImportMedium.scheme) { return picture([written]) }
    return picture(addresses(Self.withoutMarks(written), from: base))
  }

  /// What is reported of a file that is named by its number and is not in the source.
  private func unknownMedium(_ written: String) -> Diagnostic? {
    guard written.hasPrefix(ImportMedium.scheme), composer.medium(written) == nil else { return nil }
    return .importFileMissing(location, file: "fichier n° " + written.dropFirst(ImportMedium.scheme.count))
  }

  enum PictureOutcome {
    case path(String, ImportMedium?)
    case elsewhere(String, ImportMedium?)
    case refused(Diagnostic)
  }

  /// - Parameter addresses: what may be meant, the likeliest first.
  private func picture(_ addresses: [String]) -> PictureOutcome {
    let medium = addresses.first.flatMap { composer.medium($0) ?? composer.medium(at: $0) }
    switch outcome(of: medium.map { [$0.address] } ?? addresses) {
    case .landed(let path)?: return .path(RelativePath.between(place.path, "Content/" + path), medium)
    case .missing(let address)?: return .elsewhere(address, medium)
    case .refused(let diagnostic)?: return .refused(diagnostic)
    case nil: return .elsewhere(addresses.first ?? "", medium)
    }
  }

  /// What becomes of a file; `nil` where the machine does not do its part, which ends the import.
  private func outcome(of addresses: [String]) -> MediaFolder.Outcome? {
    let outcome = try? composer.media.outcome(of: addresses, turn: turn)
    if case .missing(let address)? = outcome { missing.append(address) }
    return outcome
  }
}
