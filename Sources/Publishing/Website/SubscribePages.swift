import Presenting
import QRCode
import Site
import Time

extension Website {
  var subscribePage: WebPage {
    programPage(
      .subscribe, title: "S’abonner",
      description: "Recevoir l’infolettre, l’agenda et les nouvelles de \(quotedTitle)."
    ) { [self] context in theme.subscribe(subscribe, context) }
  }

  private var subscribe: SubscribePage {
    let address = site.settings.absoluteAddress(of: .subscribe)
    return SubscribePage(
      introduction: introduction(to: .subscribe), calendar: CalendarChoice(.calendar, "à tout l’agenda", of: site),
      parts: calendarPages, qrCode: QRCode(address)?.svg(label: "Code QR de l’adresse de cette page"))
  }

  /// The pages that offer a calendar of their own; of tags, those that most events bear.
  private var calendarPages: [EntryLink] {
    let tags = tags.list(atMost: Self.listLength) { TagIndex.hasCalendar($0) ? $0.events.count : 0 }
    return EntryKind.withCalendarOfEvents.flatMap(site.entries).filter { calendar(of: $0) != nil }.map(link)
      + tags.shown.map { EntryLink(title: "Étiquette \(French.quoted($0.tag.name))", path: $0.tag.path) }
  }
}
