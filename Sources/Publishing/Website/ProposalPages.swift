import Presenting
import Site
import Text
import Time

extension Website {
  /// The pages by which anyone proposes something: a form for each kind, and what makes a photograph fit to be published.
  func proposalPages() -> [WebPage] {
    guard !templates.isEmpty else { return [] }
    let forge = Forge(site.settings)
    let email = House(of: site, on: today.day).email.flatMap { EmailAddress($0) }
      .flatMap { $0.isPlaceholder ? nil : $0.text }
    let pages = templates.compactMap { template -> WebPage? in
      guard let link = proposal(of: template.kind) else { return nil }
      return programPage(link.path, title: link.title, description: "\(link.title) sur \(quotedTitle), pas à pas.") {
        [self] context in
        let page = ProposalPage(
          introduction: introduction(to: link.path), host: forge?.host, template: template,
          editor: forge?.newAddress(for: template), filledEditor: forge?.filledAddress(for: template), email: email,
          form: form(for: template, forge, email: email))
        return theme.proposal(page, context)
      }
    }
    let photograph = programPage(
      .proposePhotograph, title: Self.photographTitle,
      description: "Mettre une photo à l’endroit, la réduire, en ôter le lieu\u{A0}: dans votre navigateur."
    ) { [self] context in
      theme.photograph(
        PhotographPage(
          introduction: introduction(to: .proposePhotograph), upload: forge?.uploadAddress(of: "Content/images"),
          email: email),
        context)
    }
    return pages + [photograph]
  }

  private static let photographTitle = "Préparer une photo"

  /// Where a photograph is made fit to be published; `nil` where nothing can be proposed.
  var photographLink: EntryLink? {
    templates.isEmpty ? nil : EntryLink(title: Self.photographTitle, path: .proposePhotograph)
  }

  private func form(for template: EntryTemplate, _ forge: Forge?, email: String?) -> ProposalForm {
    ProposalForm(
      kind: template.kind,
      questions: template.fields.map { field in
        guard case .entry(let kind, _, _) = field.control else {
          return ProposalForm.Question(field: field, options: [])
        }
        return ProposalForm.Question(field: field, options: options(of: kind))
      },
      forge: forge?.form(for: template), email: email, hasSchoolHolidays: site.settings.schoolHolidays != nil,
      reserved: template.reserved)
  }

  /// The entries that can be named, by the names that visitors know; of events the next ones.
  private func options(of kind: EntryKind) -> [ProposalForm.Option] {
    let entries = kind == .event ? nextEvents.map(SiteEntry.event) : site.entries(of: kind)
    return entries.map { ProposalForm.Option(name: title(of: $0), slug: $0.key.slug) }
      .sorted { NaturalOrder.ofTitles($0.name, $1.name, orElse: $0.slug < $1.slug) }
  }

  /// The events of which something is still to come, the soonest first, and no more than can be looked through.
  private var nextEvents: [Event] {
    let mostOffered = 60
    let coming = site.events.compactMap { event in
      event.schedule.next(at: today, limit: 1).first.map { (event, $0.span.start) }
    }
    return coming.sorted { ($0.1.firstMinute, $0.0.key.slug) < ($1.1.firstMinute, $1.0.key.slug) }
      .prefix(mostOffered).map(\.0)
  }

  /// Where an entry of `kind` is proposed; `nil` where none can be.
  func proposal(of kind: EntryKind) -> EntryLink? {
    Self.proposals(by: templates).contains(kind) ? Self.proposalLink(kind) : nil
  }

  /// The kinds of which there is a form.
  private static func proposals(by templates: [EntryTemplate]) -> [EntryKind] {
    templates.map(\.kind).filter { proposalLink($0) != nil }
  }

  /// The free pages that have a page of their own: all but those that introduce one of the program's, where that is made.
  static func freePages(of site: Site, templates: [EntryTemplate]) -> [Page] {
    let proposed =
      templates.isEmpty ? [] : proposals(by: templates).compactMap { proposalLink($0)?.path } + [.proposePhotograph]
    return site.pages.filter { page in
      guard ProgramPages.isIntroduction(page.key.slug) else { return true }
      return ProgramPages.isProposal(page.path) && !proposed.contains(page.path)
    }
  }

  private static func proposalLink(_ kind: EntryKind) -> EntryLink? {
    switch kind {
    case .news: return EntryLink(title: "Proposer une nouvelle", path: .proposeNews)
    case .event: return EntryLink(title: "Proposer un événement", path: .proposeEvent)
    default: return nil
    }
  }
}
