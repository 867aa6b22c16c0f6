extension Schedule {
  /// The occurrences of which some part lies in `days`, in the order of their start; cancelled, moved and postponed ones
  /// among them, excluded ones not. An occurrence that is moved is found by its new time only. Those known by their month
  /// or year alone are found where the period overlaps.
  package func occurrences(in days: ClosedRange<CivilDay>) -> [Occurrence] { [] }

  /// The first occurrences that are not past at `now`, at most `limit`, in the order of their start; cancelled and
  /// postponed ones are among them.
  package func next(at now: CivilDateTime, limit: Int) -> [Occurrence] { [] }

  /// Whether it returns without end.
  package var isEndless: Bool {
    if case .rule(_, let recurrence) = plan { return recurrence.bound == .never }
    return false
  }

  /// The first and the last day on which any of its occurrences takes place; the last is `nil` where it is endless, both
  /// where nothing is dated.
  package var firstDay: CivilDay? { nil }
  package var lastDay: CivilDay? { nil }
}
