import Building
import CLibXML2
import Files
import Text

/// Reads a large XML file one piece after the other: what stands below its root, or in RSS below its channel. Nothing is
/// fetched, and a file that defines names of its own (entities), by which a few lines can become gigabytes, is refused.
struct XMLPieces {
  /// The file, as messages name it.
  let name: String
  private let file: RegularFile
  /// Bytes of the file.
  var size: Int { file.size }

  /// Bytes that what stands before the root may have.
  private static let longestProlog = 64 << 10

  /// - Throws: `Fault` where the file can't be read, or is none that is taken.
  init(_ path: String) throws {
    name = path
    do {
      file = try RegularFile(at: path)
    } catch {
      throw Fault.unreadable(path)
    }
  }

  /// Given the root element without what it holds, and a piece; the third gives the piece with what was left out of it.
  typealias Body = (_ root: MarkupElement, _ piece: MarkupElement, _ whole: () -> MarkupElement) throws -> Void

  /// Gives each piece to `body`.
  ///
  /// - Parameter names: elements that are left out of pieces: they hold most of the bytes, and who only counts needs few.
  func forEach(leaving names: Set<String> = [], _ body: Body) throws {
    let head: [UInt8]
    do { head = try file.read(atMost: Self.longestProlog) } catch { throw Fault.unreadable(name) }
    let root = try Self.startOfRoot(in: head, name)
    let xml = try LibXML.load()
    let input = Input(file: file, head: root.map { Self.naming(head, before: $0) } ?? head)
    let context = Unmanaged.passUnretained(input).toOpaque()
    let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
    let reader = xml.xmlReaderForIO(
      { context, buffer, count in
        guard let context, let buffer else { return -1 }
        return Unmanaged<Input>.fromOpaque(context).takeUnretainedValue().fill(buffer, Int(count))
      }, { _ in 0 }, context, nil, nil, Int32(options))
    guard let reader else { throw Fault.unreadable(name) }
    defer { xml.xmlFreeTextReader(reader) }
    try withExtendedLifetime(input) { try read(xml, reader, names, body) }
  }

  private func read(_ xml: LibXMLFunctions, _ reader: xmlTextReaderPtr, _ names: Set<String>, _ body: Body) throws {
    var root = MarkupElement(name: "")
    var wanted: Int32 = 1
    var state = xml.xmlTextReaderRead(reader)
    while state == 1 {
      let depth = xml.xmlTextReaderDepth(reader)
      let isElement = xml.xmlTextReaderNodeType(reader) == Int32(XML_READER_TYPE_ELEMENT.rawValue)
      if isElement, depth == 0, let node = xml.xmlTextReaderCurrentNode(reader) {
        root = LibXML.element(node, foldsNames: false)
        root.children = []
        wanted = root.name == "rss" ? 2 : 1
      }
      if isElement, depth == wanted {
        guard let node = xml.xmlTextReaderExpand(reader) else { break }
        try body(root, LibXML.element(node, foldsNames: false, leaving: names)) {
          LibXML.element(node, foldsNames: false)
        }
        state = xml.xmlTextReaderNext(reader)
      } else {
        state = xml.xmlTextReaderRead(reader)
      }
    }
    guard state == 0 else {
      throw Fault(
        "« \(name) » n’est pas lisible au-delà de la ligne \(xml.xmlTextReaderGetParserLineNumber(reader))\u{A0}: ce n’est pas du XML bien formé, ou un texte y dépasse 10\u{A0}Mo.",
        hint: "Refaites l’exportation, ou ouvrez le fichier à cette ligne\u{A0}: il est sans doute coupé.", status: 1)
    }
  }

  /// `head` with the name of a kind of document in it, whose definition nobody reads: names of signs that programs borrow from
  /// HTML (`&nbsp;`) end a document only where it can't be elsewhere that they are defined (XML 1.0, 4.1).
  private static func naming(_ head: [UInt8], before root: Int) -> [UInt8] {
    Array(head[..<root]) + "<!DOCTYPE x SYSTEM \"x\">".utf8 + head[root...]
  }

  /// What stands before the root is a declaration, remarks and, at most, the name of a kind of document.
  ///
  /// - Returns: where the root begins; `nil` where a kind of document is named before it.
  private static func startOfRoot(in head: [UInt8], _ name: String) throws -> Int? {
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) || head.prefix(64).contains(0) {
      throw Fault("« \(name) » n’est pas en UTF-8.", hint: "Réenregistrez-le en UTF-8.", status: 1)
    }
    var index = head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var isNamed = false
    func skip(past text: String) -> Bool {
      guard let end = head[index...].firstRange(of: text.utf8) else { return false }
      index = end.upperBound
      return true
    }
    while true {
      while index < head.count, head[index] <= 0x20 { index += 1 }
      let rest = head[index...]
      if rest.starts(with: "<?".utf8) {
        guard skip(past: "?>") else { throw notXML(name) }
      } else if rest.starts(with: "<!--".utf8) {
        guard skip(past: "-->") else { throw notXML(name) }
      } else if rest.prefix(9).elementsEqual("<!DOCTYPE".utf8) || rest.prefix(9).elementsEqual("<!doctype".utf8) {
        let declaration = rest.prefix { $0 != UInt8(ascii: ">") }
        guard declaration.endIndex < head.endIndex, !declaration.contains(UInt8(ascii: "[")) else {
          throw Fault(
            "« \(name) » définit des noms de son cru (DTD)\u{A0}: il n’est pas lu.",
            hint: "Aucune exportation n’en a besoin. Enlevez ce qui va de « <!DOCTYPE » à « ]> ».", status: 1)
        }
        index = declaration.endIndex + 1
        isNamed = true
      } else if rest.first == UInt8(ascii: "<") {
        return isNamed ? nil : index
      } else {
        throw notXML(name)
      }
    }
  }

  private static func notXML(_ name: String) -> Fault {
    Fault("« \(name) » n’est pas du XML.", hint: "Donnez le fichier que l’ancien site a exporté.", status: 1)
  }

  /// The bytes of the file, without those that no XML may hold and editors leave in it.
  private final class Input {
    /// Bytes that are read at a time: the library asks for a few thousand.
    private static let blockSize = 256 << 10

    private let file: RegularFile
    /// What was read and not yet given.
    private var block: ArraySlice<UInt8>

    init(file: RegularFile, head: [UInt8]) {
      self.file = file
      block = Self.cleaned(head)
    }

    func fill(_ buffer: UnsafeMutablePointer<CChar>, _ count: Int) -> Int32 {
      if block.isEmpty {
        guard let more = try? file.read(atMost: Self.blockSize) else { return -1 }
        block = Self.cleaned(more)
      }
      let bytes = block.prefix(count)
      block = block[bytes.endIndex...]
      bytes.withUnsafeBytes { UnsafeMutableRawBufferPointer(start: buffer, count: count).copyMemory(from: $0) }
      return Int32(bytes.count)
    }

    private static func cleaned(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
      var bytes = bytes
      bytes.withUnsafeMutableBufferPointer { buffer in
        for index in buffer.indices where buffer[index] < 0x20 && MarkupSign.isControl(buffer[index]) {
          buffer[index] = 0x20
        }
      }
      return bytes[...]
    }
  }
}

extension Fault {
  static func unreadable(_ path: String) -> Fault {
    Fault(
      "« \(path) » ne peut pas être lu.", hint: "Vérifiez le nom du fichier et ses droits.", status: Fault.inputOutput)
  }
}
