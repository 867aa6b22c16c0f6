import Diagnostics
import Markup
import Site
import Text

/// Makes addresses of the site out of the paths that people write in one entry.
struct LinkResolver {
  enum Resolution: Sendable, Hashable {
    /// A path of the site, with its fragment.
    case site(String)
    /// Elsewhere, with its scheme.
    case external(String)
    /// Nothing that a reader could open now; what there is to say was said.
    case unavailable
  }

  let context: ReadingContext
  let origin: LinkOrigin
  /// By the file.
  private(set) var attachments: [String: Attachment] = [:]
  private(set) var pictures: [PictureReference] = []
  /// Addresses of the site that are named as such; whether anything stands there, the plan of the publication knows.
  private(set) var addresses: [Located<String>] = []
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var unknown: [UnknownName] = []

  init(context: ReadingContext, origin: LinkOrigin) {
    self.context = context
    self.origin = origin
  }

  /// `place` is asked for only where something is to be reported, or a file is found: a text may have thousands of addresses.
  mutating func link(_ text: String, at place: @autoclosure () -> SourceLocation) -> Resolution {
    switch LinkTarget(text) {
    case .empty: return report(.emptyLink(place()))
    case .local(let name): return report(.fileOfComputer(place(), target: text, name: name))
    case .embedded: return report(.embeddedFile(place()))
    case .external:
      return EmailAddress.recipients(ofLink: text) != nil ? mail(text, at: place) : .external(text.withSmallScheme)
    case .withoutScheme: return report(.linkWithoutScheme(place(), target: text))
    case .forbidden(let scheme): return report(.forbiddenScheme(place(), scheme: scheme))
    case .fragment(let fragment):
      guard fragment.isEmpty || origin.anchors.contains(fragment) else {
        return report(brokenFragment(place(), text, fragment, in: origin.anchors))
      }
      return .site(origin.page.text + suffix(fragment))
    case .path(let path, let query, let fragment):
      return resolve(path, written: text, query: query, fragment: fragment, at: place)
    }
  }

  /// A link that writes to somebody (RFC 6068): each address is one, in letters that every program takes.
  private mutating func mail(_ text: String, at place: () -> SourceLocation) -> Resolution {
    let target = text.dropFirst(EmailAddress.scheme.count)
    let written = target.prefix { $0 != "?" }
    var links: [String] = []
    for part in written.split(separator: ",") {
      switch EmailAddress.read(PercentCoding.decoded(TextCleaner.trimmed(part))) {
      case .success(let address): links.append(String(address.link.dropFirst(EmailAddress.scheme.count)))
      case .failure(let fault): return report(.badEmail(place(), value: String(part), fault))
      }
    }
    return .external(EmailAddress.scheme + links.joined(separator: ",") + target.dropFirst(written.count))
  }

  /// The address of the picture that the field `key` names: a file of the content and nothing else; `nil` where it is none,
  /// which is reported.
  mutating func picture(ofField key: FieldKey, _ text: String, at place: SourceLocation) -> String? {
    switch LinkTarget(text) {
    case .local, .embedded, .path:
      guard case .site(let address) = picture(text, at: place) else { return nil }
      return address
    default:
      diagnostics.append(.imageMustBeFile(place, key: key.rawValue, value: text))
      return nil
    }
  }

  /// A picture of the content; `nil` where there is none, which is reported.
  mutating func picture(_ text: String, at place: SourceLocation) -> Resolution {
    switch LinkTarget(text) {
    case .empty: return report(.emptyLink(place))
    case .local(let name): return report(.fileOfComputer(place, target: text, name: name))
    case .embedded: return report(.embeddedFile(place))
    case .external:
      guard text.isWebAddress else {
        return report(.forbiddenScheme(place, scheme: String(text.prefix { $0 != ":" })))
      }
      // In a mail it would report who reads; in a page it is not loaded (Content-Security-Policy).
      let isInLetter = origin.key?.kind == .issue
      return report(
        isInLetter ? .externalImageInLetter(place, target: text) : .externalImage(place, target: text))
    case .withoutScheme: return report(.linkWithoutScheme(place, target: text))
    case .forbidden(let scheme): return report(.forbiddenScheme(place, scheme: scheme))
    case .fragment: return missing(text, isImage: true, place)
    case .path(let path, _, _):
      guard let resolved = ContentPath.resolved(path, from: origin.file.parent) else {
        return report(.outsideContent(place, target: text))
      }
      guard let file = context.tree.files[resolved] ?? otherSigns(resolved, written: text, at: place) else {
        return otherCase(resolved, written: text, at: { place }) ?? missing(text, isImage: true, place)
      }
      guard AttachmentRules.isImage(file) else {
        return report(.notAnImage(place, target: text))
      }
      return show(file, at: place)
    }
  }

