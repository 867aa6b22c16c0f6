import Foundation
import Time

/// What counts as now, on the clock of the site's zone.
package enum Today {
  /// `SOURCE_DATE_EPOCH` (reproducible-builds.org) where `environment` has it, else the clock of the machine.
  package static func now(in zone: Zone, environment: [String: String]) -> CivilDateTime {
    let seconds = given(in: environment) ?? Int(Date().timeIntervalSince1970)
    return zone.dateTime(at: Instant(seconds: seconds))
  }

  /// The seconds that `SOURCE_DATE_EPOCH` gives, where it gives any.
  package static func given(in environment: [String: String]) -> Int? {
    environment["SOURCE_DATE_EPOCH"].flatMap { Int($0) }.flatMap { isReasonable($0) ? $0 : nil }
  }

  /// Within the years 1 to 9999.
  private static func isReasonable(_ seconds: Int) -> Bool { (-62_135_596_800...253_402_214_400).contains(seconds) }
}
