import Time

/// Series of which each date is a post of its own besides: they become one event here, under whose address the others are found.
struct EventSeries {
  /// A date of a series, as its own post has it.
  struct Held: Hashable {
    var day: CivilDay
    /// Whether it is called off.
    var isOff: Bool
  }

  /// The number of the post that says how a series returns, by what its dates call the series.
  private var heads: [String: String] = [:]
  /// What the dates among the posts call their series, by their numbers.
  private var names: [String: String] = [:]
  private var held: [String: [Held]] = [:]

  mutating func add(_ post: WordPressItem, _ plugin: EventPlugin) {
    if let name = Self.name(ofSeries: post, plugin) {
      heads[name] = post.number
      return
    }
    guard let name = Self.name(ofSeriesOf: post, plugin) else { return }
    names[post.number] = name
    guard plugin == .eventsManager, let day = WordPressEvent.day(post.value("_event_start_date")) else { return }
    // What nobody saw is no date of it.
    guard post.status == "publish" else { return }
    held[name, default: []].append(Held(day: day, isOff: post.value("_event_active_status") == "0"))
  }

  private static func name(ofSeries post: WordPressItem, _ plugin: EventPlugin) -> String? {
    switch plugin {
    case .theEventsCalendar: WordPressEvent.rule(ofTheEventsCalendar: post) == nil ? nil : post.number
    case .eventsManager where WordPressEvent.isSeries(ofEventsManager: post): post.value("_event_id")
    default: nil
    }
  }

  private static func name(ofSeriesOf post: WordPressItem, _ plugin: EventPlugin) -> String? {
    let name: String? =
      switch plugin {
      case .theEventsCalendar: post.parent
      case .eventsManager: post.value("_recurrence_id") ?? post.value("_event_parent")
      default: nil
      }
    return name.flatMap { $0.isEmpty || $0 == "0" ? nil : $0 }
  }

  /// The number of the post under which the one at `number` is found from now on; `nil` where it stays by itself.
  func head(of number: String) -> String? { names[number].flatMap { heads[$0] } }

  /// The dates of the series that a post is.
  func held(by post: WordPressItem, _ plugin: EventPlugin) -> [Held] {
    Self.name(ofSeries: post, plugin).flatMap { held[$0] } ?? []
  }
}
