import Site

/// Addresses by which a reader takes events into a calendar of their own.
package enum CalendarLinks {
  /// Where a feed is to be had: `https://…/agenda.ics`.
  package static func https(_ feed: SitePath, settings: Settings) -> String { settings.absoluteAddress(of: feed) }

  /// The same for programs that subscribe at once: `webcal://…/agenda.ics`.
  package static func webcal(_ feed: SitePath, settings: Settings) -> String {
    let address = https(feed, settings: settings)
    guard let colon = address.firstIndex(of: ":") else { return address }
    return "webcal" + address[colon...]
  }

  /// Google's page for subscribing to a feed.
  package static func google(_ feed: SitePath, settings: Settings) -> String {
    "https://calendar.google.com/calendar/r?cid=" + queryEncoded(webcal(feed, settings: settings))
  }

  /// Google's page for adding one occurrence; `nil` where its day is not known, or where it is cancelled or put off.
  package static func google(_ occurrence: Occurrence, of event: Event, in site: Site) -> String? {
    guard occurrence.span.isDated, occurrence.state != .cancelled, occurrence.state != .postponed else { return nil }
    return nil
  }

  /// `text` as a value in the query of an address (RFC 3986, unreserved characters stay).
  static func queryEncoded(_ text: String) -> String {
    var result = ""
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += digits.utf8.count == 1 ? "%0" + digits : "%" + digits
      }
    }
    return result
  }
}
