import Presenting
import Site
import Text
import Time

/// The months that hold something, from the first event to twelve months ahead. A month stays when what it held is cancelled
/// or moved away: who kept its address finds out there.
struct AgendaMonths: Sendable {
  /// In the order of time; each with how many dates it holds besides the regular ones.
  let links: [MonthLink]
  /// The years that hold something, the latest first, each with how many dates begin in it besides the regular ones.
  let years: [YearLink]
  /// The dates of each month by their start; what runs on into it is among them.
  private let items: [CivilMonth: [AgendaItem]]
  /// The events that are regular in each month, and in each year, of those that it holds.
  private let regular: [CivilMonth: Set<EntryKey>]
  private let regularOfYears: [Int: Set<EntryKey>]

  init(_ agenda: Agenda) {
    var items: [CivilMonth: [AgendaItem]] = [:]
    let horizon = agenda.lastMonth
    for item in agenda.items where item.occurrence.span.start.precision != .year {
      let span = item.occurrence.span
      let last = min(span.lastListedDay.civilMonth, span.firstDay.civilMonth.adding(months: Self.longestRun))
      var month = span.firstDay.civilMonth
      while month <= last {
        if month <= horizon { items[month, default: []].append(item) }
        month = month.adding(months: 1)
      }
      if let left = item.occurrence.announced?.firstDay.civilMonth, left <= horizon, items[left] == nil {
        items[left] = []
      }
    }
    self.items = items
    let regular = items.reduce(into: [:]) { regular, month in
      regular[month.key] = Self.regularEvents(in: month.value, Self.days(around: month.key))
    }
    self.regular = regular
    let single = items.reduce(into: [:]) { single, month in
      single[month.key] = Self.single(month.value, besides: regular[month.key] ?? [])
    }
    links = items.keys.sorted().map { MonthLink(month: $0, count: single[$0]?.count ?? 0) }
    var ofYears: [Int: (count: Int, regular: Set<EntryKey>)] = [:]
    for items in agenda.itemsOfEvents {
      var rest = items[...]
      while let first = rest.first {
        let year = first.occurrence.span.start.year
        let dates = rest.prefix { $0.occurrence.span.start.year == year }
        rest = rest.dropFirst(dates.count)
        var held = ofYears[year] ?? (0, [])
        if first.event.schedule.isFrequent(in: Self.days(ofYear: year)) {
          held.regular.insert(first.event.key)
          held.count += dates.count(where: \.isException)
        } else {
          held.count += dates.count
        }
        ofYears[year] = held
      }
    }
    regularOfYears = ofYears.mapValues(\.regular)
    years = ofYears.sorted { $0.key > $1.key }.map { year, held in
      YearLink(year: year, path: .agendaYear(year), count: held.count)
    }
  }

  /// Months that one date fills at most.
  private static let longestRun = 24

  func items(of month: CivilMonth) -> [AgendaItem] { items[month] ?? [] }

  /// The events of a month that are regular in it.
  func regularEvents(of month: CivilMonth) -> Set<EntryKey> { regular[month] ?? [] }

  /// The events that are regular in a year in which they have dates.
  func regularEvents(ofYear year: Int) -> Set<EntryKey> { regularOfYears[year] ?? [] }

  /// Those that are no date of a regular event, and those of one that are not as its rule has them.
  static func single(_ items: [AgendaItem], besides regular: Set<EntryKey>) -> [AgendaItem] {
    items.filter { !regular.contains($0.event.key) || $0.isException }
  }

  /// Which events of a list were regular at that time.
  private static func regularEvents(in items: [AgendaItem], _ days: ClosedRange<CivilDay>) -> Set<EntryKey> {
    var checked: [EntryKey: Bool] = [:]
    for item in items where checked[item.event.key] == nil {
      checked[item.event.key] = item.event.schedule.isFrequent(in: days)
    }
    return Set(checked.filter(\.value).keys)
  }

  /// The month with those around it: what began in its last week is regular in it all the same.
  private static func days(around month: CivilMonth) -> ClosedRange<CivilDay> {
    month.adding(months: -1).firstDay...month.adding(months: 1).lastDay
  }

  private static func days(ofYear year: Int) -> ClosedRange<CivilDay> {
    let first = CivilDay(year: year, month: 1, day: 1) ?? CivilDay.last
    return first...first.adding(days: 365)
  }
}

extension MonthLink {
  /// What the page of the month is called: « Agenda de mars 2026 ».
  var pageTitle: String { "Agenda " + French.ofMonth(French.month(month)) }
}

extension Website {
  func monthPages() -> [WebPage] {
    months.links.enumerated().map { position, link in
      var page = WebPage(
        path: link.path, title: link.pageTitle,
        description: "Les rendez-vous \(French.ofMonth(French.month(link.month))) sur \(quotedTitle), jour par jour."
      ) { [self] context in
        var contents = months.page(of: link.month, showsGrid: !isQuiet)
        contents.previous = position > 0 ? months.links[position - 1] : nil
        contents.next = position + 1 < months.links.count ? months.links[position + 1] : nil
        return theme.agendaMonth(contents, context)
      }
      page.breadcrumbs = [.home, .agenda]
      page.origin = .entries(of: .event)
      return page
    }
  }
}

extension AgendaMonths {
  /// The contents of the page of a month, but for its neighbours.
  func page(of month: CivilMonth, showsGrid: Bool) -> AgendaMonthPage {
    let (items, regular) = (items(of: month), regularEvents(of: month))
    // A date of a rule stands among the others without a word of its own: what was never confirmed is not said to have
    // taken place.
    let byRule = items.filter {
      regular.contains($0.event.key) && !$0.isException && ($0.occurrence.state != .tentative || !$0.isOver)
    }
    let others = Self.single(items, besides: regular)
    let ofDays = others.filter { $0.occurrence.span.isDated }
    let spanning = ofDays.filter { $0.occurrence.span.lastsSeveralDays }
    let days = Dictionary(grouping: ofDays.filter { !$0.occurrence.span.lastsSeveralDays }) {
      $0.occurrence.span.firstDay
    }
    let dates = Dictionary(grouping: byRule, by: \.event.key)
    return AgendaMonthPage(
      month: month, weeks: days.isEmpty ? [] : Self.weeks(of: month, days), spanning: spanning,
      undated: others.filter { !$0.occurrence.span.isDated },
      regular: byRule.uniqued(by: \.event.key).map { item in
        AgendaMonthPage.Regular(
          line: EventLine(
            event: item.event, item: nil, asOf: month.firstDay, dates: dates[item.event.key] ?? []),
          dates: dates[item.event.key] ?? [])
      })
  }

  private static func weeks(of month: CivilMonth, _ items: [CivilDay: [AgendaItem]]) -> [[AgendaMonthPage.Day?]] {
    let start = month.firstDay.monday.number
    let count = (month.lastDay.number - start) / 7 + 1
    return (0..<count).map { week in
      (0..<7).map { weekday in
        let day = CivilDay(number: start + week * 7 + weekday)
        return day.civilMonth == month ? AgendaMonthPage.Day(day: day, items: items[day] ?? []) : nil
      }
    }
  }
}
