import HTML
import Markup
import Presenting
import Site
import Time

extension Champigny {
  package func agenda(_ page: AgendaPage, _ context: PageContext) -> HTML {
    layout(
      context,
      """
      <div class="wide">
      <h1>\(context.title)</h1>
      \(introduction(page.introduction, context))
      \(agendaLists(page, context))
      <div\(attribute: "class", page.groups.dated.isEmpty ? nil : "beside")>
      <div>
      \(agendaDates(page, context))
      \(monthLinks(page.months, context))
      \(page.asOf.map { "<p class=\"when\">À jour au \(dateTime(.day($0)))</p>" as HTML })
      </div>
      <div>
      \(section("En ce moment", agendaList(page.groups.ongoing, context)))
      \(section("Rendez-vous réguliers", agendaRegular(page, context)))
      \(section("Reportés, ou sans date fixée", regularList(page.groups.undated, context)))
      </div>
      </div>
      \(calendarSection(page.calendar, context))
      \(proposalHint(page.proposal, context))
      \(pastYears(page.past, context))
      </div>
      """)
  }

  private func agendaLists(_ page: AgendaPage, _ context: PageContext) -> HTML? {
    guard !page.lists.isEmpty else { return nil }
    let items = page.lists.map { link -> HTML in
      "<li><a href=\"\(context.link(link.path))\">\(link.title)</a></li>\n"
    }
    return """
      <nav class="years screen" aria-label="Parties de l’agenda">
      <ul>
      \(items)
      </ul>
      </nav>
      """
  }

  /// The coming weeks, under a heading for each month; what is known by the month stands in it.
  private func agendaDates(_ page: AgendaPage, _ context: PageContext) -> HTML? {
    guard !page.groups.dated.isEmpty else { return page.groups.isEmpty ? nothingPlanned : nil }
    var months: [(month: CivilMonth, lines: [EventLine])] = []
    for line in page.groups.dated {
      guard let month = line.item?.occurrence.span.firstDay.civilMonth else { continue }
      if months.last?.month == month {
        months[months.count - 1].lines.append(line)
      } else {
        months.append((month, [line]))
      }
    }
    return months.compactMap { month, lines in
      section(sentence(French.month(month)), class: "month", agendaList(lines, context))
    }.joined()
  }

  private var nothingPlanned: HTML {
    """
    <p>Aucune date n’est fixée pour le moment. Abonnez-vous à l’agenda\u{A0}: la prochaine s’y inscrira d’elle-même.</p>
    """
  }

  private func agendaRegular(_ page: AgendaPage, _ context: PageContext) -> HTML? {
    guard let list = regularList(page.groups.regular, context) else { return nil }
    let isUndated = page.groups.regular.allSatisfy { $0.item == nil }
    return "\(list)\(isUndated ? hearOfNext(context) : nil)"
  }

  /// Where no date is known: how to hear of the next.
  func hearOfNext(_ context: PageContext) -> HTML {
    """
    <p>Prochaine date à confirmer. Elle sera annoncée sur ce site et dans la lettre\u{A0}: <a href="\(context.link(.subscribe))">comment l’apprendre</a>.</p>
    """
  }

  private func monthLinks(_ months: [MonthLink], _ context: PageContext) -> HTML? {
    guard !months.isEmpty else { return nil }
    let items = months.map { link -> HTML in
      let count: HTML = " <span class=\"count\">(\(link.count))</span>"
      return """
        <li><a href="\(context.link(link.path))">\(sentence(French.month(link.month)))\(link.count == 0 ? nil : count)</a></li>

        """
    }
    return """
      <section class="screen">
      <h2 id="\(anchor("Mois par mois"))">Mois par mois</h2>
      <nav class="years" aria-label="Agenda par mois">
      <ul>
      \(items)
      </ul>
      </nav>
      </section>
      """
  }

  private func pastYears(_ years: [AgendaPage.PastYear], _ context: PageContext) -> HTML? {
    guard !years.isEmpty else { return nil }
    return """
      <section class="past">
      <h2 id="\(anchor("Ce qui a eu lieu"))">Ce qui a eu lieu</h2>
      \(years.map { pastYear($0, context) })
      </section>
      """
  }

  private func pastYear(_ year: AgendaPage.PastYear, _ context: PageContext) -> HTML {
    let all: HTML = """
      <p class="more"><a href="\(context.link(year.link.path))">Toute l’année \(year.link.year)</a></p>

      """
    guard let lines = agendaList(year.lines, level: 4, context, as: .past) else { return all }
    return """
      <h3 id="\(anchor(String(year.link.year)))">\(year.link.year)</h3>
      \(lines)
      \(all)
      """
  }

  package func agendaYear(_ page: AgendaYearPage, _ context: PageContext) -> HTML {
    layout(
      context,
      """
      <div class="wide">
      <h1>\(context.title)</h1>
      \(yearLinks(page.years, current: page.year, "Agenda", context))
      \(section("Rendez-vous réguliers", regularList(page.regular, context)))
      \(page.months.map { yearMonth($0, context) })
      \(section("Dans l’année", agendaList(page.undated, context)))
      <p class="more"><a href="\(context.link(.agenda))">Agenda à venir</a></p>
      </div>
      """)
  }

  private func yearMonth(_ month: AgendaYearPage.Month, _ context: PageContext) -> HTML {
    let name = sentence(French.month(month.month))
    let title = month.link.map { link -> HTML in
      let count: HTML = " <span class=\"count\">(\(link.count))</span>"
      return "<a href=\"\(context.link(link.path))\">\(name)</a>\(month.lines.isEmpty ? count : nil)"
    }
    return """
      <section class="month">
      <h2 id="\(anchor(name))">\(title ?? "\(name)")</h2>
      \(agendaList(month.lines, context, as: .past))
      </section>
      """
  }

  // MARK: By name

  package func agendaList(_ page: AgendaListPage, _ context: PageContext) -> HTML {
    let asOf = page.asOf.map { day -> HTML in
      "<p class=\"when\">D’après l’agenda du \(dateTime(.day(day)))</p>"
    }
    let isEmpty = page.parts.allSatisfy(\.lines.isEmpty)
    return layout(
      context,
      """
      <div class="wide">
      <h1>\(context.title)</h1>
      \(asOf)
      \(page.parts.compactMap { listPart($0, context) })
      \(isEmpty ? paragraph(page.nothing) : nil)
      \(wholeAgenda(context))
      </div>
      """)
  }

  private func listPart(_ part: AgendaListPage.Part, _ context: PageContext) -> HTML? {
    let level = part.title.isEmpty ? 2 : 3
    let list =
      part.isRegular
      ? regularList(part.lines, level: level, context) : agendaList(part.lines, level: level, context)
    return part.title.isEmpty ? list : section(part.title, list)
  }
}
