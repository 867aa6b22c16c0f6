import Authoring
import Building
import Site
import Time

/// The questions about a new entry, at the terminal: those of the form on the site, in its words, from the one table of keys.
struct NewQuestions {
  let kind: EntryKind
  let site: Site
  private let fields: [FormField]

  init(kind: EntryKind, site: Site) {
    self.kind = kind
    self.site = site
    fields = EntryTemplate.proposals.first { $0.kind == kind }?.fields ?? []
  }

  /// « Prix (Le prix : « Prix libre ») ? »
  func prompt(_ key: String) -> String? { field(key).map(prompt) }

  private func field(_ key: String) -> FormField? { fields.first { $0.key == key } }

  private func prompt(_ field: FormField) -> String {
    let help = field.help.hasSuffix(".") ? String(field.help.dropLast()) : field.help
    return field.label + (help.isEmpty ? "" : " (\(help.firstLowercased))") + " ?"
  }

  /// The answer to the question about `key`; `nil` where none is given, or there is no such question. Who gives one that is
  /// not understood is asked again.
  func answer(to key: String, default standard: String = "") throws -> EntryAnswer? {
    try field(key).flatMap { try answer(to: $0, default: standard) }
  }

  private func answer(to field: FormField, default standard: String = "") throws -> EntryAnswer? {
    while true {
      let text = try Question.ask(prompt(field), default: standard)
      do throws(RequestProblem) {
        return try EntryAnswer(text, to: field, of: kind, on: site)
      } catch {
        Terminal.report(Fault(error.message, hint: error.hint, status: Fault.usage))
      }
    }
  }

  /// What the form asks besides: the usual questions that are not among `asked`, then the others, for those who want to.
  func details(asked: Set<String>) throws -> [(key: String, value: EntryAnswer)] {
    let rest = fields.filter { !asked.contains($0.key) && !Self.ownWay.contains($0.key) && $0.control != .photograph }
    var result: [(key: String, value: EntryAnswer)] = []
    func ask(_ field: FormField) throws {
      if let value = try answer(to: field) { result.append((field.key, value)) }
    }
    for field in rest where field.isUsual { try ask(field) }
    let others = rest.filter { !$0.isUsual }
    guard !others.isEmpty, try Question.isAgreed("Plus de détails ?") else { return result }
    Terminal.printError("Entrée pour passer à la suite.")
    for field in others { try ask(field) }
    return result
  }

  /// When something takes place, and what a picture shows, is asked otherwise, or not at all.
  private static let ownWay: Set<String> = ["debut", "fin", "rythme", "image_alt"]
}
