import Digests
import Foundation

/// What must hold of every page: nothing in it runs but what the program put there, and what is nested may be.
enum SoundHTML {
  private static let schemes: Set<String> = ["http", "https", "mailto", "tel", "geo", "webcal"]
  private static let addresses: Set<String> = [
    "href", "src", "action", "formaction", "poster", "cite", "data", "background", "xlink:href", "manifest", "ping",
  ]
  private static let forbidden: Set<String> = [
    "iframe", "object", "embed", "base", "applet", "frame", "frameset", "math", "foreignobject", "use", "animate",
    "set",
    "template", "portal",
  ]

  static func faults(in text: String, isMail: Bool) -> [String] {
    var faults: [String] = []
    var scanner = Scanner(text)
    var isInLink = false
    while let tag = scanner.next() {
      // HTML, 4.5.1: a link holds no other.
      if tag.name == "a" {
        if isInLink, !tag.isEnd { faults.append("a link in a link: \(tag.source.prefix(60))") }
        isInLink = !tag.isEnd
      }
      if tag.isMalformed { faults.append("a tag that is none: \(tag.source.prefix(60))") }
      // A mail as it will look, in a frame in which nothing may run, and sound itself.
      let mail = isMail ? nil : mail(shownBy: tag)
      if let mail { faults += Self.faults(in: mail, isMail: true) }
      let isFrameEnd = tag.name == "iframe" && tag.isEnd
      if forbidden.contains(tag.name), mail == nil, !isFrameEnd { faults.append("<\(tag.name)>") }
      for (name, value) in tag.attributes {
        if name.hasPrefix("on") { faults.append("\(name) in <\(tag.name)>") }
        if addresses.contains(name), let scheme = scheme(of: value), !schemes.contains(scheme) {
          faults.append("\(scheme): in <\(tag.name)>")
        }
        if name == "style", value.contains("url(") || value.lowercased().contains("expression") {
          faults.append("style \(value.prefix(60))")
        }
        if name == "srcdoc" && mail == nil || name == "srcset" && value.lowercased().contains("javascript:") {
          faults.append("\(name) in <\(tag.name)>")
        }
      }
      if tag.name == "script", !tag.isEnd { faults += script(tag, scanner.rawText(until: "</script"), isMail, text) }
      if tag.name == "style", !tag.isEnd { _ = scanner.rawText(until: "</style") }
      if tag.name == "meta", let equivalent = tag["http-equiv"] {
        let isKnown =
          equivalent == "refresh" && (tag["content"]?.hasPrefix("0; url=/lieu/") ?? false)
          || ["content-type", "x-ua-compatible", "content-security-policy"].contains(equivalent.lowercased())
        if !isKnown { faults.append("http-equiv \(equivalent)") }
      }
    }
    return faults
  }

  /// What a frame shows that may run and send nothing; at most, the page around it may look into it (HTML, 4.8.5: `sandbox`
  /// without the words that would let it).
  private static func mail(shownBy tag: Tag) -> String? {
    guard tag.name == "iframe", ["", "allow-same-origin"].contains(tag["sandbox"]), tag["src"] == nil else {
      return nil
    }
    return tag["srcdoc"].map(decoded)
  }

  private static func script(_ tag: Tag, _ content: String, _ isMail: Bool, _ page: String) -> [String] {
    if isMail { return ["a script in a mail"] }
    if tag["type"] == "application/ld+json" { return SoundOutput.json(content).map { ["ld+json " + $0] } ?? [] }
    if let source = tag["src"] {
      return source.contains("/theme/") && !source.contains("//") && content.isEmpty ? [] : ["a script of \(source)"]
    }
    // One that the policy of the page, which stands before all else in it, knows by its hash.
    let hash = Data(SHA256.digest(of: content.utf8)).base64EncodedString()
    if decoded(String(page.prefix(600))).contains("script-src 'sha256-\(hash)'\">") { return [] }
    return ["a script « \(content.prefix(60)) »"]
  }

