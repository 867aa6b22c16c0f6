import Diagnostics
import Presenting
import Site

/// What is to be reported about the newsletter before it is sent.
struct LetterChecks: Sendable {
  let site: Site

  /// Gmail cuts a mail at 102 kB; what the way adds to it must find room (bytes).
  static let warnedSize = 80_000
  static let refusedSize = 92_000

  func diagnostics(for letters: [LetterFiles]) -> [Diagnostic] {
    guard !letters.isEmpty else { return [] }
    return readiness + letters.flatMap(diagnostics)
  }

  private var readiness: [Diagnostic] {
    let settings = site.settings
    var missing: [String] = []
    if isMissing("infolettre.expediteur", settings.newsletter.sender?.address.text) {
      missing.append("infolettre.expediteur")
    }
    if isMissing("editeur.adresse", settings.publisher.address) { missing.append("editeur.adresse") }
    return missing.isEmpty ? [] : [.letterNotReady(missing: missing)]
  }

  private func isMissing(_ name: String, _ value: String?) -> Bool {
    (value ?? "").isEmpty || site.settings.placeholders.contains(name)
  }

  private func diagnostics(for files: LetterFiles) -> [Diagnostic] {
    let letter = files.letter
    let source = letter.issue.entry.source
    var diagnostics: [Diagnostic] = []
    if letter.news.isEmpty && letter.agenda.isEmpty { diagnostics.append(.emptyLetter(source)) }
    // A template that is wrong is reported when the file is made.
    let size = (try? files.html(for: nil).utf8.count) ?? 0
    if size >= Self.refusedSize {
      diagnostics.append(.letterTooLarge(source, bytes: size, limit: Self.refusedSize))
    } else if size >= Self.warnedSize {
      diagnostics.append(.letterLarge(source, bytes: size, limit: Self.refusedSize))
    }
    return diagnostics
  }
}
