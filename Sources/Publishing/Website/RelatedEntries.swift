import Site

/// Which entries of one list go together: by what they share, nearest first.
struct RelatedEntries: Sendable {
  /// Something that two entries may share.
  enum Tie: Sendable, Hashable {
    case tag(String)
    case entry(EntryKey)

    /// How much it says: two news of one event have more to do with each other than two of one partner.
    var weight: Int {
      switch self {
      case .tag: return 2
      case .entry(let key): return key.kind == .partner ? 1 : 3
      }
    }
  }

  private let ties: [[Tie]]
  private let bearers: [Tie: [Int]]

  /// `ties` holds those of each entry, in the order of the list.
  init(ties: [[Tie]]) {
    self.ties = ties
    var bearers: [Tie: [Int]] = [:]
    for (position, list) in ties.enumerated() {
      for tie in list { bearers[tie, default: []].append(position) }
    }
    self.bearers = bearers
  }

  /// The positions of at most `limit` entries that share something with the one at `position`: those that share most
  /// first, then those that stand nearest. Of the bearers of a tie only the nearest are looked at, so that a partner of
  /// thousands costs no more than one of ten.
  func nearest(to position: Int, limit: Int) -> [Int] {
    var weights: [Int: Int] = [:]
    for tie in ties[position] {
      let list = bearers[tie] ?? []
      let own = Self.lowerBound(of: position, in: list)
      for index in max(0, own - limit)..<min(list.count, own + limit + 1) where list[index] != position {
        weights[list[index], default: 0] += tie.weight
      }
    }
    let ranked = weights.sorted { a, b in
      if a.value != b.value { return a.value > b.value }
      let (x, y) = (abs(a.key - position), abs(b.key - position))
      return x == y ? a.key < b.key : x < y
    }
    return ranked.prefix(limit).map(\.key)
  }

  private static func lowerBound(of value: Int, in list: [Int]) -> Int {
    var (low, high) = (0, list.count)
    while low < high {
      let middle = (low + high) / 2
      if list[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension RelatedEntries {
  init(news: [News]) {
    self.init(ties: news.map { item in Self.ties(of: item.entry) + item.events.map { .entry($0) } })
  }

  init(events: [Event]) {
    self.init(
      ties: events.map { event in
        Self.ties(of: event.entry) + [event.series].compactMap { $0 }.map { .entry($0) }
      })
  }

  private static func ties(of entry: Entry) -> [Tie] {
    entry.tags.map { .tag($0.slug) } + entry.partners.map { .entry($0) }
  }
}