  /// As browsers read it: controls and blanks are passed over (URL Standard, 4.4).
  private static func scheme(of address: String) -> String? {
    let text = decoded(address)
    var scheme = ""
    for scalar in text.unicodeScalars {
      if scalar.value <= 0x20 { continue }
      if scalar == ":" { return scheme.lowercased() }
      guard scalar.properties.isAlphabetic || "0123456789+-.".unicodeScalars.contains(scalar) else { return nil }
      scheme.unicodeScalars.append(scalar)
    }
    return nil
  }

  private static func decoded(_ text: String) -> String {
    var result = text
    for (name, sign) in [
      ("&quot;", "\""), ("&#39;", "'"), ("&lt;", "<"), ("&gt;", ">"), ("&#10;", "\n"), ("&amp;", "&"),
    ] {
      result = result.replacing(name, with: sign)
    }
    return result
  }

  // MARK: Tags

  struct Tag {
    var name: String
    var isEnd: Bool
    var attributes: [(name: String, value: String)]
    var source: String
    var isMalformed = false

    subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }
  }

  /// Finds the tags of a page that is written strictly: every value in quotes, every `<` of text written `&lt;`. Anything
  /// else is malformed.
  struct Scanner {
    private let bytes: [UInt8]
    private var index = 0

    init(_ text: String) { bytes = Array(text.utf8) }

    mutating func next() -> Tag? {
      while true {
        guard let start = position(of: "<", from: index) else { return nil }
        index = start + 1
        if has("!--") {
          index = position(of: "-->", from: index) ?? bytes.count
        } else {
          return tag(from: start)
        }
      }
    }

    private mutating func tag(from start: Int) -> Tag {
      var tag = Tag(name: "", isEnd: false, attributes: [], source: "")
      if has("/") || has("!") {
        tag.isEnd = has("/")
        index += 1
      }
      tag.name = word().lowercased()
      tag.isMalformed = tag.name.isEmpty
      while index < bytes.count, bytes[index] != UInt8(ascii: ">"), !tag.isMalformed {
        if isBlank || bytes[index] == UInt8(ascii: "/") {
          index += 1
          continue
        }
        let name = word().lowercased()
        tag.isMalformed = name.isEmpty
        var value = ""
        if has("=") {
          index += 1
          let end =
            has("\"") ? position(of: "\"", from: index + 1) : has("'") ? position(of: "'", from: index + 1) : nil
          guard let end else {
            tag.isMalformed = true
            break
          }
          value = String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
          index = end + 1
        }
        tag.attributes.append((name, value))
      }
      tag.source = String(decoding: bytes[start..<min(index + 1, bytes.count)], as: UTF8.self)
      index += 1
      return tag
    }

    /// What stands before the end tag of an element whose content is no markup.
    mutating func rawText(until name: StaticString) -> String {
      let start = index
      index = position(of: name, from: index) ?? bytes.count
      return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    /// Where `text` stands next; by the system's own search, for tests are compiled without optimization.
    private func position(of text: StaticString, from start: Int) -> Int? {
      guard start < bytes.count else { return nil }
      let (first, length) = (Int32(text.utf8Start.pointee), text.utf8CodeUnitCount)
      return bytes.withUnsafeBytes { buffer in
        guard let base = buffer.baseAddress else { return nil }
        var at = start
        while at + length <= buffer.count, let found = memchr(base + at, first, buffer.count - at) {
          at = UnsafeRawPointer(found) - base
          if at + length <= buffer.count, memcmp(base + at, text.utf8Start, length) == 0 { return at }
          at += 1
        }
        return nil
      }
    }

    private func has(_ text: StaticString) -> Bool {
      guard index + text.utf8CodeUnitCount <= bytes.count else { return false }
      return bytes.withUnsafeBytes { buffer in
        buffer.baseAddress.map { memcmp($0 + index, text.utf8Start, text.utf8CodeUnitCount) == 0 } ?? false
      }
    }

    private var isBlank: Bool { bytes[index] == 0x20 || bytes[index] == 0x0A || bytes[index] == 0x09 }

    private mutating func word() -> String {
      let start = index
      while index < bytes.count, !isBlank {
        switch bytes[index] {
        case 0x3C, 0x3E, 0x3D, 0x22, 0x27, 0x2F: return String(decoding: bytes[start..<index], as: UTF8.self)
        default: index += 1
        }
      }
      return String(decoding: bytes[start..<index], as: UTF8.self)
    }
  }
}
