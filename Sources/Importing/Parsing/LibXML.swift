import Building
import CLibXML2

/// What libxml2 and Swift say to each other.
enum LibXML {
  /// Elements within elements, at most: what is deeper is read as if it stood at that depth. (The library ends at 256.)
  static let deepest = 200

  /// The functions of the library, which is loaded when they are first asked for; `nil` where the machine has none.
  static let functions = libxml_load()?.pointee

  /// The functions of the library.
  ///
  /// - Throws: `Fault` where the machine has none.
  @discardableResult
  static func load() throws -> LibXMLFunctions {
    if let functions { return functions }
    throw Fault(
      "La bibliothèque qui lit le HTML et le XML, \(LIBXML_LIBRARY), n’est pas là, ou la mémoire manque pour elle.",
      hint: "Installez-la\u{A0}: sudo apt install libxml2 (libxml2-16 depuis Debian 14).",
      status: Fault.inputOutput)
  }

  /// The value of what the library has under `node` and behind it: its siblings with what they hold.
  ///
  /// - Parameters:
  ///   - foldsNames: whether names are those of HTML, whose capitals mean nothing.
  ///   - names: those of elements that are left out, of the first level alone.
  static func nodes(
    _ first: xmlNodePtr?, foldsNames: Bool, depth: Int = 0, leaving names: Set<String> = []
  ) -> [MarkupNode] {
    var result: [MarkupNode] = []
    var next = first
    while let node = next {
      next = node.pointee.next
      switch node.pointee.type {
      case XML_TEXT_NODE, XML_CDATA_SECTION_NODE: result.append(.text(string(node.pointee.content)))
      case XML_COMMENT_NODE: result.append(.comment(string(node.pointee.content)))
      case XML_ELEMENT_NODE:
        if !names.isEmpty, names.contains(string(node.pointee.name)) { continue }
        if depth < deepest {
          result.append(.element(element(node, foldsNames: foldsNames, depth: depth)))
        } else {
          result.append(.text(text(of: node)))
        }
      // What is named and not known (`&foo;`): nothing is ever put in its place.
      case XML_ENTITY_REF_NODE: result.append(.text("&" + string(node.pointee.name) + ";"))
      default: break
      }
    }
    return result
  }

  static func element(
    _ node: xmlNodePtr, foldsNames: Bool, depth: Int = 0, leaving names: Set<String> = []
  ) -> MarkupElement {
    var element = MarkupElement(name: string(node.pointee.name))
    if foldsNames { element.name = element.name.lowercased() }
    if let namespace = node.pointee.ns { element.namespace = string(namespace.pointee.href) }
    var next = node.pointee.properties
    while let attribute = next {
      next = attribute.pointee.next
      let name = string(attribute.pointee.name)
      let value = nodes(attribute.pointee.children, foldsNames: foldsNames, depth: depth + 1).text
      element.attributes[foldsNames ? name.lowercased() : name] = value
    }
    element.children = nodes(node.pointee.children, foldsNames: foldsNames, depth: depth + 1, leaving: names)
    return element
  }

  /// All text in `node`.
  private static func text(of node: xmlNodePtr) -> String {
    guard let xml = functions, let buffer = xml.xmlBufferCreate() else { return "" }
    defer { xml.xmlBufferFree(buffer) }
    _ = xml.xmlNodeBufGetContent(buffer, node)
    return string(xml.xmlBufferContent(buffer))
  }

  static func string(_ text: UnsafePointer<xmlChar>?) -> String {
    text.map { String(decodingCString: $0, as: UTF8.self) } ?? ""
  }
}
