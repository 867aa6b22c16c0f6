import HTML
import Markup
import Presenting
import Site
import Time

extension Champigny {
  package func agenda(_ page: AgendaPage, _ context: PageContext) -> HTML {
    let postponed = regularList(page.postponed, context)
    return layout(
      context,
      """
      <div class="wide">
      <h1>\(context.title)</h1>
      \(introduction(page.introduction, context))
      \(page.upcoming.isEmpty ? nothingPlanned(page, context) : nil)
      \(page.upcoming.compactMap { agendaMonth($0, context) })
      \(section("Rendez-vous réguliers", regularList(page.regular, context)))
      \(section("Reportés, date à venir", postponed))
      \(calendarHint(context))
      \(proposalHint(page.proposal, context))
      \(pastYears(page.past, context))
      </div>
      """)
  }

  private func nothingPlanned(_ page: AgendaPage, _ context: PageContext) -> HTML {
    if page.regular.isEmpty {
      return """
        <p>Aucune date n’est fixée pour le moment. Abonnez-vous à l’agenda\u{A0}: la prochaine s’y inscrira d’elle-même.</p>
        """
    }
    return """
      <p>Aucune date n’est fixée pour le moment\u{202F}; voici nos rendez-vous réguliers.</p>
      """
  }

  private func calendarHint(_ context: PageContext) -> HTML {
    """
    <p class="panel">Pour que ces dates se mettent à jour dans votre téléphone ou votre ordinateur\u{A0}:
    <a href="\(context.link(.subscribe))">s’abonner à l’agenda</a>.</p>
    """
  }

  private func agendaMonth(_ month: AgendaMonth, _ context: PageContext) -> HTML? {
    section(sentence(French.month(month.month)), class: "month", agendaList(month.items, context))
  }

  private func pastYears(_ years: [AgendaPage.PastYear], _ context: PageContext) -> HTML? {
    guard !years.isEmpty else { return nil }
    return """
      <section class="past">
      <h2>Ce qui a eu lieu</h2>
      \(years.map { pastYear($0, context) })
      </section>
      """
  }

  private func pastYear(_ year: AgendaPage.PastYear, _ context: PageContext) -> HTML {
    """
    <h3>\(year.link.year)</h3>
    \(agendaList(year.items, context))
    <p class="more"><a href="\(context.link(year.link.path))">Toute l’année \(year.link.year)</a></p>

    """
  }

  package func agendaYear(_ page: AgendaYearPage, _ context: PageContext) -> HTML {
    layout(
      context,
      """
      <div class="wide">
      <h1>\(context.title)</h1>
      \(yearLinks(page.years, current: page.year, "Agenda", context))
      \(page.months.compactMap { agendaMonth($0, context) })
      \(section("Dans l’année", agendaList(page.undated, context)))
      <p class="more"><a href="\(context.link(.agenda))">Agenda à venir</a></p>
      </div>
      """)
  }
}
