import Diagnostics
import Site
import Text
import Time

extension EntryReader {
  mutating func issue() -> Issue? {
    let entry = entry()
    requireDate(.sendDate, kind: .issue, example: "date_envoi: 2026-03-31")
    let sendDate = fields.isGiven(.sendDate) ? fields.day(.sendDate) : nil
    let preheader = preheader()
    let selection = selection()
    let pinned = references(.pinned, kinds: [.news])
    let excluded = Set(references(.excluded, kinds: [.news, .event]))
    let since = fields.day(.since)
    let weeks = fields.integer(.weeksAhead) ?? Issue.usualWeeksAhead
    let call = callToAction()
    if let since, let sendDate, since >= sendDate, let range = fields.valueRange(.since) {
      fields.report(.sinceAfterSending(place(range), since: since.iso, sending: sendDate.iso))
    }
    for key in pinned where excluded.contains(key) {
      fields.report(.pinnedAndExcluded(fields.place(of: .pinned), title: context.entries[key]?.title ?? key.slug))
    }
    guard let sendDate else { return nil }
    return Issue(
      entry: entry, sendDate: sendDate, subject: text(.subject) ?? entry.title, preheader: preheader ?? "",
      since: since, news: selection, pinned: pinned, excluded: excluded, weeksAhead: weeks, callToAction: call)
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
    guard let value = fields.value(.news) else { return .automatic }
    if case .scalar(let text) = value.content, ["auto", "automatique", "automatic"].contains(Folding.folded(text)) {
      return .automatic
    }
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
