import Files

/// A command that renders what comes from anybody, and changes nothing but what it makes.
protocol ConfinedCommand {
  /// What it may change, given before anything is read; `nil` where it is asked for more.
  func confinement() -> Confinement?
}
