import Markup
import Text

/// An address that the words of a link show while the link leads to another one. Readers look at what they see.
struct ClaimedAddress {
  /// What is shown.
  let text: String
  let target: String

  /// `nil` where the words are no address, or that of the link.
  init?(of link: Link, leadingTo target: String) {
    let shown = TextCleaner.trimmed(PlainTextRenderer.text(of: link.content))
    guard !shown.isEmpty, shown.utf8.count <= 500, !shown.contains(where: \.isWhitespace),
      let claimed = Self.owner(ofShown: shown), claimed != Self.owner(of: target)
    else { return nil }
    text = shown
    self.target = target
  }

  /// Whose address the words are: a host, or a mailbox.
  private static func owner(ofShown text: String) -> String? {
    if EmailAddress(text) != nil { return text.lowercased() }
    let isWhole = text.isWebAddress
    guard isWhole || text.lowercased().hasPrefix("www."),
      let address = WebAddress(isWhole ? text : WebScheme.https.rawValue + text), address.looksPublic
    else { return nil }
    return address.plainHost
  }

  /// Whose address the link leads to; of a page of this site nobody's.
  private static func owner(of target: String) -> String? {
    EmailAddress.recipients(ofLink: target)?.lowercased() ?? WebAddress(target)?.plainHost
  }
}
