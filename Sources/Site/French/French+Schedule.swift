extension French {
  /// What is to be said of a schedule, one line for each thing: the rule or the rhythm, its bounds, exclusions,
  /// cancelled and moved occurrences, « à confirmer ».
  package static func schedule(_ schedule: Schedule) -> [String] { [] }
}
