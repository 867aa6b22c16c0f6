import Building
import Foundation
import Publishing
import Site

/// A site as it answers online.
package enum OnlineSite {
  /// Asks it, and says what is to be said.
  ///
  /// - Parameters:
  ///   - address: where it is; may be another one than the settings give.
  ///   - now: seconds since 1970.
  /// - Throws: `Fault` where it can't be asked at all.
  package static func findings(
    at address: String, of publication: Publication, site: Site, by curl: Curl, now: Int
  ) throws -> [LookFinding] {
    let look = SiteLook(base: address, publication: publication, site: site)
    let questions = look.questions
    let given = try curl.answers(to: questions.map(\.question))
    let answers = Dictionary(zip(questions.map(\.topic), given)) { first, _ in first }
    guard let home = answers[.home], home.code == 0 else { return look.findings(answers, again: nil, expiry: nil) }
    let again = try look.again(home).map { try curl.answers(to: [$0]) }?.first
    let expiry = look.base.hasPrefix("https://") ? try curl.expiry(of: look.base + "/") : nil
    return look.findings(answers, again: again, expiry: expiry.flatMap { days(until: $0, now: now) })
  }

  /// Whole days from now to « Mar  5 12:00:00 2027 GMT ».
  static func days(until text: String, now: Int) -> Int? {
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.timeZone = TimeZone(identifier: "GMT")
    formatter.dateFormat = "MMM d HH:mm:ss yyyy 'GMT'"
    let words = text.split(separator: " ").joined(separator: " ")
    return formatter.date(from: words).map { (Int($0.timeIntervalSince1970) - now) / 86_400 }
  }
}
