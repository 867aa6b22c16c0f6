import Diagnostics
import Site
import Text
import Time

/// The report of an import, in French and Markdown: what is left to do first, most useful first, then what was done.
struct ImportReport {
  private let outcome: ImportOutcome
  private let today: CivilDay?
  private var lines: [String] = []

  /// Files of one sort that are named one by one.
  private static let mostListed = 500

  init(_ outcome: ImportOutcome, today: CivilDay?) {
    self.outcome = outcome
    self.today = today
  }

  var markdown: String {
    var report = self
    report.write()
    return report.lines.joined(separator: "\n") + "\n"
  }

  private mutating func write() {
    let name = InvisibleCharacters.shown(in: outcome.path)
    lines = ["# Import de l’ancien site", ""]
    let day = today.map { ", le " + French.date(.day($0)) } ?? ""
    lines.append("\(outcome.source.firstUppercased) : `\(name.replacing("`", with: "'"))`\(day).")
    if outcome.isDry { lines += ["", "**Essai : rien n’a été écrit.**"] }
    writeSummary()
    writeToDo()
    writeReturn()
    writeDone()
    writeAddresses()
  }

  // MARK: Summary

  private mutating func writeSummary() {
    lines += ["", "## En bref", ""]
    let kinds = EntryKind.allCases.compactMap { kind -> String? in
      let count = outcome.written.count { $0.kind == kind }
      return count > 0 ? French.count(count, kind.row.noun) : nil
    }
    let verb = outcome.isDry ? "À importer" : "Importé"
    lines.append("- \(verb) : " + (kinds.isEmpty ? "rien de nouveau." : kinds.joined(separator: ", ") + "."))
    let drafts = outcome.written.count { $0.isDraft }
    if drafts > 0 { lines.append("- Dont \(French.count(drafts, "brouillon")), que rien ne publie.") }
    if outcome.copied > 0 { lines.append("- Images et fichiers copiés : \(outcome.copied).") }
    if !outcome.known.isEmpty { lines.append("- Déjà là, laissé tel quel : \(outcome.known.count).") }
    if outcome.older > 0 { lines.append("- Plus ancien que ce qui était demandé : \(outcome.older).") }
    for left in outcome.leftOut {
      let remark = left.remark.isEmpty ? "" : ", " + left.remark
      lines.append("- Pas repris : " + Self.inline(French.count(left.count, left.noun) + remark) + ".")
    }
    let errors = outcome.check.errors
    if !outcome.isDry, !outcome.isChecked {
      lines.append("- Vérification : pas faite. Lancez `gazette check`.")
    } else if !outcome.isDry {
      lines.append(
        errors == 0
          ? "- Vérification : aucune erreur."
          : "- Vérification : \(French.count(errors, "erreur")), à corriger avant de publier (voir plus bas).")
    }
  }

  // MARK: To do

  private mutating func writeToDo() {
    let errors = outcome.check.diagnostics.filter { $0.severity == .error }
    let warnings = outcome.remarks.filter { $0.severity == .warning && $0.code != "import-picture-elsewhere" }
    guard !errors.isEmpty || !warnings.isEmpty || !outcome.missing.isEmpty || !outcome.nameless.isEmpty else { return }
    lines += ["", "## À faire à la main"]
    if !errors.isEmpty {
      lines += ["", "### À corriger : le site n’est pas publié avec ces erreurs", ""]
      list(errors) { "… et \($0) autres : `gazette check`" }
    }
    writeMissing()
    if !outcome.nameless.isEmpty {
      lines += ["", "### Sans titre dont on puisse faire une adresse : pas repris", ""]
      lines += outcome.nameless.prefix(Self.mostListed).map { "- " + Self.inline($0) }
    }
    let groups = Dictionary(grouping: warnings, by: \.code).sorted {
      ($0.value.count, $1.key) > ($1.value.count, $0.key)
    }
    for (_, remarks) in groups {
      guard let first = remarks.first else { continue }
      lines += ["", "### \(Self.heading(first)) (\(remarks.count))"]
      if let hint = first.hint { lines += ["", Self.inline(hint)] }
      lines.append("")
      list(remarks) { "… et \($0) autres" }
    }
  }

  /// What the line of a remark says.
  private struct Said: Hashable {
    let place: SourceLocation?
    let message: String

    init(_ remark: Diagnostic) { (place, message) = (remark.place, remark.message) }

    // By bytes: tens of thousands are counted, and what characters they make says no more.
    static func == (a: Said, b: Said) -> Bool { a.place == b.place && a.message.utf8.elementsEqual(b.message.utf8) }

    func hash(into hasher: inout Hasher) {
      hasher.combine(place)
      message.withBytes { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
  }

  /// A line for each remark; one that is made of a file several times says how often.
  ///
  /// - Parameter rest: what is said of the number of lines that are left out.
  private mutating func list(_ remarks: [Diagnostic], rest: (Int) -> String) {
    var counts: [Said: Int] = [:]
    let said = remarks.filter { remark in
      let count = counts[Said(remark), default: 0] + 1
      counts[Said(remark)] = count
      return count == 1
    }
    lines += said.prefix(Self.mostListed).map { remark in
      let count = counts[Said(remark)] ?? 1
      return count > 1 ? Self.line(remark) + " (\(count) fois)" : Self.line(remark)
    }
    if said.count > Self.mostListed { lines.append("- " + rest(said.count - Self.mostListed)) }
  }

  private mutating func writeMissing() {
    let missing = outcome.missing.filter {
      $0.isWebAddress && !$0.hasPrefix(SiteFolder.nowhere)
    }
    guard !missing.isEmpty else { return }
    lines += ["", "### Images et fichiers à rapatrier (\(missing.count))", ""]
    lines += [
      "Le programme n’ouvre aucune connexion. Avant d’importer (un essai avec `--dry-run` donne la même liste), collez cette "
        + "commande dans un terminal, puis importez avec `--uploads anciennes-images`. Dans ce qui est déjà importé, ces images "
        + "restent des liens vers l’ancien site.",
      "", "```sh", "mkdir -p anciennes-images && cd anciennes-images",
    ]
    for address in missing {
      lines.append("curl --fail --location --create-dirs --output \(Self.file(for: address)) \(Self.word(address))")
    }
    lines.append("```")
  }

  /// Where a file that is fetched goes: as the old site had it below its folder of uploads.
  private static func file(for address: String) -> String {
    var steps = PercentCoding.decoded(address.withoutQuery)[...].parts(at: UInt8(ascii: "/")).filter { !$0.isEmpty }
      .dropFirst(2).map(String.init)
    if let uploads = steps.firstIndex(of: "uploads") { steps.removeSubrange(...uploads) }
    return word(steps.filter { $0 != ".." && $0 != "." }.joined(separator: "/"))
  }

  /// As one word of a command line.
  private static func word(_ text: String) -> String {
    let line = text.holdsByte(where: { $0 < 0x20 || $0 > 0x7E }) ? text.filter { !$0.isNewline } : text
    return "'" + line.replacingEach("'", with: "'\\''") + "'"
  }

  // MARK: Since the last time

  private mutating func writeReturn() {
    let changed = outcome.known.filter(\.isChangedThere)
    let edited = outcome.known.filter(\.isEditedHere)
    guard !outcome.known.isEmpty || !outcome.gone.isEmpty else { return }
    lines += ["", "## Depuis le dernier import", "", "Un fichier qui existe n’est jamais récrit."]
    func list(_ heading: String, _ files: [String]) {
      guard !files.isEmpty else { return }
      lines += ["", "### \(heading) (\(files.count))", ""]
      lines += files.prefix(Self.mostListed).map { "- `\($0)`" }
    }
    list("Changé là-bas et retouché ici", changed.filter(\.isEditedHere).map(\.path))
    list("Changé là-bas", changed.filter { !$0.isEditedHere }.map(\.path))
    list("Retouché ici", edited.filter { !$0.isChangedThere }.map(\.path))
    list("N’est plus là-bas", outcome.gone)
    list("Nouveau", outcome.written.map(\.path))
  }

  // MARK: Done

  private mutating func writeDone() {
    guard !outcome.written.isEmpty else { return }
    lines += ["", "## Fait", "", "| fichier | titre | ancienne adresse |", "| --- | --- | --- |"]
    for file in outcome.written.prefix(Self.mostListed * 4) {
      let draft = file.isDraft ? " (brouillon)" : ""
      lines.append("| `\(file.path)` | \(Self.inline(file.title))\(draft) | \(Self.inline(file.address)) |")
    }
    if outcome.written.count > Self.mostListed * 4 {
      lines.append("| … et \(outcome.written.count - Self.mostListed * 4) autres | | |")
    }
    let notes = outcome.remarks.filter { $0.severity == .note }
    if !notes.isEmpty {
      lines += ["", "### À savoir", ""]
      list(notes) { "… et \($0) autres remarques" }
    }
  }

  private mutating func writeAddresses() {
    guard !outcome.lostAddresses.isEmpty || !outcome.redirections.isEmpty else { return }
    lines += ["", "## Anciennes adresses"]
    if !outcome.lostAddresses.isEmpty {
      lines += ["", "### Qui ne peuvent pas mener à leur texte", ""]
      lines += outcome.lostAddresses.prefix(Self.mostListed).map { "- \(Self.code($0.address)) : `\($0.path)`" }
      if outcome.lostAddresses.count > Self.mostListed {
        lines.append("- … et \(outcome.lostAddresses.count - Self.mostListed) autres")
      }
    }
    if !outcome.redirections.isEmpty {
      lines += ["", "### Listes et flux de l’ancien site : à rediriger chez l’hébergeur", ""]
      lines += outcome.redirections.prefix(Self.mostListed).map { "- \(Self.code($0.from)) → \(Self.code($0.to))" }
    }
  }

  // MARK: Words

  /// What remarks of one sort have in common.
  private static func heading(_ remark: Diagnostic) -> String {
    ImportHeadings.heading(of: remark.code) ?? "À relire"
  }

  private static func line(_ remark: Diagnostic) -> String {
    "- `\(remark.place?.text ?? "")` : \(inline(remark.message))"
  }

  /// A text that nothing in it makes anything else of.
  private static func inline(_ text: String) -> String {
    InvisibleCharacters.shown(in: String(text.prefix(600))).replacingBytes { byte in
      switch byte {
      case UInt8(ascii: "\n"): " "
      case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "*"),
        UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "|"), UInt8(ascii: "\\"):
        "\\" + String(Unicode.Scalar(byte))
      default: nil
      }
    }
  }

  private static func code(_ text: String) -> String {
    "`" + InvisibleCharacters.shown(in: text).replacing("`", with: "'") + "`"
  }
}
