import Time

/// Series of which each date is a post of its own besides: they become one event here, under whose address the others are found.
struct EventSeries {
  /// A date of a series, as its own post has it.
  struct Held: Hashable {
    var day: CivilDay
    /// Whether it is called off.
    var isOff: Bool
  }

  /// A post that is a date of a series.
  private struct Date {
    var number: String
    var text: Int
    /// `nil` where nobody saw it, or its plug-in says what is no date of the series.
    var held: Held?
  }

  /// The post that says how a series returns, by what its dates call the series.
  private var heads: [String: (number: String, text: Int)] = [:]
  private var dates: [String: [Date]] = [:]

  mutating func add(_ post: WordPressItem, _ plugin: EventPlugin) {
    if let name = Self.name(ofSeries: post, plugin) {
      heads[name] = (post.number, Self.text(of: post, plugin))
      return
    }
    guard let name = Self.name(ofSeriesOf: post, plugin) else { return }
    var date = Date(number: post.number, text: Self.text(of: post, plugin))
    if plugin == .eventsManager, post.status == "publish" {
      date.held = WordPressEvent.day(post.value("_event_start_date")).map { day in
        Held(day: day, isOff: post.value("_event_active_status") == "0")
      }
    }
    dates[name, default: []].append(date)
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

  /// What a post says besides its date, as far as its plug-in lets a date say something else than its series.
  private static func text(of post: WordPressItem, _ plugin: EventPlugin) -> Int {
    plugin == .eventsManager ? [post.title, post.content, post.excerpt].map(\.collapsingWhitespace).hashValue : 0
  }

  /// The dates of a series that say no more than it does.
  private func plain(_ name: String) -> [Date] {
    guard let head = heads[name] else { return [] }
    return (dates[name] ?? []).filter { $0.text == head.text }
  }

  /// The number of the post under which each date is found from now on, by its own number: one that says more than its series
  /// stays by itself.
  var headsByDate: [String: String] {
    var result: [String: String] = [:]
    for (name, head) in heads { for date in plain(name) { result[date.number] = head.number } }
    return result
  }

  /// The dates of the series that a post is.
  func held(by post: WordPressItem, _ plugin: EventPlugin) -> [Held] {
    Self.name(ofSeries: post, plugin).map { plain($0).compactMap(\.held) } ?? []
  }
}
