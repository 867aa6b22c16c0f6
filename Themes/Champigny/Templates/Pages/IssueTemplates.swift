import HTML
import Markup
import Presenting
import Site

extension Champigny {
  package func issues(_ page: IssueListPage, _ context: PageContext) -> HTML {
    let list: HTML = """
      <ul class="cards">
      \(page.issues.map { issueCard($0, context) })
      </ul>
      """
    return layout(
      context,
      """
      <div class="wide">
      <h1>\(context.title)</h1>
      \(introduction(page.introduction, context))
      \(signUp(context))
      \(page.issues.isEmpty ? noIssue(context) : list)
      </div>
      """)
  }

  private func noIssue(_ context: PageContext) -> HTML {
    """
    <p>Le premier numéro n’est pas encore parti. En attendant, voyez <a href="\(context.link(.news))">les nouvelles</a>.</p>
    """
  }

  private func issueCard(_ issue: Issue, _ context: PageContext) -> HTML {
    """
    <li>
    <p class="when">\(dateTime(.day(issue.sendDate)))</p>
    <h2><a href="\(context.link(issue.path))">\(issue.title)</a></h2>
    \(paragraph(issue.entry.summary))
    </li>

    """
  }

  private func signUp(_ context: PageContext) -> HTML? {
    guard let address = context.settings.newsletter.signUp else { return nil }
    return """
      <p class="panel"><a class="button" href="\(address)">\(Self.receiveLetter)</a></p>
      """
  }

  package func issue(_ page: IssuePage, _ context: PageContext) -> HTML {
    let letter = page.letter
    let lines = letter.lines
    let issue = letter.issue
    return layout(
      context,
      """
      <article class="wide entry h-entry">
      <p class="when">Infolettre · \(dateTime(.day(issue.sendDate), class: "dt-published"))</p>
      <h1 class="p-name">\(issue.title)</h1>
      \(signUp(context))
      \(page.corrected.map { correction("Correction à", $0, context) })
      \(page.corrections.map { correction("Une erreur de cette lettre est corrigée dans", $0, context) })
      \(leadPicture(issue.entry.image, context))
      \(body(issue.entry.body, context, below: issue.entry.image))
      \(issue.callToAction.map { callToAction($0, context) })
      \(section("Les nouvelles", newsCards(letter.news, context)))
      \(section("À l’agenda", letterAgenda(lines.dated, context)))
      \(section("En ce moment", letterAgenda(lines.ongoing, context)))
      \(section("Rendez-vous réguliers", letterRegular(lines.regular, context)))
      \(section("Merci à nos partenaires", linkList(letter.partners.map { EntryLink($0) }, context)))
      \(neighbours("Autres numéros", previous: page.older, "Numéro précédent", next: page.newer, "Numéro suivant", context))
      </article>
      """)
  }

  private func correction(_ words: String, _ letter: EntryLink, _ context: PageContext) -> HTML {
    """
    <p class="panel">\(words) <a href="\(context.link(letter.path))">\(letter.title)</a>.</p>

    """
  }

  private func callToAction(_ call: Issue.CallToAction, _ context: PageContext) -> HTML {
    let address = call.link.hasPrefix("/") ? context.link(SitePath(call.link)) : call.link
    return """
      <p class="actions"><a class="button" href="\(address)">\(call.text)</a></p>
      """
  }
}
