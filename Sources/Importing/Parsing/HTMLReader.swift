import CLibXML2
import Text

/// Reads HTML as browsers would, as far as libxml2 does: what is not closed is closed, what is not known is kept. Nothing is
/// fetched, and no reference but those of HTML means anything.
enum HTMLReader {
  struct Reading {
    var nodes: [MarkupNode] = []
    /// Whether the library gave up before the end: elements in elements in elements.
    var isCut = false
  }

  /// The pieces of a text that stands somewhere in a page.
  static func fragment(_ html: String) -> Reading {
    var reading = page("<html><body><div>" + html + "</div></body></html>")
    // What was wrapped around it, and what stands behind a `</div>` too many.
    let body = reading.nodes.firstElement { $0.name == "body" }
    reading.nodes = (body?.children ?? []).flatMap { node -> [MarkupNode] in
      if case .element(let element) = node, element.name == "div", element.attributes.isEmpty {
        return element.children
      }
      return [node]
    }
    return reading
  }

  /// A whole page.
  static func page(_ html: String) -> Reading {
    var bytes = Array(html.utf8)
    // Nothing of a text may end it, or be drawn as anything.
    for index in bytes.indices where bytes[index] < 0x20 && MarkupSign.isControl(bytes[index]) { bytes[index] = 0x20 }
    guard bytes.count < Int(Int32.max), let xml = LibXML.functions, let context = xml.htmlNewParserCtxt() else {
      return Reading(isCut: true)
    }
    defer { xml.htmlFreeParserCtxt(context) }
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue
    let document = bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) {
        xml.htmlCtxtReadMemory(context, $0.baseAddress, Int32($0.count), nil, "UTF-8", Int32(options))
      }
    }
    guard let document else { return Reading(isCut: !bytes.isEmpty) }
    defer { xml.xmlFreeDoc(document) }
    return Reading(
      nodes: LibXML.nodes(xml.xmlDocGetRootElement(document), foldsNames: true), isCut: context.pointee.disableSAX != 0)
  }
}

extension [MarkupNode] {
  /// The first element among them, or in them, for which `isWanted` holds.
  func firstElement(where isWanted: (MarkupElement) -> Bool) -> MarkupElement? {
    for case .element(let element) in self {
      if isWanted(element) { return element }
      if let found = element.firstBelow(where: isWanted) { return found }
    }
    return nil
  }
}
