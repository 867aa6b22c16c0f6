import HTML
import Site
import Theming

/// What is to be known of an occurrence or an event besides its date, in words.
struct StatusLabel: Sendable, Hashable {
  enum Tone: String, Sendable, Hashable { case off, changed, open }

  var tone: Tone
  var text: String

  /// `nil` where it simply takes place.
  init?(_ occurrence: Occurrence) {
    switch occurrence.state {
    case .confirmed: return nil
    case .tentative: self.init(tone: .open, text: "À confirmer")
    case .cancelled: self.init(tone: .off, text: "Annulé")
    case .moved: self.init(tone: .changed, text: occurrence.announced == nil ? "Lieu changé" : "Date changée")
    case .postponed: self.init(tone: .off, text: "Reporté, nouvelle date à venir")
    }
  }

  /// `nil` where all of the event simply takes place.
  init?(_ schedule: Schedule) {
    switch schedule.status {
    case .confirmed: return nil
    case .tentative: self.init(tone: .open, text: "À confirmer")
    case .cancelled: self.init(tone: .off, text: "Annulé")
    case .postponed(to: nil): self.init(tone: .off, text: "Reporté, nouvelle date à venir")
    case .postponed(to: let date?):
      self.init(tone: .changed, text: "Reporté au " + French.dateWithWeekday(date))
    }
  }

  init(tone: Tone, text: String) {
    self.tone = tone
    self.text = text
  }
}

extension Champigny {
  func statusLabel(_ label: StatusLabel?) -> HTML? {
    guard let label else { return nil }
    return """
      <strong class="status status-\(label.tone.rawValue)">\(label.text)</strong>
      """
  }
}

extension Schedule {
  /// Why all of it is cancelled or put off, as a sentence; `nil` where it is not, or where no reason is given.
  var reasonForChange: String? {
    switch status {
    case .confirmed, .tentative: return nil
    case .cancelled, .postponed: return reason.map { $0.prefix(1).uppercased() + $0.dropFirst() }
    }
  }
}

extension Occurrence {
  /// Whether nothing takes place at its time.
  var isOff: Bool { state == .cancelled || state == .postponed }
}
