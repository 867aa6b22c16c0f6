/// The state of an occurrence, or of all of an event, in words: the one answer of pages, lists, letters, calendars, feeds
/// and programs that search.
package struct StateWords: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// Nothing takes place at the time that is shown.
    case off
    /// It takes place otherwise than was announced.
    case changed
    /// It is not certain yet.
    case open
    /// It takes place, and nobody else can come.
    case full
  }

  package var kind: Kind
  /// « Annulé », « Reporté », « Date déplacée », « Changement de lieu », « À confirmer », « Complet ».
  package var word: String
  /// The word with what belongs to it: « Reporté, nouvelle date à venir ».
  package var label: String
  /// Why, in the words of the author.
  package var reason: String?

  /// What stands before the time that was announced, where another one is shown.
  package static let insteadOf = "au lieu de"

  /// « au lieu de : vendredi 3 juillet 2026, de 14 h à 18 h ».
  package static func insteadOf(_ announced: String) -> String { insteadOf + French.noBreakSpace + ": " + announced }

  /// What is said of a date that its event no longer has.
  package static let gone = "N’est plus à l’agenda"
  /// The word for what is not certain yet.
  package static let tentative = "À confirmer"

  /// The word for what has no seat left.
  package static let full = "Complet"

  /// The word for what was not certain, once its time has passed: nobody said that it has taken place.
  package static let neverConfirmed = "Non confirmé"

  /// The word for what has been.
  package static let over = "Terminé"

  /// The state of one occurrence; `nil` where it takes place as announced.
  ///
  /// - Parameter isOver: whether its time has passed.
  package init?(_ occurrence: Occurrence, isOver: Bool = false) {
    switch occurrence.state {
    case .cancelled: self.init(.cancelled, reason: occurrence.reason)
    case .postponed: self.init(.postponed(to: nil), reason: occurrence.reason)
    case .confirmed, .tentative:
      let open = occurrence.state == .tentative ? (isOver ? Self.neverConfirmed : Self.tentative) : nil
      let change = Self.change(of: occurrence)
      // Who comes too late learns nothing from it.
      let full = occurrence.isFull && !isOver ? Self.full : nil
      guard let word = change ?? full ?? open else { return nil }
      let words = [change, open, full].compactMap { $0 }
      self.init(
        kind: change != nil ? .changed : full != nil ? .full : .open, word: word,
        label: ([word] + words.filter { $0 != word }.map(\.firstLowercased)).joined(separator: ", "),
        reason: occurrence.reason)
    }
  }

  /// The state of all of an event; `nil` where it simply takes place.
  package init?(_ schedule: Schedule) {
    if schedule.status == .confirmed { return nil }
    self.init(schedule.status, reason: schedule.reason)
  }

  private init(_ status: Schedule.Status, reason: String?) {
    switch status {
    case .confirmed, .tentative: self.init(kind: .open, word: Self.tentative, label: Self.tentative, reason: nil)
    case .cancelled: self.init(kind: .off, word: "Annulé", label: "Annulé", reason: reason)
    case .postponed(to: nil):
      self.init(kind: .off, word: Self.postponed, label: Self.postponed + ", nouvelle date à venir", reason: reason)
    case .postponed(to: let date?):
      let isDay = date.precision.rawValue >= PartialDate.Precision.day.rawValue
      let to = (isDay ? " au " : " à ") + French.dateWithWeekday(date)
      self.init(kind: .changed, word: Self.postponed, label: Self.postponed + to, reason: reason)
    }
  }

  private init(kind: Kind, word: String, label: String, reason: String?) {
    self.kind = kind
    self.word = word
    self.label = label
    self.reason = reason
  }

  /// « Annulé : Salle prise », on one line, without a full stop.
  package var sentence: String { reason.map { label + French.noBreakSpace + ": " + $0 } ?? label }

  private static let postponed = "Reporté"

  /// What has become of the time or the place of an occurrence that takes place; `nil` where all is as announced.
  private static func change(of occurrence: Occurrence) -> String? {
    let isElsewhere = occurrence.isRelocated
    guard let announced = occurrence.announced else { return isElsewhere ? "Changement de lieu" : nil }
    if occurrence.isRescheduled { return isElsewhere ? postponed + ", changement de lieu" : postponed }
    if occurrence.span.differsInHoursAlone(from: announced) {
      return isElsewhere ? "Changement d’horaire et de lieu" : "Changement d’horaire"
    }
    return isElsewhere ? "Date déplacée, changement de lieu" : "Date déplacée"
  }
}

extension Occurrence {
  /// « au lieu de : vendredi 3 juillet 2026, de 14 h à 18 h », where it takes place at another time than was announced.
  package var announcedInWords: String? {
    isOff ? nil : announced.map { StateWords.insteadOf(French.span($0)) }
  }
}

extension String {
  /// With a small letter at its start, as within a sentence.
  package var firstLowercased: String { prefix(1).lowercased() + dropFirst() }

  /// With a capital at its start, as a sentence of its own.
  package var firstUppercased: String { prefix(1).uppercased() + dropFirst() }
}