  // MARK: Paths

  private mutating func resolve(
    _ path: String, written: String, query: String, fragment: String?, at place: () -> SourceLocation
  ) -> Resolution {
    guard let resolved = ContentPath.resolved(path, from: origin.file.parent) else {
      return report(.outsideContent(place(), target: written))
    }
    if let key = context.keysByPath[resolved] { return page(key, written, fragment, at: place) }
    if context.brokenPaths.contains(resolved) { return .unavailable }
    if let file = context.tree.files[resolved] ?? otherSigns(resolved, written: written, at: place()),
      file.fileExtension != "md"
    {
      return AttachmentRules.isPicture(file) ? show(file, at: place()) : attach(file, at: place())
    }
    if let list = ContentPath.listPage(ofFolder: resolved), context.tree.folders.contains(resolved) {
      return self.address(list.text, query: "", fragment, at: place())
    }
    if let key = context.keysByPath[resolved + ".md"], !path.hasSuffix("/") {
      // An address of the site, or its file: either way it means the same page.
      if path.hasPrefix("/") { return page(key, written, fragment, at: place) }
      return report(
        .linkWithoutExtension(place(), target: written, fixed: path + ".md" + (fragment.map { "#" + $0 } ?? "")))
    }
    if let other = otherCase(resolved, written: written, at: place) { return other }
    if path.hasPrefix("/"), !isFilePath(resolved) {
      let address = PercentCoding.path("/" + resolved) + (path.hasSuffix("/") && !resolved.isEmpty ? "/" : "")
      return self.address(address, query: query, fragment, at: place())
    }
    if !path.hasPrefix("."), !path.hasPrefix("/") {
      if EmailAddress(path) != nil { return report(.emailLinkWithoutScheme(place(), target: written)) }
      if !ContentFiles.isText(path), WebAddress.completed(path) != nil,
        path.hasPrefix("www.") || !AttachmentRules.isFileName(path)
      {
        return report(.linkWithoutScheme(place(), target: written))
      }
    }
    return missing(written, isImage: false, place())
  }

  private mutating func page(
    _ key: EntryKey, _ written: String, _ fragment: String?, at place: () -> SourceLocation
  ) -> Resolution {
    guard let known = context.entries[key] else { return .unavailable }
    if let fragment, !fragment.isEmpty, !known.anchors.contains(fragment) {
      return report(brokenFragment(place(), written, fragment, in: known.anchors))
    }
    guard known.isPublished || key == origin.key else {
      return report(.linkToUnpublished(place(), title: known.title))
    }
    return .site(SitePath.entry(key).text + suffix(fragment ?? ""))
  }

  /// Whether a path can only be that of a file of the content: the site has no address like it.
  private func isFilePath(_ path: String) -> Bool {
    let file = ContentFile(path: path)
    return file.fileExtension == "md" || AttachmentRules.isPicture(file)
  }

  private mutating func address(
    _ address: String, query: String, _ fragment: String?, at place: SourceLocation
  ) -> Resolution {
    addresses.append(Located(address + query, at: place))
    return .site(address + query + suffix(fragment ?? ""))
  }

  /// The file that is called so but for its spaces and apostrophes: programs put others into names than people type.
  private mutating func otherSigns(
    _ resolved: String, written: String, at place: @autoclosure () -> SourceLocation
  ) -> ContentFile? {
    guard let other = context.tree.otherCase(of: resolved),
      ContentPath.withPlainSigns(other.path) == ContentPath.withPlainSigns(resolved)
    else { return nil }
    diagnostics.append(.otherSigns(place(), target: written, actual: other.path))
    return other
  }

