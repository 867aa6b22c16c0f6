import Site
import Theming

extension Website {
  var subscribePage: WebPage {
    programPage(
      .subscribe, title: "S’abonner",
      description: "Recevoir l’infolettre, l’agenda et les nouvelles de « \(site.settings.title) »."
    ) { context in theme.subscribe(subscribe, context) }
  }

  private var subscribe: SubscribePage {
    let https = site.settings.absoluteAddress(of: .calendar)
    let address = https.split(separator: ":", maxSplits: 1).last.map(String.init) ?? https
    return SubscribePage(
      introduction: introduction(to: .subscribe), calendars: calendars, webcal: "webcal:" + address, https: https,
      google: "https://calendar.google.com/calendar/r?cid=" + PercentEncoding.query("webcal:" + address), qrCode: nil)
  }

  private var calendars: [EntryLink] {
    func links(_ entries: [some HasEntry]) -> [EntryLink] {
      entries.compactMap { entry in
        calendar(of: entry.key, holding: agenda.items(of: site.events(naming: entry.key)))
          .map { EntryLink(title: title(of: entry), path: $0) }
      }
    }
    return [EntryLink(title: "Tous les rendez-vous", path: .calendar)] + links(site.series) + links(site.places)
      + links(site.partners)
  }
}
