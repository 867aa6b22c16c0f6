import Building
import Publishing
import Site
import Text
import Time

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
    let expiry = WebScheme(of: look.base) == .https ? try curl.expiry(of: look.base + "/") : nil
    return look.findings(answers, again: again, expiry: expiry.flatMap { days(until: $0, now: now) })
  }

  /// Whole days from now to « Mar  5 12:00:00 2027 GMT ».
  static func days(until text: String, now: Int) -> Int? {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard words.count == 5 else { return nil }
    // The same words as in mail, in another order.
    let date = MailDate.read("\(words[1]) \(words[0]) \(words[3]) \(words[2]) \(words[4])", .utc)
    return date.map { (Zone.utc.instant(of: $0).seconds - now) / 86_400 }
  }
}
