/// A piece of HTML or XML, free of the library that read it.
enum MarkupNode: Sendable {
  case text(String)
  case comment(String)
  indirect case element(MarkupElement)
}

/// An element with what it holds.
struct MarkupElement: Sendable {
  /// Without the prefix of its namespace; that of HTML in small letters.
  var name: String
  /// Of XML: the address of its namespace; empty where it has none.
  var namespace = ""
  /// By name, without the prefix of a namespace.
  var attributes: [String: String] = [:]
  var children: [MarkupNode] = []

  /// The value of an attribute without blanks around it; `nil` where there is none or it is empty.
  func attribute(_ name: String) -> String? {
    guard let value = attributes[name], let first = value.utf8.first, let last = value.utf8.last else { return nil }
    // Most have none.
    if (0x21...0x7E).contains(first), (0x21...0x7E).contains(last) { return value }
    let words = value.split(whereSeparator: \.isWhitespace)
    guard let first = words.first, let last = words.last else { return nil }
    return String(value[first.startIndex..<last.endIndex])
  }

  /// The names of its classes.
  var classes: [Substring] { attributes["class"]?.split(whereSeparator: \.isWhitespace) ?? [] }

  /// All text in it, as it is written.
  var text: String { children.text }

  /// The elements in it, in order.
  var elements: [MarkupElement] {
    children.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  /// The first element of this name in it.
  func first(_ name: String) -> MarkupElement? { elements.first { $0.name == name } }

  /// The first element in it, at any depth and in the order of the text, for which `isWanted` holds.
  func firstBelow(where isWanted: (MarkupElement) -> Bool) -> MarkupElement? {
    for element in elements {
      if isWanted(element) { return element }
      if let found = element.firstBelow(where: isWanted) { return found }
    }
    return nil
  }

  /// All elements in it, at any depth and in the order of the text, for which `isWanted` holds.
  func allBelow(where isWanted: (MarkupElement) -> Bool) -> [MarkupElement] {
    elements.flatMap { (isWanted($0) ? [$0] : []) + $0.allBelow(where: isWanted) }
  }

  /// The same without the elements in it, at any depth, for which `isUnwanted` holds.
  func without(where isUnwanted: (MarkupElement) -> Bool) -> MarkupElement {
    var result = self
    result.children = children.compactMap { node in
      guard case .element(let child) = node else { return node }
      return isUnwanted(child) ? nil : .element(child.without(where: isUnwanted))
    }
    return result
  }
}

extension [MarkupNode] {
  /// All text in them, as it is written.
  var text: String {
    // As most are: nothing is put together.
    if count == 1, case .text(let words) = self[0] { return words }
    var result = ""
    append(to: &result)
    return result
  }

  private func append(to text: inout String) {
    for node in self {
      switch node {
      case .text(let words): text += words
      case .comment: break
      case .element(let element): element.children.append(to: &text)
      }
    }
  }
}
