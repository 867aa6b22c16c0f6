import Site
import Time

/// What has become of an occurrence since a letter announced it.
package enum LetterUpdate {
  /// In words; `nil` where all is as it was.
  ///
  /// - Parameters:
  ///   - announced: as the letter had it, with its place.
  ///   - current: as it is now; `nil` where the event no longer has it.
  package static func words(
    from announced: (occurrence: Occurrence, venue: Venue?), to current: (occurrence: Occurrence, venue: Venue?)?
  ) -> String? {
    let change = DateChange(from: announced, to: current)
    guard let now = change.after else { return StateWords.gone.firstLowercased }
    let isOtherwise = now.state != change.before.state
    if now.isOff { return isOtherwise ? StateWords(now)?.sentence.firstLowercased : nil }
    var parts: [String] = []
    if change.isRestored { parts.append("a lieu") }
    if change.isMoved || change.isRestored { parts.append(French.span(now.span)) }
    if let venue = change.newVenue {
      parts.append(venue.line)
    } else if change.isElsewhere {
      parts.append("lieu à confirmer")
    }
    if isOtherwise, !change.isRestored {
      parts.append(now.state == .tentative ? StateWords.tentative.firstLowercased : "confirmé")
    }
    if change.isFilled { parts.append(StateWords.full.word.firstLowercased) }
    if change.isFreed { parts.append("à nouveau des places") }
    return parts.isEmpty ? nil : parts.joined(separator: ", ") + French.bracketed(now.reason)
  }

  /// What stands before the words.
  package static let label = "Mise à jour"
}
