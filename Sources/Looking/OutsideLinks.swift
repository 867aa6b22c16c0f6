import Foundation
import Site
import Time

/// An address elsewhere, and where the content names it.
package struct ContentLink: Sendable, Hashable {
  package var address: String
  /// `Content/pages/x.md:12`, in order.
  package var places: [String]
}

/// What the content names of other sites.
package enum ContentLinks {
  /// Each address once, in the order in which it is named first.
  package static func all(of site: Site, in root: String) -> [ContentLink] {
    let files = [("Content/site.yml")] + site.entries.map(\.entry.source).sorted()
    var places: [String: [String]] = [:]
    var order: [String] = []
    for file in files {
      guard let data = FileManager.default.contents(atPath: root + "/" + file) else { continue }
      for (number, line) in String(decoding: data, as: UTF8.self).components(separatedBy: "\n").enumerated() {
        for address in addresses(in: line) where !isOwn(address, site.settings) {
          if places[address] == nil { order.append(address) }
          places[address, default: []].append("\(file):\(number + 1)")
        }
      }
    }
    return order.map { ContentLink(address: $0, places: places[$0] ?? []) }
  }

  static func addresses(in line: String) -> [String] {
    line.matches(of: /https?:\/\/[^\s<>"'`\]}|]+/).map { match in
      var address = match.output
      while let last = address.last,
        ".,;:!?*_»…".contains(last)
          || last == ")" && address.count(where: { $0 == ")" }) > address.count(where: { $0 == "(" })
      {
        address.removeLast()
      }
      return String(address.prefix { $0 != "#" })
    }
  }

  /// Of this site, or of none: names that are kept for examples (RFC 2606).
  private static func isOwn(_ address: String, _ settings: Settings) -> Bool {
    let host = address.split(separator: "/").dropFirst().first.map { $0.lowercased() } ?? ""
    return host.isEmpty || address.hasPrefix(settings.baseURL)
      || ["example", "invalid", "test", "localhost"].contains { host == $0 || host.hasSuffix("." + $0) }
      || ["example.org", "example.com", "example.net"].contains { host == $0 || host.hasSuffix("." + $0) }
  }
}

/// Whether what the content names of other sites is still there.
package enum OutsideLinks {
  /// What has gone, and what did not answer, in French.
  package static func report(on links: [ContentLink], by curl: Curl) throws -> [String] {
    var answers = try ask(links.map { ($0.address, true) }, by: curl)
    // Some answer nothing to who asks for the header alone.
    let doubtful = links.map(\.address).filter { address in
      answers[address].map { $0.code != 0 || $0.status >= 400 } ?? true
    }
    answers.merge(try ask(doubtful.map { ($0, false) }, by: curl)) { _, new in new }
    return lines(links, answers)
  }

  /// Those of one host one behind the other, over the same connection.
  private static func ask(_ addresses: [(String, isHead: Bool)], by curl: Curl) throws -> [String: Curl.Answer] {
    let questions = addresses.map { Curl.Question(address: $0.0, isHead: $0.isHead, follows: true) }
      .sorted { $0.address < $1.address }
    return Dictionary(zip(questions.map(\.address), try curl.answers(to: questions))) { first, _ in first }
  }

  static func lines(_ links: [ContentLink], _ answers: [String: Curl.Answer]) -> [String] {
    if !answers.isEmpty, answers.values.allSatisfy({ $0.status == 0 }) {
      return ["Aucune adresse ne répond : cette machine a-t-elle du réseau ?"]
    }
    var (gone, silent): ([String], [String]) = ([], [])
    for link in links {
      guard let answer = answers[link.address] else { continue }
      let line = "  \(link.address)\n    \(link.places.joined(separator: ", "))"
      if [404, 410].contains(answer.status) || answer.code == 6 {
        gone.append(line)
      } else if answer.code != 0 || answer.status >= 500 {
        silent.append(line)
      }
    }
    var result: [String] = []
    if !gone.isEmpty { result += ["N’existent plus : \(gone.count)"] + gone }
    if !silent.isEmpty { result += ["Ne répondent pas aujourd’hui : \(silent.count)"] + silent }
    if gone.isEmpty {
      result.append("Aucun lien vers un autre site n’est perdu (\(French.count(links.count, "adresse"))).")
    }
    return result
  }
}
