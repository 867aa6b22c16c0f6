import Diagnostics
import Site

/// A value of a front matter that another generator was given.
package indirect enum ForeignValue: Sendable {
  case empty
  case text(String)
  case list([ForeignValue])
  case map([(key: String, value: ForeignValue)])

  /// The text, or the only one of a list; `nil` where there is none.
  package var text: String? {
    switch self {
    case .text(let text): text.isEmpty ? nil : text
    case .list(let items): items.count == 1 ? items[0].text : nil
    case .empty, .map: nil
    }
  }

  /// The texts of a list, or the one text.
  package var texts: [String] {
    switch self {
    case .text(let text): text.isEmpty ? [] : [text]
    case .list(let items): items.flatMap(\.texts)
    case .empty, .map: []
    }
  }

  /// Those of a map, in order.
  package var members: [(key: String, value: ForeignValue)] { if case .map(let members) = self { members } else { [] } }

  /// The value of a member, whatever the capitals of its name.
  package subscript(_ name: String) -> ForeignValue? {
    guard case .map(let members) = self else { return nil }
    let folded = KeyTable.folded(name)
    return members.first { KeyTable.folded($0.key) == folded }?.value
  }
}

/// Front matter as other generators have it, with the guards of ours.
package enum ForeignFrontMatter {
  /// The value of a text of YAML; `nil` where it can't be read, or asks for more than a front matter needs.
  package static func yaml(_ text: String) -> ForeignValue? {
    let source = SourceText(path: "", bytes: Array(text.utf8))
    var composer = YAMLComposer(source, range: 0..<source.bytes.count)
    return composer.compose().map(value)
  }

  private static func value(_ value: FieldValue) -> ForeignValue {
    switch value.content {
    case .empty: .empty
    case .scalar(let text): .text(text)
    case .list(let items): .list(items.map(Self.value))
    case .map(let members): .map(members.map { ($0.key, Self.value($0.value)) })
    }
  }

  /// The key of ours that is meant by a name; `nil` where it means nothing here.
  package static func key(named name: String, of kind: EntryKind) -> FieldKey? {
    let table = KeyTable.of(kind)
    return (table.key(named: name) ?? EverydayKey.key(named: name, in: table))?.key
  }

  /// Whether a name is one by which an event is hidden or called off.
  package static func hides(named name: String) -> Bool { HidingKey.named(name) != nil }

  /// What a value under such a name says of an event, as a field of ours: `brouillon`, `etat`, `complet`; `nil` where it hides
  /// and calls off nothing, or is not understood.
  package static func hiding(_ name: String, _ text: String) -> (key: FieldKey, value: String)? {
    // Our own keys are read as they are elsewhere: here they mean the same.
    if let key = key(named: name, of: .event), key == .draft || key == .soldOut {
      return answer(text) == true ? (key, YesNo.yes) : nil
    }
    if case .value(let key, let value)? = HidingMeaning(of: name, text, in: KeyTable.of(.event), hasDate: true) {
      return (key, value)
    }
    guard case .state? = HidingKey.named(name)?.sense, let status = WordChoice.value(of: text, as: WrittenStatus.self),
      status != .confirmed
    else { return nil }
    return (.status, status.name)
  }

  /// The number that a text is, where a key takes it; `nil` for anything else.
  package static func number(_ text: String, for key: FieldKey, of kind: EntryKind) -> Int? {
    guard case .integer(let range, _)? = KeyTable.of(kind).description(of: key)?.type, let number = Int(text),
      range.contains(number)
    else { return nil }
    return number
  }

  /// What « oui », « faux » and their like answer; `nil` for anything else.
  package static func answer(_ text: String) -> Bool? { YesNo.read(text) }
}
