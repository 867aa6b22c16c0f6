import Foundation

extension HTMLText {
  /// What WordPress writes for blocks that it makes itself when a page is shown: some say all that they show, of the others
  /// it is reported that they are gone. Other comments were for nobody.
  mutating func visitComment(_ text: String) {
    guard text.utf8.last(where: { $0 > 0x20 }) == UInt8(ascii: "/"),
      let name = text.split(maxSplits: 1, whereSeparator: \.isWhitespace).first, name.hasPrefix("wp:")
    else { return }
    let block = String(name.dropFirst(3))
    guard !["more", "nextpage", "spacer", "separator", "post-title", "post-content"].contains(block) else { return }
    // Its notes stand where they are referred to.
    if block == "footnotes", !footnotes.isEmpty { return }
    let attributes = Self.attributes(of: text)
    if block == "block", let number = attributes?.ref, addPart(String(number)) { return }
    if let address = attributes?.url, address.isWebAddress {
      let label = [attributes?.label, attributes?.title, attributes?.service].lazy.compactMap { $0 }.map(Self.words)
        .first { !$0.isEmpty }
      return addForeignLink(block, to: address, title: label.map { $0.prefix(1).uppercased() + $0.dropFirst() })
    }
    remark { .importDynamicBlock($0, name: block) }
  }

  /// What is understood of what stands behind the name of a block.
  private struct BlockAttributes: Decodable {
    var ref: Int?
    var url: String?
    var label: String?
    var title: String?
    var service: String?
  }

  private static func attributes(of comment: String) -> BlockAttributes? {
    guard let start = comment.firstIndex(of: "{"), let end = comment.lastIndex(of: "}"), start < end else { return nil }
    return try? JSONDecoder().decode(BlockAttributes.self, from: Data(comment[start...end].utf8))
  }

  /// Puts in a text that several show.
  ///
  /// - Returns: whether it is there.
  private mutating func addPart(_ number: String) -> Bool {
    // Parts in parts in parts end somewhere.
    guard parts < Self.mostParts, let html = options.part(number) else { return false }
    parts += 1
    visitBlock(HTMLReader.fragment(html).nodes)
    return true
  }

  /// Texts that are put into one, at most.
  private static let mostParts = 32
}
