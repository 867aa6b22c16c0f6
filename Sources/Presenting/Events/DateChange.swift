import Site
import Text
import Time

/// What has become of a date of an event: the one answer that letters, the page of changes and feeds put into words.
struct DateChange {
  /// A date, with its place.
  typealias State = (occurrence: Occurrence, venue: Venue?)

  let before: Occurrence
  /// `nil` where the event has it no more.
  let after: Occurrence?
  /// Where it takes place now, where that is elsewhere.
  let newVenue: Venue?
  /// Whether its place is another, or none is known any more.
  let isElsewhere: Bool

  init(from before: State, to after: State?) {
    self.before = before.occurrence
    self.after = after?.occurrence
    func words(_ venue: Venue?) -> String { Folding.slug(venue?.line ?? "") }
    isElsewhere = after.map { words($0.venue) != words(before.venue) } ?? false
    newVenue = isElsewhere ? after?.venue : nil
  }

  /// Whether it is held after having been called off.
  var isRestored: Bool { before.isOff && after?.isOff == false }

  /// Whether no seat is left any more, and whether some are again.
  var isFilled: Bool { !before.isFull && after?.isFull == true }
  var isFreed: Bool { before.isFull && after?.isFull == false }

  /// Whether its day or hour is another.
  var isMoved: Bool { after.map { $0.span != before.span } ?? false }
}
