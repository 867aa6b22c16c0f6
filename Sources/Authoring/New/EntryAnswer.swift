import Reading
import Site
import Text
import Time

/// An answer to a question about an entry, as it is to stand in its file.
package enum EntryAnswer: Sendable, Hashable {
  /// A text, which is written so that it is read back as it is.
  case text(String)
  /// The value itself.
  case plain(String)

  /// As it is to stand in the file, or to be read by ``WrittenText``.
  package var written: String {
    switch self {
    case .text(let text), .plain(let text): text
    }
  }

  /// What is to be written for `text`, which somebody answered to `field`; `nil` where that leaves it out.
  ///
  /// - Throws: why it is no answer, and what to write.
  package init?(_ text: String, to field: FormField, of kind: EntryKind, on site: Site) throws(RequestProblem) {
    let text = WrittenText.cleaned(text)
    guard !text.isEmpty else { return nil }
    switch field.control {
    case .line: self = .text(text)
    case .address: self = .plain(try Self.address(text))
    case .contact:
      let isKnown = EmailAddress(text) != nil || PhoneNumber(text) != nil
      self = .plain(isKnown ? text : try Self.address(text))
    case .number(let range):
      guard let number = Int(text), range.contains(number) else {
        throw RequestProblem(
          message: "«\u{A0}\(text)\u{A0}» n’est pas un nombre.", hint: "De \(range.lowerBound) à \(range.upperBound).")
      }
      self = .plain(String(number))
    case .date:
      guard let key = Schema.key(named: field.key, of: kind)?.key else { return nil }
      switch SpokenDate.read(text, for: key, of: kind, zone: site.settings.zone) {
      case .date(let date): self = .plain(SpokenDate.written(date))
      case .problem(let message, let hint): throw RequestProblem(message: message, hint: hint)
      }
    case .box:
      switch YesNo.answer(text) {
      case true?: self = .plain(YesNo.yes)
      case false?: return nil
      case nil: throw RequestProblem(message: "«\u{A0}\(text)\u{A0}» n’est ni oui ni non.", hint: nil)
      }
    case .choice(let words):
      guard let word = words.first(where: { Folding.slug($0) == Folding.slug(text) }) else {
        throw RequestProblem(
          message: "«\u{A0}\(text)\u{A0}» n’est pas l’un des mots possibles.",
          hint: "Au choix\u{A0}: \(words.joined(separator: ", ")).")
      }
      self = .plain(word)
    case .words: self = .plain(Self.list(Self.parts(text)))
    case .entry(let named, let isMany, let isFree):
      let names = try (isMany ? Self.parts(text) : [text]).map { name throws(RequestProblem) in
        guard let entry = Self.entry(named, called: name, on: site) else {
          if isFree { return named == .place ? WrittenText.place(name) : name }
          throw Self.unknown(name, named, on: site)
        }
        return entry.key.slug
      }
      self = isMany ? .plain(Self.list(names)) : isFree ? .text(names[0]) : .plain(names[0])
    case .photograph: return nil
    }
  }

  /// Where something takes place, which somebody gave in the words of `text`: an entry that is known by them, or free text.
  package static func place(_ text: String, on site: Site) -> String {
    let text = WrittenText.cleaned(text)
    return entry(.place, called: text, on: site) == nil ? WrittenText.place(text) : text
  }

  private static func parts(_ text: String) -> [String] {
    text.split(separator: ",").map { WrittenText.cleaned(String($0)) }.filter { !$0.isEmpty }
  }

  private static func list(_ members: [String]) -> String {
    "[" + members.map(WrittenText.member).joined(separator: ", ") + "]"
  }

  /// An address of the web, whole; people leave out how it begins.
  private static func address(_ text: String) throws(RequestProblem) -> String {
    let whole = text.contains("://") ? text : WebScheme.https.rawValue + text
    guard whole.isWebAddress, WebAddress(whole)?.looksPublic == true else {
      throw RequestProblem(
        message: "«\u{A0}\(text)\u{A0}» n’est pas une adresse.", hint: "Par exemple\u{A0}: https://exemple.org/page")
    }
    return whole
  }

  /// The one entry that is called so: by its title, the name of its file, or another of its names.
  private static func entry(_ kind: EntryKind, called name: String, on site: Site) -> SiteEntry? {
    let wanted = Folding.slug(name)
    let found = site.entries(of: kind).filter { entry in
      let others = if case .partner(let partner) = entry { partner.otherNames } else { [String]() }
      return ([entry.key.slug, entry.title] + others).contains { Folding.slug($0) == wanted }
    }
    return found.count == 1 ? found.first : nil
  }

  private static func unknown(_ name: String, _ kind: EntryKind, on site: Site) -> RequestProblem {
    let known = site.entries(of: kind).map(\.title)
    return RequestProblem(
      message: "«\u{A0}\(name)\u{A0}» n’est pas connu parmi les \(kind.row.noun.plural).",
      hint: known.isEmpty ? nil : "Au choix\u{A0}: \(known.prefix(20).joined(separator: ", ")).")
  }
}
