import Site
import Text
import Time

/// One thing to be known of an event besides its name, its time, its place and its state. Pages, letters, calendars,
/// feeds and what machines are given all show the same ones, by the same names; see ``Site/Site/facts(of:)``.
package struct EventFact: Sendable, Hashable {
  package enum Topic: Sendable, Hashable {
    case online, price, seats, registration, deadline, accessibility, organizers, series
  }

  package enum Value: Sendable, Hashable {
    case text(String)
    /// A place on the web, or where to write to (`mailto:`), with the words that invite there.
    case address(String, words: String)
    /// Entries and others, at least one.
    case names([Name])
  }

  /// Somebody or something by name.
  package struct Name: Sendable, Hashable {
    package var name: String
    /// Its page, where it has one.
    package var path: SitePath?
  }

  package var topic: Topic
  /// « Prix ».
  package var label: String
  package var value: Value

  package init(_ topic: Topic, _ label: String, _ value: Value) {
    self.topic = topic
    self.label = label
    self.value = value
  }

  /// The value where nothing can be a link: addresses in full, those of mail without `mailto:`.
  package var plainValue: String {
    switch value {
    case .text(let text): return text
    case .address(let address, _):
      return Self.number(in: address) ?? EmailAddress.recipients(ofLink: address) ?? address
    case .names(let names): return names.map(\.name).joined(separator: ", ")
    }
  }

  /// The telephone number that a link dials, as it is read.
  fileprivate static func number(in address: String) -> String? {
    address.hasPrefix("tel:") ? PhoneNumber(address.dropFirst("tel:".count))?.text : nil
  }

  /// « Prix : 5 € ».
  package var plainText: String { label + "\u{A0}: " + plainValue }
}

extension Site {
  /// What is to be known of an event, in the order in which it is shown. What is added here is shown everywhere.
  ///
  /// - Parameter participation: nobody is invited to register for, or to follow, what does not take place any more.
  package func facts(of event: Event, _ participation: Participation? = nil) -> [EventFact] {
    let participation = participation ?? Participation(of: event)
    let isOpen = participation.takesPlace
    let registration = self.registration(for: event, participation)
    let organizers = event.organizers.compactMap(name)
    let series = event.series.flatMap { self.series($0) }.map { EventFact.Name(name: $0.title, path: $0.path) }
    let facts: [EventFact?] = [
      isOpen ? event.online.map { EventFact(.online, "En ligne", .address($0, words: "Suivre en ligne")) } : nil,
      event.price.map { EventFact(.price, "Prix", .text($0)) },
      event.seats.map { EventFact(.seats, "Places", .text(French.count($0, "place") + " en tout")) },
    ]
    let others: [EventFact?] = [
      event.accessibility.map { EventFact(.accessibility, "Accessibilité", .text($0)) },
      organizers.isEmpty ? nil : EventFact(.organizers, "Organisé par", .names(organizers)),
      series.map { EventFact(.series, "Série", .names([$0])) },
    ]
    return facts.compactMap { $0 } + registration + others.compactMap { $0 }
  }

  /// Where to register and until when, or that it is too late.
  private func registration(for event: Event, _ participation: Participation) -> [EventFact] {
    if participation == .closed, let until = event.registerBy {
      // A day is one on which it was still possible.
      let when = French.dateWithWeekday(until) + (until.precision == .minute ? "" : " au soir")
      return [EventFact(.deadline, "Inscriptions", .text("closes depuis le " + when))]
    }
    guard participation == .open else { return [] }
    let facts: [EventFact?] = [
      event.registration.map { EventFact(.registration, "Inscription", .address($0, words: Self.invitation(to: $0))) },
      event.registerBy.map {
        EventFact(.deadline, "Date limite d’inscription", .text("jusqu’au " + French.dateWithWeekday($0)))
      },
    ]
    return facts.compactMap { $0 }
  }

  /// What the way to register is called, by where it leads.
  private static func invitation(to address: String) -> String {
    if EmailAddress.recipients(ofLink: address) != nil { return "Écrire pour s’inscrire" }
    // Who reads it on a computer dials elsewhere.
    return EventFact.number(in: address).map { "Téléphoner pour s’inscrire\u{A0}: " + $0 } ?? "S’inscrire"
  }

  private func name(of organizer: Organizer) -> EventFact.Name? {
    switch organizer {
    case .named(let name): return EventFact.Name(name: name)
    case .partner(let key): return partner(key).map { EventFact.Name(name: $0.title, path: $0.path) }
    }
  }
}
