import Foundation
import FoundationXML

/// What must hold of every site at `https://exemple.org/lieu/`, whatever it was made of.
package enum SoundOutput {
  /// What stands in files outside of the content, and must never be seen again.
  package static let secret = "SECRET-9f27c1b4"

  /// What is wrong with the files of a site, by path in Output.
  package static func faults(in files: [String: [UInt8]]) -> [String] {
    files.sorted { $0.key < $1.key }.flatMap { path, bytes in
      faults(in: bytes, at: path).map { "\(path): \($0)" }
    }
  }

  /// What is wrong with what was said on a terminal.
  package static func faults(inMessages text: String) -> [String] {
    var faults: [String] = []
    if text.contains(secret) { faults.append("shows what stands outside of the content") }
    if text.contains("Fatal error") || text.contains("SIG") { faults.append("a crash") }
    for scalar in text.unicodeScalars where isSteering(scalar) {
      faults.append("sends U+\(String(scalar.value, radix: 16))")
    }
    return faults
  }

  /// Whether a terminal, or an editor, would obey it.
  private static func isSteering(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A: return false
    case 0x00...0x1F, 0x7F...0x9F, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: return true
    default: return false
    }
  }

  private static func faults(in bytes: [UInt8], at path: String) -> [String] {
    if String(decoding: bytes, as: UTF8.self).contains(secret) {
      return ["holds what stands outside of the content"]
    }
    if path.hasPrefix(".gazette.tmp") { return ["is left over"] }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      return ["html", "ics", "eml", "xml", "json", "txt", "css"].contains((path as NSString).pathExtension)
        ? ["is not UTF-8"] : []
    }
    switch (path as NSString).lastPathComponent {
    case "_redirects": return redirects(text)
    case ".htaccess": return directives(text)
    case "_headers": return headers(text)
    default: break
    }
    switch (path as NSString).pathExtension {
    case "html": return SoundHTML.faults(in: text, isMail: path.contains("/courriel."))
    case "ics": return calendar(bytes)
    case "eml": return mail(bytes)
    case "xml", "svg": return xml(bytes)
    case "json": return json(text).map { [$0] } ?? []
    case "txt": return text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" } ? ["has control characters"] : []
    default: return []
    }
  }

  // MARK: Calendars (RFC 5545)

  private static let properties: Set<String> = [
    "BEGIN", "END", "VERSION", "PRODID", "CALSCALE", "METHOD", "NAME", "X-WR-CALNAME", "X-WR-CALDESC", "X-WR-TIMEZONE",
    "X-PUBLISHED-TTL", "REFRESH-INTERVAL", "SOURCE", "URL", "DESCRIPTION", "LAST-MODIFIED", "TZID", "TZOFFSETFROM",
    "TZOFFSETTO", "TZNAME", "DTSTART", "DTEND", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID", "UID", "DTSTAMP",
    "SEQUENCE",
    "SUMMARY", "LOCATION", "GEO", "STATUS", "TRANSP", "CATEGORIES", "ORGANIZER", "CONFERENCE", "IMAGE", "ATTACH",
    "COMMENT", "CREATED", "CLASS", "COLOR", "TZURL", "X-ALT-DESC", "X-APPLE-STRUCTURED-LOCATION",
  ]

  private static func calendar(_ bytes: [UInt8]) -> [String] {
    var faults: [String] = []
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast()
    var unfolded: [[UInt8]] = []
    for line in lines {
      guard line.last == 0x0D else {
        faults.append("a line that does not end with CR LF")
        continue
      }
      let content = line.dropLast()
      if content.count > 75 { faults.append("a line of \(content.count) octets") }
      if content.contains(where: { $0 < 0x20 && $0 != 0x09 }) { faults.append("a control character") }
      if content.first == 0x20 || content.first == 0x09 {
        if !unfolded.isEmpty { unfolded[unfolded.count - 1] += content.dropFirst() }
      } else {
        unfolded.append(Array(content))
      }
    }
    var open: [String] = []
    for line in unfolded {
      let text = String(decoding: line, as: UTF8.self)
      let name = String(text.prefix { $0 != ":" && $0 != ";" })
      if !properties.contains(name) { faults.append("a property \(name.prefix(40))") }
      if name == "BEGIN" { open.append(String(text.dropFirst(6))) }
      if name == "END", open.popLast() != String(text.dropFirst(4)) { faults.append("END of what did not begin") }
    }
    if !open.isEmpty { faults.append("\(open) without END") }
    if unfolded.count(where: { $0 == Array("BEGIN:VCALENDAR".utf8) }) != 1 { faults.append("not one calendar") }
    return faults
  }

  // MARK: Mail (RFC 5322)

  private static let fields: Set<String> = [
    "X-Unsent", "From", "Reply-To", "Subject", "Date", "Message-ID", "List-Unsubscribe", "Content-Language",
    "MIME-Version",
    "Content-Type",
  ]

  private static func mail(_ bytes: [UInt8]) -> [String] {
    var faults: [String] = []
    let text = String(decoding: bytes, as: UTF8.self)
    if bytes.contains(where: { $0 > 126 || $0 < 0x20 && $0 != 0x0A && $0 != 0x0D }) {
      faults.append("is not plain ASCII")
    }
    let halves = text.split(separator: "\r\n\r\n", maxSplits: 1)
    var names: [String] = []
    for line in halves.first?.split(separator: "\r\n") ?? [] where !line.hasPrefix(" ") {
      names.append(String(line.prefix { $0 != ":" }))
    }
    for name in names where !fields.contains(name) { faults.append("a field \(name.prefix(40))") }
    if Set(names).count != names.count { faults.append("a field twice") }
    if text.split(separator: "\r\n").contains(where: { $0.utf8.count > 78 && !$0.hasPrefix("List-Unsubscribe") }) {
      faults.append("a line longer than 78")
    }
    // The boundary of the head divides the parts, of which there are two.
    let boundary = text.firstMatch(of: /boundary="([^"]+)"/).map { String($0.output.1) } ?? "?"
    let marks = text.split(separator: "\r\n").filter { $0.hasPrefix("--" + boundary) }
    if marks.count != 3 { faults.append("\(marks.count) marks of parts") }
    return faults
  }

  // MARK: Files of machines

  private static func xml(_ bytes: [UInt8]) -> [String] {
    let parser = XMLParser(data: Data(bytes))
    return parser.parse() ? [] : ["is not well-formed, line \(parser.lineNumber)"]
  }

  static func json(_ text: String) -> String? {
    (try? JSONSerialization.jsonObject(with: Data(text.utf8))) == nil ? "is not JSON" : nil
  }

  /// From where, to where, and the status; where an address has a query its parameters stand between.
  private static func redirects(_ text: String) -> [String] {
    text.split(separator: "\n").filter { line in
      let words = line.split(separator: " ", omittingEmptySubsequences: false)
      guard words.count >= 3, let from = words.first, let status = words.last else { return true }
      let parameters = words.dropFirst().dropLast(2)
      return status != (parameters.isEmpty ? "301" : "301!") || !from.hasPrefix("/lieu/")
        || !words[words.count - 2].hasPrefix("/lieu/") || from.contains(where: { "*:\\\"'<>".contains($0) })
        || !parameters.allSatisfy { (try? /[^ "\\<>=]+=[^ "\\<>]+/.wholeMatch(in: $0)) != nil }
    }.map { "a line « \($0.prefix(80)) »" }
  }

  private static let directives: Set<String> = [
    "ErrorDocument", "AddDefaultCharset", "AddType", "<IfModule", "</IfModule>", "Header", "<FilesMatch",
    "</FilesMatch>",
    "ForceType", "AddOutputFilterByType", "RequestHeader", "RedirectMatch", "RewriteEngine", "RewriteCond",
    "RewriteRule",
  ]

  private static func directives(_ text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).filter { line in
      guard let word = line.split(separator: " ").first, directives.contains(String(word)) else { return true }
      switch word {
      case "RedirectMatch":
        if line.hasPrefix("  RedirectMatch 404 ") {
          return line != #"  RedirectMatch 404 "^/lieu/(\.gazette|\.gitkeep|_headers|_redirects)$""#
        }
        return (try? /\ \ RedirectMatch 301 "\^([^"\\]|\\.)*\$" "\/lieu\/[^" ]*"/.wholeMatch(in: line)) == nil
      case "RewriteEngine": return line != "  RewriteEngine On"
      case "RewriteCond":
        return (try? /\ \ RewriteCond %\{QUERY_STRING\} "\(\^\|&\)([^" \\]|\\.)*\(&\|\$\)"/.wholeMatch(in: line)) == nil
      case "RewriteRule":
        return
          (try? /\ \ RewriteRule "\^([^"\\]|\\.)*\$" "\/lieu\/[^" ]*" \[R=301,L,QSD\]/.wholeMatch(in: line)) == nil
      default: return false
      }
    }.map { "a line « \($0.prefix(80)) »" }
  }

  private static func headers(_ text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).filter { line in
      line.hasPrefix(" ") ? !line.contains(": ") : !line.hasPrefix("/lieu/") || line.contains(" ")
    }.map { "a line « \($0.prefix(80)) »" }
  }
}
