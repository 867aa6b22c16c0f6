import Diagnostics
import Presenting
import Site
import Text
import Time

/// What is to be looked at before a letter is sent, as far as a program can look.
struct ProofChecks: Sendable {
  struct Line: Sendable, Hashable {
    enum Verdict: Sendable, Hashable {
      case right
      case doubtful
      /// To be judged by people.
      case toRead
    }

    var verdict: Verdict
    var text: String
    /// What is listed below it.
    var items: [String] = []
    /// What the page finds out by itself once a browser shows it.
    var measure: Measure?
  }

  /// What depends on how a browser sets the letter: the page measures it where it is shown.
  enum Measure: String, Sendable, CaseIterable {
    case width = "largeur"
    case contrast = "contraste"

    /// What is said where nobody measures.
    var task: String {
      switch self {
      case .width: "Largeur sur un téléphone\u{A0}: rien ne doit dépasser dans la vue «\u{A0}Sur un téléphone\u{A0}»."
      case .contrast: "Contraste\u{A0}: tout doit se lire, en clair et dans la vue «\u{A0}Thème sombre\u{A0}»."
      }
    }

    var right: String {
      switch self {
      case .width: "Largeur\u{A0}: rien ne dépasse sur un téléphone (320 pixels)."
      case .contrast: "Contraste\u{A0}: tout se lit, en clair et en sombre (4,5 au moins)."
      }
    }

    /// What is wrong is listed behind it.
    var wrong: String {
      switch self {
      case .width: "ceci est plus large qu’un téléphone (320 pixels)\u{A0}:"
      case .contrast: "le contraste de ceci est trop faible, il faut au moins 4,5\u{A0}:"
      }
    }
  }

  let files: LetterFiles
  /// The paths of all files of the site.
  let paths: Set<String>

  private var letter: Letter { files.letter }
  private var settings: Settings { files.settings }

  /// The list, in the order in which a letter is read.
  func lines(of html: String) -> [Line] {
    [sending, sender, subject, preheader, editorial, contents, weight(html)] + links(in: html) + [pictures(in: html)]
      + Measure.allCases.map { Line(verdict: .toRead, text: $0.task, measure: $0) }
  }

  // MARK: What stands at its head

  private var sending: Line {
    let issue = letter.issue
    let minute = issue.sendMinute.map { CivilDateTime(day: issue.sendDate, minuteOfDay: $0) }
    let date = French.dateWithWeekday(minute.map { .minute($0) } ?? .day(issue.sendDate))
    return issue.sending == .notYet
      ? Line(verdict: .doubtful, text: "Envoi prévu \(date), mais en retard\u{A0}: «\u{A0}envoyee: non\u{A0}».")
      : Line(verdict: .toRead, text: "Envoi\u{A0}: \(date).")
  }

  private var sender: Line {
    let missing = LetterChecks.missingSettings(settings)
    guard missing.isEmpty else {
      return Line(verdict: .doubtful, text: "À remplir dans site.yml\u{A0}: \(missing.joined(separator: ", ")).")
    }
    guard settings.known("contact.adresse", settings.contact.address) != nil else {
      let words =
        "L’expéditeur est rempli. La lettre ne donne pas d’adresse postale («\u{A0}contact.adresse\u{A0}» de site.yml)."
      return Line(verdict: .toRead, text: words)
    }
    return Line(verdict: .right, text: "L’expéditeur et l’adresse postale sont remplis.")
  }

  private var subject: Line {
    let (count, most) = (letter.issue.subject.count, IssueTemplate.longestSubject)
    return Line(
      verdict: count <= most ? .right : .doubtful,
      text: "Objet\u{A0}: \(French.count(count, "caractère"))"
        + (count <= most ? "." : ", plus de \(most)\u{A0}: la fin ne se verra pas."))
  }

  private var preheader: Line {
    let text = letter.issue.preheader
    if IssueTemplate.isPreheader(text) {
      return Line(verdict: .doubtful, text: "L’accroche est encore le texte proposé\u{A0}: récrivez-la.")
    }
    return Line(
      verdict: IssueTemplate.preheaderLength.contains(text.count) ? .right : .doubtful,
      text: "Accroche\u{A0}: \(French.count(text.count, "caractère")).")
  }