  private mutating func otherCase(_ resolved: String, written: String, at place: () -> SourceLocation) -> Resolution? {
    guard let other = context.tree.otherCase(of: resolved) else { return nil }
    return report(.wrongCase(place(), target: written, actual: other.path))
  }

  private func suffix(_ fragment: String) -> String {
    fragment.isEmpty ? "" : "#" + PercentCoding.query(fragment)
  }

  private func brokenFragment(
    _ place: SourceLocation, _ written: String, _ fragment: String, in anchors: Set<String>
  ) -> Diagnostic {
    let nearest = EditDistance.nearest(to: Folding.slug(fragment), in: anchors.sorted().prefix(500).map { $0 })
    return .brokenFragment(place, target: written, fragment: fragment, nearest: nearest, all: anchors.count)
  }

  private mutating func report(_ diagnostic: Diagnostic) -> Resolution {
    diagnostics.append(diagnostic)
    return .unavailable
  }

  private mutating func missing(_ text: String, isImage: Bool, _ place: SourceLocation) -> Resolution {
    unknown.append(UnknownName(wanted: .file(isImage: isImage), text: text, place: place))
    return .unavailable
  }

  // MARK: Files

  /// What a reader on a telephone wants to know before a file is fetched: « (PDF, 120 ko) »; nothing where the words say the
  /// size already.
  func sizeRemark(of address: String, in content: [Inline]) -> [Inline] {
    guard let attachment = attachments.values.first(where: { $0.path.text == address }) else { return [] }
    let words = PlainTextRenderer.text(of: content)
    let ending = attachment.source.split(separator: ".").last.map { $0.uppercased() } ?? ""
    guard !words.isEmpty, !["JPG", "JPEG", "PNG", "WEBP", "AVIF", "GIF", "SVG"].contains(ending),
      !words.contains(/\d\s?[kKMG]o\b/)
    else { return [] }
    return [.text(" (\(ending), \(Self.size(attachment.size)))")]
  }

  /// « 120 ko », « 2,4 Mo ».
  private static func size(_ bytes: Int) -> String {
    if bytes < 999_500 { return "\(max(1, (bytes + 500) / 1000))\u{A0}ko" }
    let tenths = (bytes + 50_000) / 100_000
    return "\(tenths / 10)" + (tenths % 10 == 0 ? "" : ",\(tenths % 10)") + "\u{A0}Mo"
  }

  /// A picture is never published as it is: its address here only names the file.
  private mutating func show(_ file: ContentFile, at place: SourceLocation) -> Resolution {
    let reference = PictureReference(
      address: PercentCoding.path("/" + file.shownPath), source: file.shownPath, place: place)
    pictures.append(reference)
    return .site(reference.address)
  }

  private mutating func attach(_ file: ContentFile, at place: SourceLocation) -> Resolution {
    switch AttachmentRules.check(file, root: context.root) {
    case .refused(let reason): return report(reason.diagnostic(place, file: file.shownPath))
    case .accepted(let size):
      let path = AttachmentRules.address(of: file, for: origin)
      if size > AttachmentRules.heavy { diagnostics.append(.heavyAttachment(place, file: file.shownPath, size: size)) }
      attachments[file.shownPath] = Attachment(path: path, source: file.shownPath, size: size)
      return .site(path.text)
    }
  }
}

/// The file in which addresses stand.
struct LinkOrigin: Sendable {
  let file: ContentFile
  /// The entry that it gives; `nil` for the settings.
  let key: EntryKey?
  /// The fragments that lead to its headings.
  let anchors: Set<String>

  init(_ draft: EntryDraft) { (file, key, anchors) = (draft.file, draft.key, draft.anchors) }

  /// The file of the settings.
  static let settings = LinkOrigin(file: SettingsReader.file)

  private init(file: ContentFile) { (self.file, key, anchors) = (file, nil, []) }

  /// The page that shows it.
  var page: SitePath { key.map { SitePath.entry($0) } ?? .home }
}
