import Presenting
import QRCode
import Site

extension Website {
  var subscribePage: WebPage {
    programPage(
      .subscribe, title: "S’abonner",
      description: "Recevoir l’infolettre, l’agenda et les nouvelles de \(quotedTitle)."
    ) { [self] context in theme.subscribe(subscribe, context) }
  }

  private var subscribe: SubscribePage {
    let settings = site.settings
    return SubscribePage(
      introduction: introduction(to: .subscribe), calendars: calendars,
      webcal: CalendarLinks.webcal(.calendar, settings: settings),
      https: CalendarLinks.https(.calendar, settings: settings),
      google: CalendarLinks.google(.calendar, settings: settings),
      qrCode: QRCode(CalendarLinks.https(.calendar, settings: settings))?.svg(label: "Code QR de l’adresse de l’agenda")
    )
  }

  private var calendars: [EntryLink] {
    let others = EntryKind.withCalendarOfEvents.flatMap(site.entries)
    return [EntryLink(title: "Tous les rendez-vous", path: .calendar)]
      + others.compactMap { entry in calendar(of: entry).map { EntryLink(title: title(of: entry), path: $0) } }
  }
}
