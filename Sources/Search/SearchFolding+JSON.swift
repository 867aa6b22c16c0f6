import Markup
import Text

extension SearchFolding {
  /// The tables as the index carries them.
  var json: JSON {
    .members([
      "letters": Self.letters,
      "elisions": Self.words(elisions),
      "whole": Self.words(whole),
      "ignored": Self.words(ignored),
      "endings": .array(
        endings.map { .array([.string($0.text), .string($0.replacement), .integer($0.shortestRest)]) }),
      "shortestMisspelt": .integer(shortestMisspelt),
    ])
  }

  private static func words(_ words: Set<String>) -> JSON { .string(words.sorted().joined(separator: " ")) }

  /// For each text that characters fold to, these characters: `"e": "éèê…"`. Those that only lose their capital are left
  /// out, and letters with separate accents: who reads it composes the text first (Unicode form C).
  private static let letters: JSON = {
    var characters: [String: String] = [:]
    let blocks: [ClosedRange<UInt32>] = [
      0x60...0x60, 0xA0...0x24F, 0x2BC...0x2BC, 0x300...0x36F, 0x1E00...0x1EFF, 0x2000...0x206F, 0xFB00...0xFB06,
    ]
    for scalar in blocks.joined().compactMap(Unicode.Scalar.init) {
      // Between letters, because at the ends of a text spaces are dropped.
      let folded = isHyphen(scalar) ? "-" : String(Folding.folded("a\(scalar)a").dropFirst().dropLast())
      if folded != scalar.properties.lowercaseMapping { characters[folded, default: ""].unicodeScalars.append(scalar) }
    }
    return .object(characters.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) })
  }()
}
