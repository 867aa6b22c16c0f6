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
    /// It takes place, and nobody else can come, or register.
    case full
    /// It began on an earlier day and goes on.
    case running
    /// It has been, or its time has passed.
    case over
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

  /// What has no seat left.
  package static let full = StateWords(kind: .full, "Complet")
  package static let registrationClosed = StateWords(kind: .full, "Inscriptions closes")
  /// What has been.
  package static let over = StateWords(kind: .over, "Terminé")
  /// What was not certain, once its time has passed: nobody said that it has taken place.
  package static let unconfirmed = StateWords(kind: .over, "Non confirmé")

  /// What goes on over days: « En ce moment, jusqu’au 12 avril 2027 ».
  package static func running(_ span: Span) -> StateWords {
    StateWords(kind: .running, "En ce moment", label: "En ce moment, jusqu’au " + French.day(span.lastDay))
  }

  /// The state of one occurrence; `nil` where it takes place as announced.
  ///
  /// - Parameter isOver: whether its time has passed.
  package init?(_ occurrence: Occurrence, isOver: Bool = false) {
    switch occurrence.state {
    case .cancelled: self.init(.cancelled, reason: occurrence.reason)
    case .postponed: self.init(.postponed(to: nil), reason: occurrence.reason)
    case .confirmed, .tentative:
      let open = occurrence.state == .tentative ? (isOver ? Self.unconfirmed.word : Self.tentative) : nil
      let change = Self.change(of: occurrence)
      // Who comes too late learns nothing from it.
      let full = occurrence.isFull && !isOver ? Self.full.word : nil
      guard let word = change ?? full ?? open else { return nil }
      let words = [change, open, full].compactMap { $0 }
      self.init(
        kind: change != nil ? .changed : full != nil ? .full : .open, word,
        label: ([word] + words.filter { $0 != word }.map(\.firstLowercased)).joined(separator: ", "),
        reason: occurrence.reason)
    }
  }

  /// The state of all of an event; `nil` where it simply takes place.
  package init?(_ schedule: Schedule) {
    if schedule.status == .confirmed {
      guard schedule.isFull else { return nil }
      self = .full
      return
    }
    self.init(schedule.status, reason: schedule.reason)
    if schedule.isFull, kind != .off { label += ", " + Self.full.word.firstLowercased }
  }

  private init(_ status: Schedule.Status, reason: String?) {
    switch status {
    case .confirmed, .tentative: self.init(kind: .open, Self.tentative)
    case .cancelled: self.init(kind: .off, "Annulé", reason: reason)
    case .postponed(to: nil):
      self.init(kind: .off, Self.postponed, label: Self.postponed + ", nouvelle date à venir", reason: reason)
    case .postponed(to: let date?):
      let isDay = date.precision.rawValue >= PartialDate.Precision.day.rawValue
      let to = (isDay ? " au " : " à ") + French.dateWithWeekday(date)
      self.init(kind: .changed, Self.postponed, label: Self.postponed + to, reason: reason)
    }
  }

  private init(kind: Kind, _ word: String, label: String? = nil, reason: String? = nil) {
    self.kind = kind
    self.word = word
    self.label = label ?? word
    self.reason = reason
  }

  /// « Annulé : Salle prise », on one line, without a full stop.
  package var sentence: String { reason.map { label + French.noBreakSpace + ": " + $0 } ?? label }

  /// The same as a sentence among others: « Annulé : Salle prise. »
  package var closedSentence: String {
    let sentence = sentence
    return sentence.last.map { ".!?…".contains($0) } ?? true ? sentence : sentence + "."
  }

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
