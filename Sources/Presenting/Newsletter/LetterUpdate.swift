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
    guard let current else { return StateWords.gone.firstLowercased }
    let (then, now) = (announced.occurrence, current.occurrence)
    if now.isOff { return then.state == now.state ? nil : StateWords(now)?.sentence.firstLowercased }
    var parts: [String] = []
    if then.isOff { parts.append("a lieu") }
    if now.span != then.span || then.isOff { parts.append(French.span(now.span)) }
    if current.venue?.line != announced.venue?.line, let venue = current.venue { parts.append(venue.line) }
    if now.state != then.state, !then.isOff {
      parts.append(now.state == .tentative ? StateWords.tentative.firstLowercased : "confirmé")
    }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// What stands before the words.
  package static let label = "Mise à jour"
}
