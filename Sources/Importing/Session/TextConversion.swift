import Diagnostics
import Markup
import Site

/// Makes the text of one entry.
final class TextConversion {
  private let composer: EntryComposer
  private let item: ImportItem
  private let place: ImportPlan.Place
  private(set) var remarks: [Diagnostic] = []
  /// About pictures; what is left to fetch is said once for each.
  private(set) var remarksOfPictures: [Diagnostic] = []

  init(composer: EntryComposer, item: ImportItem, place: ImportPlan.Place) {
    self.composer = composer
    self.item = item
    self.place = place
  }

  private var location: SourceLocation { SourceLocation(file: place.path) }

  func body() throws -> String {
    switch item.text {
    case .none: return ""
    case .html(let html, let base, let breaksAtLineEnds):
      var options = HTMLTextOptions()
      options.title = item.outline.title
      options.breaksAtLineEnds = breaksAtLineEnds
      options.place = location
      options.link = { [self] in link($0, from: base) }
      options.picture = { [self] in picture($0, larger: $1, from: base) }
      let shortcodes = Shortcodes.marked(
        html, attached: composer.mediaByParent[item.outline.origin] ?? [])
      let (document, found) = HTMLText.document(shortcodes.html, options)
      let proved = ProvedMarkdown(document, place: location)
      remarks += shortcodes.removed.map { .importShortcode(location, text: $0) } + found + proved.remarks
      return proved.text
    case .markdown(let text, _):
      return text
    }
  }

  // MARK: Links

  private func link(_ written: String, from base: String) -> HTMLTextOptions.LinkOutcome {
    let address = OldSite.absolute(written, from: base)
    if let origin = composer.plan.origin(at: address) {
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
    if isFile(path) { return file(whole) }
    // Whatever it is, it is no entry here: for the time being the old site shows it.
    let there = composer.site.address.isEmpty ? whole : OldSite.absolute(whole, from: composer.site.address + "/")
    guard there.hasPrefix("http") else { return refuse(written) }
    remarks.append(.importLinkToOldSite(location, address: there))
    return .to(there)
  }

  private func refuse(_ address: String) -> HTMLTextOptions.LinkOutcome {
    remarks.append(.importLinkRefused(location, address: address))
    return .words
  }

  /// Whether the reader takes an address that is none of the site's.
  private static func canLead(_ address: String) -> Bool {
    let scheme = address.prefix { $0 != ":" && $0 != "/" }.lowercased()
    return ["http", "https", "mailto", "tel"].contains(scheme) && address.dropFirst(scheme.count).first == ":"
      && address.count > scheme.count + 1 && !address.contains(where: \.isNewline)
  }

  /// Whether a path of the old site is that of a file, and no page.
  private func isFile(_ path: String) -> Bool {
    let name = path.prefix { $0 != "?" }
    return path.contains("/uploads/") || path.contains("/wp-content/")
      || MediaType(ofFile: String(name)).map { $0.origin != .program } ?? false
  }

  private func file(_ address: String) -> HTMLTextOptions.LinkOutcome {
    let outcome = try? composer.media.outcome(of: address)
    switch outcome {
    case .landed(let path)?: return .to(RelativePath.between(place.path, "Content/" + path))
    case .refused(let diagnostic)?:
      remarks.append(diagnostic.moved(to: place.path))
      return .words
    case .missing(let address)?: return .to(address)
    case nil: return .to(address)
    }
  }

  // MARK: Pictures

  private func picture(_ written: String, larger: String?, from base: String) -> HTMLTextOptions.PictureOutcome {
    let isMedium = written.hasPrefix("gazette-media:")
    let address = isMedium ? written : OldSite.absolute(written, from: base)
    // What is shown smaller here than it is there: the whole is the one to have, where it is the same picture.
    let whole = larger.map { OldSite.absolute($0, from: base) }
    let wanted = whole.flatMap { composer.site.pathAndQuery(of: $0) != nil ? $0 : nil } ?? address
    guard isMedium || wanted.hasPrefix("http") || wanted.hasPrefix("/") || base.isEmpty else { return .dropped }
    switch composer.picture(wanted, from: place) {
    case .path(let path, let medium):
      return .shown(address: path, alternative: medium?.alternative, caption: isMedium ? medium?.caption : nil)
    case .elsewhere(let address):
      remarksOfPictures.append(.importPictureElsewhere(location, address: address))
      return isMedium && !address.hasPrefix("http")
        ? .dropped : .shown(address: address, alternative: nil, caption: nil)
    case .refused(let diagnostic):
      remarks.append(diagnostic.moved(to: place.path))
      return .dropped
    }
  }
}
