import Text

/// What an instruction of a plug-in that nothing here knows showed, as far as its attributes say where it is: pictures of the
/// old site, a picture, something to go to. Page builders make whole pages of such.
struct ShortcodeGuess {
  private enum Shown {
    case pictures(numbers: String)
    case picture(address: String)
    case link(address: String)
  }

  private let shown: Shown
  private let words: String

  /// - Parameters:
  ///   - name: of the instruction.
  ///   - text: what stands behind the name.
  ///   - attributes: the same by name.
  /// - Returns: `nil` where they name nothing.
  init?(_ name: String, _ text: Substring, _ attributes: [String: String]) {
    words =
      ["text", "title", "button_text", "btn_text", "label", "alt"].lazy.compactMap { attributes[$0] }
      .first { !$0.isEmpty } ?? ""
    let numbers = ["image", "images", "image_id", "image_ids", "gallery_ids"].lazy.compactMap { attributes[$0] }
      .first { value in
        value.contains { $0.isNumber } && value.allSatisfy { $0.isASCII && $0.isNumber || $0 == "," || $0 == " " }
      }
    if let numbers {
      shown = .pictures(numbers: numbers)
      return
    }
    let named = ["url", "link", "href", "button_url", "src", "image_url", "image"].lazy.compactMap { attributes[$0] }
      .compactMap(Self.address).first
    // `[youtube https://…]`, `[youtube=https://…]`, `[youtube aB3-d_e]`
    let first = text.drop { $0 == " " || $0 == "=" }.prefix { $0 != " " }
    let film = EmbeddedAddress.page(of: attributes["id"] ?? String(first), shownBy: name)
    guard let address = named ?? Self.address(first) ?? film else { return nil }
    shown = HTMLText.isPicture(address) ? .picture(address: address) : .link(address: address)
  }

  var isLink: Bool { if case .link = shown { true } else { false } }

  /// - Parameter isAround: whether it stands around words, and another closes it.
  func element(isAround: Bool) -> String {
    switch shown {
    case .pictures(let numbers): "<gz-gallery ids=\"\(numbers)\"></gz-gallery>"
    case .picture(let address):
      "<img src=\"\(XMLWriter.escaped(address))\" alt=\"\(XMLWriter.escaped(words))\">"
    case .link(let address) where isAround: "<a href=\"\(XMLWriter.escaped(address))\">"
    case .link(let address):
      "<gz-embed title=\"\(XMLWriter.escaped(words))\">\(XMLWriter.escaped(address))</gz-embed>"
    }
  }

  /// A whole address, also as WPBakery keeps it: `url:https%3A%2F%2Fexemple.org%2F|title:Venir`.
  private static func address(_ value: some StringProtocol) -> String? {
    var address = String(value)
    if address.hasPrefix("url:") { address = PercentCoding.decoded(String(address.dropFirst(4).prefix { $0 != "|" })) }
    guard address.isWebAddress, !address.contains(where: \.isWhitespace) else {
      return nil
    }
    return address
  }
}