  private var editorial: Line {
    if letter.issue.entry.body.blocks.isEmpty { return Line(verdict: .doubtful, text: "Il n’y a pas d’éditorial.") }
    return Line(verdict: .toRead, text: "Il y a un éditorial\u{A0}: relisez-le.")
  }

  private var contents: Line {
    // As the letter shows them: what returns stands once.
    let lines = letter.lines
    let dates = (lines.dated + lines.ongoing + lines.regular).map(\.line)
    let news = letter.news.count
    return Line(
      verdict: news + dates.count > 0 ? .toRead : .doubtful,
      text: "\(French.count(news, "nouvelle")), \(French.count(dates.count, "rendez-vous", plural: "rendez-vous"))."
        .firstUppercased,
      items: letter.news.map(\.title)
        + dates.map { line in
          let when = line.returning ?? line.item.map { French.span($0.occurrence.span) }
          return (when.map { "\($0)\u{A0}: " } ?? "") + line.event.title
        })
  }

  // MARK: What the mail holds

  private func weight(_ html: String) -> Line {
    let size = html.utf8.count
    return Line(
      verdict: size < LetterChecks.warnedSize ? .right : .doubtful,
      text: "Poids\u{A0}: \((size + 999) / 1000) ko. Gmail coupe à 102.")
  }

  private func links(in html: String) -> [Line] {
    let addresses = Self.values(of: "href", in: html)
    let base = settings.absoluteAddress(of: .home)
    // Made of the event itself by the program: nothing to try.
    let made = Set(letter.googleLinks.values)
    var (dead, outside): ([String], [String]) = ([], [])
    var inside = 0
    for address in addresses {
      if address.hasPrefix(base) {
        inside += 1
        if !leadsSomewhere(String(address.dropFirst(base.count))) { dead.append(address) }
      } else if !address.hasPrefix("#"), !made.contains(address) {
        outside.append(address)
      }
    }
    return [
      Line(
        verdict: dead.isEmpty ? .right : .doubtful,
        text: "\(French.count(inside, "lien")) vers le site"
          + (dead.isEmpty ? ", tous vérifiés." : ", dont \(dead.count) sans page\u{A0}:"), items: dead),
      Line(
        verdict: .toRead, text: "\(French.count(outside.count, "autre lien", plural: "autres liens")), à essayer.",
        items: outside),
    ]
  }

  /// `path` from the site's root, without the slash before it.
  private func leadsSomewhere(_ path: String) -> Bool {
    let plain = SitePath("/" + path.prefix { $0 != "#" && $0 != "?" }).outputFile
    return paths.contains(plain)
  }

  private func pictures(in html: String) -> Line {
    let tags = Self.tags("img", in: html)
    let count = tags.count
    let silent = tags.count { $0.contains("alt=\"\"") }
    if count == 0 { return Line(verdict: .right, text: "Aucune image.") }
    return Line(
      verdict: silent == 0 ? .right : .doubtful,
      text: "\(French.count(count, "image"))"
        + (silent == 0 ? ", toutes avec leur texte." : ", dont \(silent) sans texte de remplacement."))
  }

  // MARK: Reading a mail that this program wrote

  /// Each value of an attribute once, in order.
  static func values(of attribute: String, in html: String) -> [String] {
    stretches(behind: " \(attribute)=\"", until: .doubleQuote, in: html).uniqued().map(MarkupSign.unescaped)
  }

  /// What stands in the tags of an element, behind its name.
  private static func tags(_ name: String, in html: String) -> [Substring] {
    stretches(behind: "<\(name) ", until: UInt8(ascii: ">"), in: html)
  }

  /// What stands behind each `opening`, as far as the next byte `end`.
  private static func stretches(behind opening: String, until end: UInt8, in html: String) -> [Substring] {
    let length = opening.utf8.count
    return html.withBytes { bytes in
      html.offsets(of: opening).compactMap { offset in
        bytes.firstOffset(of: end, from: offset + length).map { html[bytes: (offset + length)..<$0] }
      }
    }
  }
}
