import Site
import Text
import Time

/// An issue as a message that mail programs open as a draft: its text and its HTML, one instead of the other (RFC 2046,
/// 5.1.4). The same issue gives the same bytes.
struct MailMessage: Sendable {
  let issue: Issue
  let settings: Settings
  let plainText: String
  let html: String

  /// The hour at which it is said to be sent where none is given, on the clock of the site.
  private static let sendHour = 9

  /// The message; lines end with CRLF.
  func text() -> String {
    // By its content: what was corrected is another message, or those who have the first would never see it.
    let content = [issue.entry.id, issue.subject, plainText, html].joined(separator: "\0")
    let identity = NamedUUID.text(of: content, in: settings.identifier)
    // No quoted-printable text holds « =_ ».
    let boundary = "=_" + identity.filter { $0 != "-" }.prefix(24)
    var header = MailHeader()
    header.add("X-Unsent", "1")
    header.add("From", mailbox: settings.newsletter.sender)
    header.add("Reply-To", mailbox: settings.newsletter.replyTo)
    header.add("Subject", text: issue.subject)
    let sent = CivilDateTime(day: issue.sendDate, minuteOfDay: issue.sendMinute ?? Self.sendHour * 60)
    header.add("Date", Timestamp.mailDate(of: sent, in: settings.zone))
    header.add("Message-ID", "<\(identity)@\(host)>")
    if let address = settings.unsubscribeByMail { header.add("List-Unsubscribe", "<\(address)>") }
    header.add("Content-Language", settings.language)
    header.add("MIME-Version", "1.0")
    header.add("Content-Type", "multipart/alternative; boundary=\"\(boundary)\"")

    return header.text + "\r\n" + part(plainText, type: "plain", boundary) + part(html, type: "html", boundary)
      + "--\(boundary)--\r\n"
  }

  private func part(_ text: String, type: String, _ boundary: String) -> String {
    """
    --\(boundary)\r
    Content-Type: text/\(type); charset=utf-8\r
    Content-Transfer-Encoding: quoted-printable\r
    \r
    \(QuotedPrintable.encoded(text))\r

    """
  }

  /// The right side of the Message-ID: the site's host.
  private var host: String {
    let rest = settings.baseURL.drop { $0 != ":" }.drop { $0 == ":" || $0 == "/" }
    let host = rest.prefix { $0 != "/" && $0 != ":" }
    let isPlain =
      !host.isEmpty
      && host.utf8.allSatisfy { byte in
        byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || (48...57).contains(byte)
          || (97...122).contains(byte | 32)
      }
    return isPlain ? String(host) : "gazette.invalid"
  }
}

extension Settings {
  /// Where one who has no provider's link writes to be let go; `nil` while no address is known.
  var unsubscribeByMail: String? {
    guard let mailbox = newsletter.replyTo ?? newsletter.sender, !mailbox.address.isPlaceholder else { return nil }
    return mailbox.address.link + "?subject=" + PercentCoding.query("Désinscription")
  }
}
