import Presenting
import Site

extension Website {
  /// The pages that lead to the forge's editor, for those who write there; none without a forge.
  func proposalPages() -> [WebPage] {
    guard let forge = Forge(site.settings) else { return [] }
    return templates.compactMap { template in
      guard let link = proposal(of: template.kind) else { return nil }
      return programPage(link.path, title: link.title, description: "\(link.title) sur \(quotedTitle), pas à pas.") {
        [self] context in
        let page = ProposalPage(
          introduction: introduction(to: link.path), host: forge.host, template: template,
          editor: forge.newAddress(for: template), filledEditor: forge.filledAddress(for: template))
        return theme.proposal(page, context)
      }
    }
  }

  /// Where an entry of `kind` is proposed; `nil` where none can be.
  func proposal(of kind: EntryKind) -> EntryLink? {
    Self.proposals(on: site, templates: templates).contains(kind) ? Self.proposalLink(kind) : nil
  }

  /// The kinds of which a page leads to the editor.
  private static func proposals(on site: Site, templates: [EntryTemplate]) -> [EntryKind] {
    Forge(site.settings) == nil ? [] : templates.map(\.kind).filter { proposalLink($0) != nil }
  }

  /// The free pages that have a page of their own: all but those that introduce one of the program's, where that is made.
  static func freePages(of site: Site, templates: [EntryTemplate]) -> [Page] {
    let proposed = proposals(on: site, templates: templates).compactMap { proposalLink($0)?.path }
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
