import HTML
import Site

/// How a provider of mailings marks what it fills in, and what it would take for such a mark.
struct ProviderFormat: Sendable {
  /// What stands for the address to unsubscribe at; `nil` where the list adds its own.
  let unsubscribe: String?
  /// What begins a mark, and what of the same length stands instead of it in plain text, where no reference can hide it.
  let openers: [(mark: String, replacement: String)]
  /// Whether the provider would also cut what Outlook's conditional comments and selectors of attributes write in
  /// brackets: mails for it go without both, which only better the look.
  let cutsBrackets: Bool

  /// Whether the provider reads the text too as HTML, as Go's `html/template` does: it refuses to send what looks like a tag
  /// with a mistake, and writes every other `<` as a reference.
  let readsTextAsHTML: Bool

  init(_ provider: Settings.Provider) {
    let braces = [("{{", "({"), ("{%", "(%"), ("{#", "(#")]
    switch provider {
    case .brevo:
      self.init("{{ unsubscribe }}", braces)
    case .mailjet:
      self.init("[[UNSUB_LINK_FR]]", [("[[", "([")] + braces)
    case .mailchimp:
      self.init("*|UNSUB|*", [("*|", "*/")])
    case .listmonk:
      self.init(
        "{{ UnsubscribeURL }}", braces + [("@TrackLink", "@tracklink")],
        readsTextAsHTML: true)
    case .phplist:
      // It deletes whatever stands in brackets and is none of its own marks.
      self.init("[UNSUBSCRIBEURL]", [("[", "("), ("]", ")")], cutsBrackets: true)
    case .sympa:
      self.init(nil, [("[%", "(%")])
    }
  }

  private init(
    _ unsubscribe: String?, _ openers: [(String, String)], cutsBrackets: Bool = false,
    readsTextAsHTML: Bool = false
  ) {
    self.readsTextAsHTML = readsTextAsHTML
    self.unsubscribe = unsubscribe
    self.openers = openers.map { (mark: $0.0, replacement: $0.1) }
    self.cutsBrackets = cutsBrackets
  }

  /// `text` with nothing left in it that the provider would fill in; about as many characters as before.
  func neutralised(text: String) -> String {
    var bytes = readsTextAsHTML ? Self.withoutTags(text.utf8) : Array(text.utf8)
    for opener in openers {
      let (mark, replacement) = (Array(opener.mark.utf8), Array(opener.replacement.utf8))
      for index in bytes.indices where bytes[index] == mark[0] && bytes[index...].starts(with: mark) {
        bytes.replaceSubrange(index..<index + mark.count, with: replacement)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A text without `<`: the signs around an address go, as it ends where a space follows; any other becomes one that looks
  /// like it.
  private static func withoutTags(_ text: some BidirectionalCollection<UInt8>) -> [UInt8] {
    var bytes = Array(text)
    let (opening, closing) = (UInt8(ascii: "<"), UInt8(ascii: ">"))
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for index in bytes.indices {
      guard bytes[index] == opening else {
        if bytes[index] != 0 { result.append(bytes[index]) }
        continue
      }
      let rest = bytes[(index + 1)...]
      let end = rest.firstIndex { $0 == closing || $0 == opening || $0 <= UInt8(ascii: " ") }
      if let end, bytes[end] == closing, isAddress(rest[..<end]) {
        // Taken out where it is come to.
        bytes[end] = 0
      } else {
        result += "‹".utf8
      }
    }
    return result
  }

  private static func isAddress(_ bytes: ArraySlice<UInt8>) -> Bool {
    (bytes.contains(UInt8(ascii: ":")) || bytes.contains(UInt8(ascii: "@")))
      && URLScheme.safe(String(decoding: bytes, as: UTF8.self)) != nil
  }

  /// A whole HTML mail with nothing left in it that a provider would fill in: in running text and attributes, the signs
  /// that begin or end a mark are written as references, which readers see as the same signs. In style sheets and
  /// comments, which only the theme writes, references mean nothing: there braces are set apart, and conditional comments
  /// left out where they would be cut in two.
  func neutralised(html: String) -> String {
    let bytes = Array(html.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 256)
    var index = 0
    while index < bytes.count {
      if bytes[index...].starts(with: "<!--".utf8) {
        let comment = bytes[index..<end(of: "-->", in: bytes, from: index)]
        if !(cutsBrackets && comment.contains(UInt8(ascii: "["))) { result += comment }
        index = comment.endIndex
      } else if bytes[index...].starts(with: "<style".utf8) {
        let sheet = bytes[index..<end(of: "</style>", in: bytes, from: index)]
        append(cutsBrackets ? Self.withoutBrackets(sheet) : sheet, to: &result)
        index = sheet.endIndex
      } else if Self.isMarkSign(index, in: bytes) {
        result += "&#\(bytes[index]);".utf8
        index += 1
      } else {
        // As far as nothing has to be looked at.
        let end = (index + 1..<bytes.count).first { bytes[$0] == UInt8(ascii: "<") || Self.isMarkSign($0, in: bytes) }
        result += bytes[index..<(end ?? bytes.count)]
        index = end ?? bytes.count
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// A style sheet with its braces set apart.
  private func append(_ sheet: ArraySlice<UInt8>, to result: inout [UInt8]) {
    for (byte, next) in zip(sheet, sheet.dropFirst() + [0]) {
      result.append(byte)
      if byte == UInt8(ascii: "{"), "{%#".utf8.contains(next) { result.append(UInt8(ascii: " ")) }
    }
  }

  /// A style sheet without the rules whose selector has brackets.
  private static func withoutBrackets(_ sheet: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var result: [UInt8] = []
    var ruleStart = 0
    var isInRule = false
    for byte in sheet {
      if byte == UInt8(ascii: "["), !isInRule {
        isInRule = true
        result.removeSubrange(ruleStart...)
      }
      if !isInRule { result.append(byte) }
      if "{}>".utf8.contains(byte) {
        if byte == UInt8(ascii: "}") { isInRule = false }
        ruleStart = result.count
      }
    }
    return result[...]
  }

  private func end(of mark: String, in bytes: [UInt8], from start: Int) -> Int {
    let mark = Array(mark.utf8)
    var index = start
    while index + mark.count <= bytes.count {
      if bytes[index] == mark[0], bytes[index...].starts(with: mark) { return index + mark.count }
      index += 1
    }
    return bytes.count
  }

  /// Whether the byte at `index` begins a mark of some provider, or ends one.
  private static func isMarkSign(_ index: Int, in bytes: [UInt8]) -> Bool {
    switch bytes[index] {
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "["), UInt8(ascii: "]"): return true
    case UInt8(ascii: "|"):
      let before = index > 0 ? bytes[index - 1] : 0
      let after = index + 1 < bytes.count ? bytes[index + 1] : 0
      return before == UInt8(ascii: "*") || after == UInt8(ascii: "*")
    case UInt8(ascii: "@"): return bytes[index...].starts(with: "@TrackLink".utf8)
    default: return false
    }
  }
}
