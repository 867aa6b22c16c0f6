import Building
import Files
import Foundation

/// Asks servers, by the program curl: one after the other, over as few connections as they allow.
package struct Curl {
  struct Question: Sendable, Hashable {
    var address: String
    /// Further fields of the header: `If-None-Match: "x"`.
    var fields: [String] = []
    /// Whether only the header is asked for.
    var isHead = false
    /// Whether redirections are followed.
    var follows = false
  }

  struct Answer: Sendable, Hashable {
    /// The status of HTTP; 0 where there was no answer.
    var status: Int
    /// By their names in lower case; what is said twice, with commas between.
    var fields: [String: String] = [:]
    /// What curl ended with (EXIT CODES of curl(1)), 0 where it had an answer.
    var code = 0
    /// What curl says of it.
    var reason = ""

    func field(_ name: String) -> String? { fields[name] }
  }

  /// Seconds for one answer, and for all of them.
  private static let patience = (one: 20, all: 1800.0)
  private static let mark = "@@gazette@@"

  let environment: [String: String]

  package init(environment: [String: String]) { self.environment = environment }

  /// The answers, in the order of the questions.
  ///
  /// - Throws: `Fault` where curl is not there, or too old.
  func answers(to questions: [Question]) throws -> [Answer] {
    guard !questions.isEmpty else { return [] }
    let output = try run(["--config", "-"], input: questions.map(Self.lines).joined(separator: "next\n"))
    let parts = output.components(separatedBy: Self.mark).dropFirst()
    guard parts.count == questions.count else {
      throw Fault(
        "curl n’a pas répondu comme il le devrait.", hint: "Il faut curl 7.83 ou plus récent : curl --version",
        status: Fault.inputOutput)
    }
    return parts.map { Self.answer($0) }
  }

  /// Until when the certificate of a server holds, as curl says it: « Mar  5 12:00:00 2027 GMT »; `nil` where it does not.
  func expiry(of address: String) throws -> String? {
    let output = try run(["--silent", "--verbose", "--head", "--max-time", "\(Self.patience.one)", "--", address])
    return output.split(separator: "\n").first { $0.contains("expire date: ") }
      .map { String($0[($0.range(of: "expire date: ")?.upperBound ?? $0.endIndex)...]) }
  }

  private func run(_ arguments: [String], input: String = "") throws -> String {
    let process = ChildProcess(
      timeLimit: Self.patience.all, outputLimit: 32 << 20, endsAtOutputLimit: true, errors: .keptWithOutput)
    // Nothing that is set for this account changes what is asked.
    let (outcome, output) = process.run(
      "curl", ["--disable"] + arguments, environment: environment, input: Array(input.utf8))
    switch outcome {
    case .notStarted, .finished(status: 127):
      throw Fault(
        "Il manque curl sur cette machine.", hint: "Installez-le : sudo apt-get install curl",
        status: Fault.inputOutput)
    case .finished: return String(decoding: output, as: UTF8.self)
    default:
      throw Fault("Le site ne répond pas.", hint: "Réessayez plus tard.", status: Fault.inputOutput)
    }
  }

  private static func lines(_ question: Question) -> String {
    func quoted(_ text: String) -> String {
      "\"" + text.flatMap { "\"\\".contains($0) ? ["\\", $0] : [$0] } + "\""
    }
    var lines = [
      "url = \(quoted(question.address))", "output = \"/dev/null\"", "silent", "globoff", "path-as-is",
      "proto = \"=http,https\"", "connect-timeout = 10", "max-time = \(patience.one)", "user-agent = \"gazette\"",
      "write-out = \"\\n\(mark)%{json}\\n%{header_json}\"",
    ]
    lines += question.fields.map { "header = \(quoted($0))" }
    if question.isHead { lines.append("head") }
    if question.follows { lines += ["location", "max-redirs = 5"] }
    return lines.joined(separator: "\n") + "\n"
  }

  static func answer(_ text: String) -> Answer {
    let lines = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
    func object(_ text: Substring?) -> [String: Any] {
      let value = text.flatMap { try? JSONSerialization.jsonObject(with: Data($0.utf8)) }
      return value as? [String: Any] ?? [:]
    }
    let facts = object(lines.first)
    var fields: [String: String] = [:]
    for (name, values) in object(lines.dropFirst().first) {
      fields[name.lowercased()] = (values as? [String] ?? []).joined(separator: ", ")
    }
    return Answer(
      status: facts["http_code"] as? Int ?? 0, fields: fields, code: facts["exitcode"] as? Int ?? 0,
      reason: facts["errormsg"] as? String ?? "")
  }
}
