import Diagnostics
import Markup
import Site
import TestSupport
import Testing
import Time

@testable import Reading

/// What becomes of everyday inputs: what is published, or what is said.
@Suite struct EverydayTests {
  private static func path(in folder: String) -> String { folder + (folder == "infolettres" ? "/2026-03.md" : "/a.md") }

  private static func described(_ result: ReadingResult, _ path: String) -> String {
    if let held = result.heldBack.first {
      switch held.reason {
      case .draft: return "brouillon"
      case .until(let date): return "pas avant \(date)"
      }
    }
    guard let item = result.site?.entries.first(where: { $0.entry.source == "Content/" + path }),
      !result.diagnostics.contains(where: { $0.severity == .error })
    else { return "rien" }
    let entry = item.entry
    var facts = [entry.title]
    if entry.summary != "Un texte." { facts.append("« " + entry.summary + " »") }
    if !entry.tags.isEmpty { facts.append("étiquettes " + entry.tags.map(\.name).joined(separator: " + ")) }
    if !entry.aliases.isEmpty { facts.append("alias " + entry.aliases.map(\.text).joined(separator: " + ")) }
    switch item {
    case .event(let event):
      facts += French.schedule(event.schedule)
      facts.append("\(event.schedule.status)")
      facts += [event.price, event.seats.map { "\($0) places" }, event.schedule.isFull ? "complet" : nil].compactMap {
        $0
      }
    case .place(let place):
      facts += [place.address, place.postcode, place.city].compactMap { $0 }
    case .partner(let partner):
      facts += [partner.type, partner.website].compactMap { $0 } + partner.otherNames
    case .issue(let issue):
      facts += [issue.subject, issue.callToAction.map { $0.text + " → " + $0.link }].compactMap { $0 }
    default: break
    }
    let text = PlainTextRenderer.text(of: entry.body)
    if text != "Un texte." { facts.append(HTMLRenderer().render(entry.body).text.replacing("\n", with: "⏎")) }
    return facts.joined(separator: " · ")
  }

  @Test func `what becomes of them is as it was recorded`() async throws {
    #expect(EverydayInputs.files.count >= 150)
    var text = ""
    for (input, folder, file) in EverydayInputs.files {
      let path = Self.path(in: folder)
      let result = await (try ContentFixture([path: file])).read()
      text += "# \(folder) | \(input.replacing("\n", with: "⏎").replacing("\t", with: "⇥"))\n"
      text += "  " + Self.described(result, path) + "\n"
      for diagnostic in DiagnosticReport(result.diagnostics, sources: result.sources).diagnostics {
        text += "  \(diagnostic.severity.word) : \(diagnostic.message)\n"
        if let fix = diagnostic.fix { text += "    " + fix.replacement.replacing("\n", with: "⏎") + "\n" }
      }
    }
    try Snapshot("everyday.txt").expect(text)
  }

  @Test func `nothing is lost without a word`() async throws {
    for (input, folder, file) in EverydayInputs.files {
      let path = Self.path(in: folder)
      let result = await (try ContentFixture([path: file])).read()
      let isPublished = result.site?.entries.contains { $0.entry.source == "Content/" + path } ?? false
      #expect(isPublished || !result.diagnostics.isEmpty || !result.heldBack.isEmpty, "\(input)")
    }
  }
}
