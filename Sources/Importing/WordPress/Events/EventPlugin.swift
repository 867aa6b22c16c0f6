/// Who keeps an event of WordPress, and so under which names its fields are.
enum EventPlugin: Hashable {
  case theEventsCalendar, eventOrganiser, eventsManager, modernEventsCalendar, eventON
  /// A sort of text of the site's own.
  case customFields

  /// `nil` where an item is no event.
  init?(_ post: WordPressItem) {
    switch post.type {
    case "tribe_events": self = .theEventsCalendar
    case "mec-events": self = .modernEventsCalendar
    case "ajde_events": self = .eventON
    case "event-recurring": self = .eventsManager
    case "event" where post.value("_eventorganiser_schedule_start_start") != nil: self = .eventOrganiser
    case "event" where post.value("_event_start_date") != nil && post.value("_event_id") != nil: self = .eventsManager
    case let type where Self.sorts.contains(type):
      if EventCells(post.customFields).hasDay {
        self = .customFields
      } else if type == "event" {
        self = .eventOrganiser
      } else {
        return nil
      }
    default: return nil
    }
  }

  /// What sites call their events. No others: what holds who comes to one has a name like it.
  private static let sorts: Set = [
    "event", "events", "event_listing", "evenement", "evenements", "agenda", "manifestation", "manifestations",
    "animation",
    "animations", "atelier", "ateliers", "concert", "concerts", "spectacle", "spectacles", "stage", "stages",
    "rendez-vous",
  ]
}
