import Authoring
import Diagnostics
import Markup
import Reading

/// An entry on its way into a file, when all that depends on other entries is known: what is left to do may be done beside
/// others.
struct PreparedEntry: Sendable {
  let outline: ImportOutline
  let place: ImportPlan.Place
  /// Of what the source said.
  let fingerprint: String
  var matter = FrontMatterText()
  /// `nil` where the entry has no text.
  let document: Document?
  /// Why it is a draft, where that does not follow from its text.
  let draft: String?
  /// Whether it is a draft where it has no text.
  let needsText: Bool
  /// What is reported before what is found in proving the text, and behind it.
  let remarksBefore: [Diagnostic]
  var remarksBehind: [Diagnostic] = []
  /// Earlier addresses that can't be kept.
  let lostAddresses: [String]
  /// Addresses of files that are not there.
  var missing: [String] = []

  /// Writes the text as Markdown, proves it, and puts the file together, with the line that remembers where it came from.
  func finished() -> FinishedEntry {
    let proved = document.map { ProvedMarkdown($0, place: SourceLocation(file: place.path)) }
    // What led nowhere in the source, and would in the text as it is written, is said once.
    let found = (proved?.remarks ?? []).filter { !remarksBefore.contains($0) }
    let body = proved?.text ?? ""
    var matter = matter
    let reason = draft ?? (needsText && body.isEmpty ? "il n’a pas de texte" : nil)
    if let reason {
      matter.add(comment: "Brouillon : \(WrittenText.cleaned(reason)).")
      matter.add(.draft, "oui")
    }
    let text = ImportMemory.remembering(outline.origin, fingerprint, in: matter.text(body: body).withoutNull)
    return FinishedEntry(
      bytes: Array(text.utf8),
      written: ImportOutcome.Written(
        path: place.path, title: outline.title, address: outline.addresses.first ?? "", kind: place.key.kind,
        isDraft: reason != nil),
      remarks: remarksBefore + found + remarksBehind, lostAddresses: lostAddresses, missing: missing,
      text: proved?.sound)
  }
}

/// The file of an entry, to be written.
struct FinishedEntry: Sendable {
  let bytes: [UInt8]
  let written: ImportOutcome.Written
  let remarks: [Diagnostic]
  /// Earlier addresses that can't be kept.
  let lostAddresses: [String]
  /// Addresses of files that are not there.
  let missing: [String]
  /// What its text was read as; `nil` where it has none that is proved.
  let text: SoundText?
}
