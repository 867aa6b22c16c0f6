import Diagnostics
import Site
import Text
import Time

extension EntryReader {
  mutating func issue() -> Issue? {
    var entry = entry()
    requireDate(.sendDate, kind: .issue, example: "date_envoi: 2026-03-31")
    let sending = fields.isGiven(.sendDate) ? fields.date(.sendDate) : nil
    let sendDate = sending?.firstDay
    let preheader = preheader()
    // What it says of itself beside its subject says more than how it begins.
    if let preheader, !fields.isGiven(.summary) { entry.summary = preheader }
    let selection = selection()
    let pinned = references(.pinned, kinds: [.news])
    let excluded = Set(references(.excluded, kinds: [.news, .event]))
    let since = fields.day(.since)
    let (sent, events, corrects) = (sent(), agenda(), reference(.corrects, kinds: [.issue]))
    let weeks = fields.integer(.weeksAhead) ?? Issue.usualWeeksAhead
    let call = callToAction()
    if let since, let sendDate, since >= sendDate, let range = fields.valueRange(.since) {
      fields.report(.sinceAfterSending(place(range), since: since.iso, sending: sendDate.iso))
    }
    for key in pinned where excluded.contains(key) {
      fields.report(.pinnedAndExcluded(fields.place(of: .pinned), title: context.entries[key]?.title ?? key.slug))
    }
    if corrects == draft.key { fields.report(.correctsItself(fields.place(of: .corrects))) }
    reportUnfinished(preheader: preheader)
    guard let sendDate else { return nil }
    var issue = Issue(
      entry: entry, sendDate: sendDate, subject: text(.subject) ?? entry.title, preheader: preheader ?? "",
      since: since, news: selection, pinned: pinned, excluded: excluded, weeksAhead: weeks, callToAction: call)
    if case .minute(let minute)? = sending { issue.sendMinute = minute.minuteOfDay }
    issue.sending = sent
    issue.events = events
    issue.corrects = corrects == draft.key ? nil : corrects
    return issue
  }

  /// What was left as it stood when the file was made, and a subject that nobody will see the end of.
  private mutating func reportUnfinished(preheader: String?) {
    if let preheader, IssueTemplate.isPreheader(preheader), let range = fields.valueRange(.preheader) {
      fields.report(.unfinishedLetter(place(range), what: "l’accroche"))
    }
    let start = draft.frontMatter.bodyStart
    let body = String(decoding: draft.source.bytes.dropFirst(start), as: UTF8.self)
    if Folding.slug(body) == Folding.slug(IssueTemplate.body) {
      fields.report(
        .unfinishedLetter(draft.source.place(line: draft.frontMatter.bodyLine, column: 1), what: "l’éditorial"))
    }
    if let subject = text(.subject), subject.count > IssueTemplate.longestSubject,
      let range = fields.valueRange(.subject)
    {
      fields.report(.longSubject(place(range), count: subject.count, most: IssueTemplate.longestSubject))
    }
  }

  /// `envoyee`: a day, a minute, or that it is not sent.
  private mutating func sent() -> Issue.Sending? {
    guard let scalar = fields.scalar(.sent) else { return nil }
    switch YesNo.read(scalar.text) {
    case false?: return .notYet
    // The day of sending says when.
    case true?: return nil
    case nil: return fields.date(scalar.text, at: scalar.range, .sent).map { .day($0) }
    }
  }

  /// `auto`, nothing, or a list of events, each with one of its dates behind it where not all are meant.
  private mutating func agenda() -> Issue.Agenda {
    guard let value = fields.value(.events), !isAutomatic(value) else { return .automatic }
    var dates: [Issue.Date] = []
    for word in fields.words(.events) {
      let parts = word.text.split(whereSeparator: \.isWhitespace).map(String.init)
      // `2026-03-05 19:30`, `2026-03-05T19:30`: the words of a date are the last ones that make one.
      let date = [2, 1].lazy.filter { $0 < parts.count }.compactMap { count -> (PartialDate, Int)? in
        PartialDate(iso: parts.suffix(count).joined(separator: "T")).map { ($0, count) }
      }.first { $0.0.precision.rawValue >= PartialDate.Precision.day.rawValue }
      let name = parts.dropLast(date?.1 ?? 0).joined(separator: " ")
      guard let event = reference(name, at: word.range, .events, kinds: [.event]) else { continue }
      let named = Issue.Date(event: event, date: date?.0)
      if dates.contains(named) {
        fields.report(.repeatedReference(place(word.range), key: FieldKey.events.rawValue, value: word.text))
      } else {
        dates.append(named)
      }
    }
    return .listed(dates)
  }

  /// Editors that know lists alone write the word as the only one of a list.
  private func isAutomatic(_ value: FieldValue) -> Bool {
    switch value.content {
    case .scalar(let text): ["auto", "automatique", "automatic"].contains(Folding.folded(text))
    case .list(let items): items.count == 1 && isAutomatic(items[0])
    case .empty, .map: false
    }
  }

  private mutating func preheader() -> String? {
    guard let text = text(.preheader) else {
      if !draft.frontMatter.misspelt.contains(.preheader) {
        fields.reportMissing(
          .preheader, kind: .issue, example: "accroche: Ce mois-ci, deux rendez-vous et une bonne nouvelle.")
      }
      return nil
    }
    if let length = fields.table.description(of: .preheader)?.length, !length.contains(text.count),
      let range = fields.valueRange(.preheader)
    {
      fields.report(.preheaderLength(place(range), count: text.count, of: length))
    }
    return text
  }

  /// `auto`, nothing, or a list of news.
  private mutating func selection() -> Issue.Selection {
    guard let value = fields.value(.news), !isAutomatic(value) else { return .automatic }
    return .listed(references(.news, kinds: [.news]))
  }

  private mutating func callToAction() -> Issue.CallToAction? {
    guard let members = fields.map(.callToAction, example: "appel: {texte: S’inscrire, lien: /s-abonner/}") else {
      return nil
    }
    var inner = FieldReader(members, source: draft.source, table: .callToAction)
    defer { fields.diagnostics += inner.diagnostics }
    let text = inner.text(.text)
    let link = inner.scalar(.link)
    for (key, isThere) in [(FieldKey.text, text?.isEmpty == false), (.link, link != nil)] where !isThere {
      inner.report(
        .missingMember(fields.place(of: .callToAction), key: key.rawValue, of: FieldKey.callToAction.rawValue))
    }
    guard let text, !text.isEmpty, let link else { return nil }
    let place = place(link.range)
    switch links.link(link.text, at: place) {
    case .site(let address), .external(let address):
      return Issue.CallToAction(text: Typesetting.text(text), link: address)
    case .unavailable: return nil
    }
  }
}
