import Presenting
import Site
import Testing
import Time

@testable import ThemeChampigny

@Suite struct PieceTests {
  @Test func `a date block shows no more than is known`() {
    #expect(DateBlock(Span(start: .year(2019))).large == "2019")
    #expect(DateBlock(Span(start: .year(2019))).under == nil)
    let month = DateBlock(Span(start: Sample.month(2017, 6)))
    #expect(month.small == nil)
    #expect(month.large == French.shortMonthName(6))
    #expect(month.under == "2017")
    let day = DateBlock(Sample.minutes(Sample.day(2019, 7, 5), from: 14, to: 18))
    #expect(day.small == French.shortWeekdayName(.friday))
    #expect(day.large == "5")
    #expect(day.under == French.shortMonthName(7))
  }

  @Test func `a date block shows the days of a stretch within a month`() {
    let stretch = Span(start: .day(Sample.day(2019, 5, 3)), end: .day(Sample.day(2019, 5, 5)))
    #expect(DateBlock(stretch).large == "3–5")
    let long = Span(start: .day(Sample.day(2019, 5, 30)), end: .day(Sample.day(2019, 6, 2)))
    #expect(DateBlock(long).large == "30")
    #expect(DateBlock(long).small == "dès le")
  }

  @Test func `a date stands once in a line, to be seen and to be heard`() {
    let theme = Champigny()
    var context = Sample.context(.agenda, "Agenda")
    context.day = Sample.day(2019, 6, 1)
    func line(_ span: Span, _ manner: AgendaManner = .full) -> String {
      theme.agendaLine(EventLine(Sample.item(Sample.soup, span)), context, as: manner).text
        .replacing("\u{A0}", with: " ")
    }
    let evening = line(Sample.minutes(Sample.day(2019, 7, 5), from: 14, to: 18))
    #expect(
      evening.contains("datetime=\"2019-07-05T14:00\"><span class=\"hidden\">vendredi 5 juillet 2019, </span>de "))
    #expect(evening.contains("aria-hidden=\"true\"><span class=\"date-small\">ven.") && !evening.contains("<br>2019"))
    // A whole day is all in its block.
    let whole = line(Span(start: .day(Sample.day(2019, 7, 5))))
    #expect(
      whole.contains("<p><time class=\"dt-start hidden\" datetime=\"2019-07-05\">vendredi 5 juillet 2019</time></p>"))
    let long = line(Span(start: .day(Sample.day(2019, 5, 30)), end: .day(Sample.day(2019, 6, 2))))
    #expect(
      long.contains(
        "hidden\" datetime=\"2019-05-30\">du 30 mai au 2 juin 2019</time><span aria-hidden=\"true\">jusqu’au 2"))
    let off = Sample.item(Sample.soup, Span(start: .day(Sample.day(2019, 7, 5))), .cancelled)
    #expect(theme.agendaLine(EventLine(off), context).text.contains("<p><s><time class=\"dt-start hidden\""))
    let moved = theme.agendaLine(EventLine(Sample.upcoming[2]), context).text
    #expect(moved.contains("</span>de ") && moved.contains("<span class=\"announced\">au lieu de\u{A0}: <s><time"))
    // Far away, the year is not to be guessed; of what has been, the words alone.
    #expect(line(Sample.minutes(Sample.day(2020, 7, 3), from: 14, to: 18)).contains("<br>2020"))
    let past = line(Sample.minutes(Sample.day(2017, 7, 7), from: 14, to: 18), .past)
    #expect(past.contains(">vendredi 7 juillet 2017, de ") && !past.contains("aria-hidden"))
    #expect(theme.dateList([Sample.upcoming[0]], context)?.text.contains("date-large") == false)
  }

  @Test func `the reason of a cancelled event is said, that of a confirmed one is not`() {
    var event = Sample.soup
    event.schedule.reason = "salle en travaux"
    let span = Span(start: .day(Sample.day(2019, 7, 5)))
    let context = Sample.context(.agenda, "Agenda")
    let theme = Champigny()
    #expect(!theme.agendaLine(EventLine(Sample.item(event, span)), context).text.contains("travaux"))
    var item = Sample.item(event, span, .cancelled)
    item.occurrence.reason = "salle en travaux"
    let line = theme.agendaLine(EventLine(item), context)
    #expect(line.text.contains("<p class=\"reason\">Salle en travaux</p>"))
  }

  @Test func `what is over is not to be confirmed any more`() {
    let theme = Champigny()
    let context = Sample.context(.agenda, "Agenda")
    #expect(theme.agendaLine(EventLine(Sample.upcoming[0]), context).text.contains("À confirmer"))
    var (open, cancelled) = (Sample.upcoming[0], Sample.upcoming[1])
    (open.isOver, cancelled.isOver) = (true, true)
    #expect(!theme.agendaLine(EventLine(open), context).text.contains("À confirmer"))
    #expect(theme.agendaLine(EventLine(cancelled), context).text.contains("Annulé"))
  }

  @Test func `the page of a place does not repeat its name`() {
    let line = Champigny().agendaLine(EventLine(Sample.upcoming[0]), Sample.context(.places, "Lieux"), as: .atThisPlace)
    #expect(!line.text.contains("p-location"))
  }

  @Test func `years are offered where there is another one to go to`() {
    let theme = Champigny()
    let context = Sample.context(.news, "Nouvelles")
    let years = [2019, 2018].map { YearLink(year: $0, path: .newsYear($0), count: 1) }
    #expect(
      theme.yearLinks(years, current: 2019, "Nouvelles", context)?.links.map(\.words) == [
        "Nouvelles de 2019 (1)", "Nouvelles de 2018 (1)",
      ])
    #expect(theme.yearLinks([years[0]], current: nil, "Nouvelles", context) != nil)
    #expect(theme.yearLinks([years[0]], current: 2019, "Nouvelles", context) == nil)
  }

  @Test func `what is off is struck through, what moved says from when`() {
    let theme = Champigny()
    let (cancelled, moved) = (Sample.upcoming[1].occurrence, Sample.upcoming[2].occurrence)
    #expect(theme.occurrenceTime(cancelled).text.hasPrefix("<s><time"))
    #expect(theme.occurrenceTime(moved).text.contains("au lieu de\u{A0}: <s><time datetime=\"2019-09-06T14:00\">"))
    #expect(theme.occurrenceTime(moved).text.hasPrefix("<time class=\"dt-start\" datetime=\"2019-09-13T15:00\">"))
  }
}
