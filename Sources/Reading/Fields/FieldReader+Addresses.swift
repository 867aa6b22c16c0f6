import Diagnostics
import Markup
import Site
import Text

extension FieldReader {
  /// A web address with its scheme.
  mutating func url(_ key: FieldKey) -> String? {
    guard let scalar = scalar(key) else { return nil }
    return url(scalar.text, at: scalar.range, key)
  }

  mutating func url(_ text: String, at range: Range<Int>, _ key: FieldKey) -> String? {
    let place = source.place(range)
    if text.isWebAddress {
      guard let host = WebAddress(text)?.host else {
        report(.badURL(place, key: key.rawValue, value: text))
        return nil
      }
      if host.hasSuffix(".invalid") { report(.placeholderAddress(place, key: key.rawValue, value: text)) }
      return text.withSmallScheme
    }
    if let whole = WebAddress.completed(text) {
      report(.urlWithoutScheme(place, value: text))
      return whole
    }
    report(.badURL(place, key: key.rawValue, value: text))
    return nil
  }

  /// An address of mail.
  mutating func email(_ key: FieldKey) -> EmailAddress? {
    guard let scalar = scalar(key) else { return nil }
    switch EmailAddress.read(scalar.text) {
    case .success(let address):
      if address.isPlaceholder {
        report(.placeholderAddress(source.place(scalar.range), key: key.rawValue, value: scalar.text))
      }
      return address
    case .failure(let fault):
      report(.badEmail(source.place(scalar.range), value: scalar.text, fault))
      return nil
    }
  }

  /// A web address, or an e-mail address with or without `mailto:`, or a telephone number with or without `tel:`; the latter
  /// are given with it.
  mutating func urlOrEmail(_ key: FieldKey) -> String? {
    guard let scalar = scalar(key) else { return nil }
    var text = scalar.text
    let isNumber = text.lowercased().hasPrefix("tel:")
    if let number = PhoneNumber(isNumber ? PercentCoding.decoded(text.dropFirst("tel:".count)) : text) {
      return number.link
    }
    if EmailAddress.recipients(ofLink: text) != nil { text = String(text.dropFirst(EmailAddress.scheme.count)) }
    // In the path of a page it is something else: `mastodon.social/@p`.
    guard text.prefix(while: { $0 != "/" }).contains("@"), !text.contains("://") else {
      return url(scalar.text, at: scalar.range, key)
    }
    let written = text.prefix { $0 != "?" }
    // What stands in a link is encoded already, or should be.
    let isLink = text.utf8.count != scalar.text.utf8.count
    let query = text.dropFirst(written.count)
    switch EmailAddress.read(isLink ? PercentCoding.decoded(written) : String(written)) {
    case .success(let address) where !query.contains(where: { $0.isWhitespace || "<>\"".contains($0) }):
      if address.isPlaceholder {
        report(.placeholderAddress(source.place(scalar.range), key: key.rawValue, value: scalar.text))
      }
      return address.link + query
    case .success: report(.badEmail(source.place(scalar.range), value: scalar.text, .malformed))
    case .failure(let fault): report(.badEmail(source.place(scalar.range), value: scalar.text, fault))
    }
    return nil
  }
}
