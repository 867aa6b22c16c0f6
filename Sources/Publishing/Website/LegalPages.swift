import Diagnostics
import Markup
import Site
import Text
import Time

/// « Mentions légales » and « Données personnelles » where the team wrote none: what `site.yml` says and what the program
/// itself does, and nothing else.
enum LegalPages {
  /// What stands behind the folder and the slug in the identity of a page that was made.
  private static let mark = "#gazette"

  /// Whether a page was made here, and not written.
  static func isMade(_ page: Page) -> Bool { page.entry.id.hasSuffix(mark) }

  /// The site with the pages that it lacks and for which something was given, and their addresses.
  ///
  /// - Parameter hasForms: whether there are pages to propose something by.
  static func added(to site: Site, hasForms: Bool) -> (site: Site, made: [String]) {
    let pages = [notice(of: site), privacy(of: site, hasForms: hasForms)].compactMap { $0 }.filter {
      site.page($0.key) == nil
    }
    guard !pages.isEmpty else { return (site, []) }
    let whole = Site(
      settings: site.settings, entries: site.entries + pages.map(SiteEntry.page), attachments: site.attachments,
      machineFiles: site.machineFiles, history: site.history)
    return (whole, pages.map(\.key.slug))
  }

  // MARK: Who publishes

  private static func notice(of site: Site) -> Page? {
    let (publisher, host) = (site.settings.publisher, site.settings.host)
    let publishing = lines([
      publisher.name, publisher.status, publisher.address, publisher.phone.map { "Téléphone\u{A0}: " + $0 },
    ])
    let hosting = lines([host.name, host.address, host.phone.map { "Téléphone\u{A0}: " + $0 }])
    guard !publishing.isEmpty || !hosting.isEmpty || publisher.director != nil else { return nil }
    var blocks: [Block] = []
    if !publishing.isEmpty || publisher.email != nil {
      blocks += [heading("Qui publie ce site"), .paragraph(publishing)].filter { $0 != .paragraph([]) }
      if let email = publisher.email { blocks.append(.paragraph([.text("Courriel\u{A0}: ")] + mail(email))) }
    }
    if let director = publisher.director {
      blocks.append(.paragraph([.text("Direction de la publication\u{A0}: " + director)]))
    }
    if !hosting.isEmpty { blocks += [heading("Qui l’héberge"), .paragraph(hosting)] }
    return page("mentions-legales", "Mentions légales", "Qui publie ce site, et qui l’héberge.", blocks)
  }

  // MARK: What is done with addresses

  private static func privacy(of site: Site, hasForms: Bool) -> Page? {
    let settings = site.settings
    let email = settings.contact.email ?? settings.publisher.email
    guard settings.publisher.name != nil || email != nil || !settings.newsletter.providers.isEmpty else { return nil }
    var blocks: [Block] = []
    if let name = settings.publisher.name {
      blocks += [heading("Qui en est responsable"), .paragraph([.text(name)])]
    }
    if settings.newsletter.signUp != nil || !settings.newsletter.providers.isEmpty {
      blocks += [heading("L’infolettre")] + letter(settings)
      if let email {
        blocks.append(
          .paragraph(
            [.text("Combien de temps votre adresse est gardée, et par qui, vous pouvez le demander à ")] + mail(email)
              + [.text(".")]))
      }
    }
    blocks.append(heading("Ce site"))
    blocks.append(
      text(
        "Les pages de ce site ne déposent pas de cookie, ne chargent rien d’un autre site et ne mesurent pas les visites. Un lien qui mène ailleurs mène sur un site qui a ses propres règles."
      ))
    if hasForms {
      blocks.append(
        text(
          "Ce que vous écrivez dans les formulaires des pages «\u{A0}Proposer\u{A0}» est gardé par votre navigateur, sur votre appareil, pour que rien ne se perde\u{A0}; le bouton «\u{A0}Tout effacer\u{A0}» l’en retire. Ce site ne le reçoit pas\u{A0}: il part par votre messagerie ou par la forge, si vous l’envoyez. Une photo y est réduite sans quitter l’appareil."
        ))
    }
    blocks.append(heading("Vos droits"))
    let asking: [Inline] =
      email.map { [.text(" en écrivant à ")] + mail($0) } ?? []
    blocks.append(
      .paragraph(
        [.text("Vous pouvez demander à voir, à corriger ou à faire effacer ce qui vous concerne")] + asking
          + [
            .text("\u{A0}; et, si la réponse ne vient pas, saisir la CNIL, "),
            .link(Link(target: .written("https://www.cnil.fr"), content: [.text("www.cnil.fr")], position: start)),
            .text("."),
          ]))
    return page(
      "donnees-personnelles", "Données personnelles",
      "Ce que deviennent les renseignements que vous donnez, et comment les retirer.",
      blocks)
  }

  private static func letter(_ settings: Settings) -> [Block] {
    var blocks = [
      text(
        "Qui demande l’infolettre donne son courriel\u{A0}: c’est son accord qui permet de la lui envoyer, et il peut le retirer à tout moment."
      )
    ]
    let services = settings.newsletter.providers.filter { !$0.isSoftware }.map(\.name)
    let software = settings.newsletter.providers.filter(\.isSoftware).map(\.name)
    if !services.isEmpty {
      blocks.append(
        text(
          "L’envoi est confié à \(services.joined(separator: ", ")). Selon ses réglages, un tel service peut mesurer quelles lettres sont ouvertes et quels liens sont suivis."
        ))
    }
    if settings.newsletter.providers.contains(.mailchimp) {
      blocks.append(
        text(
          "Mailchimp est un service des États-Unis\u{A0}: ce qui lui est confié quitte l’Union européenne."
        ))
    }
    if !software.isEmpty {
      blocks.append(
        text(
          "La liste de celles et ceux qui la reçoivent est tenue avec le logiciel \(software.joined(separator: ", ")).")
      )
    }
    return blocks
  }

  // MARK: Pieces

  private static let start = TextPosition(line: 1, column: 1)

  private static func page(_ slug: String, _ title: String, _ summary: String, _ blocks: [Block]) -> Page {
    let key = EntryKey(kind: .page, slug: slug)
    return Page(
      entry: Entry(
        key: key, id: key.defaultIdentity + mark, title: title, summary: summary,
        source: key.file, body: Document(blocks: blocks)), menu: nil)
  }

  private static func heading(_ words: String) -> Block {
    .heading(Heading(level: 2, content: [.text(words)], anchor: Folding.slug(words), position: start))
  }

  private static func text(_ words: String) -> Block { .paragraph([.text(words)]) }

  private static func lines(_ texts: [String?]) -> [Inline] {
    Array(texts.compactMap { $0 }.map { [Inline.text($0)] }.joined(separator: [.lineBreak]))
  }

  private static func mail(_ text: String) -> [Inline] {
    guard let address = EmailAddress(text) else { return [.text(text)] }
    return [.link(Link(target: .written(address.link), content: [.text(text)], position: start))]
  }
}

extension Settings.Provider {
  /// What it is called in a text.
  var name: String {
    switch self {
    case .brevo: "Brevo"
    case .mailjet: "Mailjet"
    case .mailchimp: "Mailchimp"
    case .listmonk: "listmonk"
    case .phplist: "phpList"
    case .sympa: "Sympa"
    }
  }

  /// Whether it is a program that somebody runs, and not a company that sends.
  fileprivate var isSoftware: Bool { [.listmonk, .phplist, .sympa].contains(self) }
}
