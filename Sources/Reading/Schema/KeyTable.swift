import Diagnostics
import Markup
import Site
import Text
import Time

/// Finds the keys of one map by the names that people write for them.
struct KeyTable: Sendable {
  let descriptions: [KeyDescription]
  private let byName: [String: KeyDescription]
  private let byKey: [FieldKey: KeyDescription]

  init(_ descriptions: [KeyDescription]) {
    self.descriptions = descriptions
    var byName: [String: KeyDescription] = [:]
    for description in descriptions {
      for name in [description.name] + description.synonyms { byName[Self.folded(name)] = description }
    }
    self.byName = byName
    byKey = Dictionary(descriptions.map { ($0.key, $0) }) { first, _ in first }
  }

  /// The key meant by `name`: case, accents, spaces, hyphens and underscores do not count.
  func key(named name: String) -> KeyDescription? { byName[Self.folded(name)] }

  /// The known name nearest to one that is not known, among those that could hold its value.
  func nearest(to name: String, holding value: FieldValue? = nil) -> KeyDescription? {
    let folded = Self.folded(name)
    return EditDistance.nearest(to: folded, in: byName.keys.sorted(), count: 5).lazy.compactMap { byName[$0] }
      .first { description in value.map { description.type.canHold($0) } ?? true }
  }

  /// Whether `name`, which is not known, can only be a slip of the hand in that of `key`: one letter wrong, or two in a long
  /// name, and no other key as near.
  func isMisspelling(_ name: String, of key: FieldKey) -> Bool {
    let folded = Self.folded(name)
    let limit = folded.count >= 6 ? 2 : 1
    var (best, keys) = (limit, Set<FieldKey>())
    for (known, description) in byName {
      let distance = EditDistance.between(folded, known, limit: limit)
      if distance < best { (best, keys) = (distance, []) }
      if distance == best { keys.insert(description.key) }
    }
    return keys == [key]
  }

  func description(of key: FieldKey) -> KeyDescription? { byKey[key] }

  /// How precise a date of this key may be, or of its list; none where it has none.
  func precisions(of key: FieldKey) -> Set<PartialDate.Precision> {
    switch description(of: key)?.type {
    case .date(let precisions)?, .span(let precisions)?, .either(.date(let precisions), _)?,
      .list(.date(let precisions))?, .list(.either(.date(let precisions), _))?,
      .list(.either(.span(let precisions), _))?:
      return Set(precisions)
    default: return []
    }
  }

  static func folded(_ name: String) -> String {
    var bytes: [UInt8] = []
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): bytes.append(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes.append(byte | 0x20)
      case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "_"): continue
      case 0x80...: return Folding.slug(name).replacing("-", with: "")
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What each of the words means that are listed, with spaces between, beside their meanings; by the name that
  /// ``folded(_:)`` gives.
  static func byName<Meaning>(_ words: [(meaning: Meaning, names: String)]) -> [String: Meaning] {
    var result: [String: Meaning] = [:]
    for (meaning, names) in words {
      for name in names.split(separator: " ") { result[folded(String(name))] = meaning }
    }
    return result
  }

  static let repetition = KeyTable(Schema.repetition)
  static let move = KeyTable(Schema.move)
  static let cancellation = KeyTable(Schema.cancellation)
  static let session = KeyTable(Schema.session)
  static let change = KeyTable(Schema.change)
  static let closure = KeyTable(Schema.holidayStay)
  static let callToAction = KeyTable(Schema.callToAction)
  static let settings = KeyTable(Schema.settings)
  static let publisher = KeyTable(Schema.publisher)
  static let contact = KeyTable(Schema.contact)
  static let colours = KeyTable(Schema.colours)
  static let menuLink = KeyTable(Schema.menuLink)
  static let host = KeyTable(Schema.host)
  static let newsletter = KeyTable(Schema.newsletter)

  static func of(_ kind: EntryKind) -> KeyTable { ofKinds[kind] ?? KeyTable(Schema.keys(of: kind)) }

  private static let ofKinds = Dictionary(
    EntryKind.allCases.map { ($0, KeyTable(Schema.keys(of: $0))) }, uniquingKeysWith: { first, _ in first })
}
