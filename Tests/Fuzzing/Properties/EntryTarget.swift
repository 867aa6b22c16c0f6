import Diagnostics
import Files
import Foundation
import Markup
import Site
import Time

@testable import Reading

enum EntryTarget {
  private static let zone = MachineZones.zone(named: "Europe/Paris") ?? .utc

  /// The first byte says the kind; behind the last of them it is the settings of the site.
  static func check(_ input: [UInt8], _ checks: inout Checks) {
    guard let first = input.first else { return }
    let kinds = EntryKind.allCases
    // What is no UTF-8, or holds NUL, is refused when the file is read.
    let bytes = String(decoding: input.dropFirst(), as: UTF8.self).utf8.filter { $0 != 0 }
    let choice = Int(first) % (kinds.count + 1)
    if choice < kinds.count {
      checkEntry(bytes, kinds[choice], &checks)
    } else {
      let source = SourceText(path: "Content/site.yml", bytes: bytes)
      var reader = SettingsReader(source)
      let settings = reader.read(baseURL: nil)
      let hasErrors = reader.diagnostics.contains { $0.severity == .error }
      checks.expect(settings != nil || hasErrors, "no settings, and nothing reported")
      check(reader.diagnostics, in: source, &checks)
    }
  }

  private static func checkEntry(_ bytes: [UInt8], _ kind: EntryKind, _ checks: inout Checks) {
    let draft = read(bytes, kind, named: "essai")
    guard let source = draft.source else { return checks.expect(false, "the text is lost") }
    var reported = draft.diagnostics
    if case .draft(let draft) = draft {
      let entry = ResolvedEntry(draft, context: context)
      reported += entry.diagnostics
      let hasErrors = reported.contains { $0.severity == .error } || !entry.unknownNames.isEmpty
      checks.expect(entry.content != nil || hasErrors, "nothing is left of the entry, and nothing is reported")
      for name in entry.unknownNames { check(name.place, in: source, of: "an unknown name", &checks) }
      checks.expect(Set(entry.aliases.map(\.value.text)).count == entry.aliases.count, "an alias twice")
      if case .event(let event)? = entry.content, !hasErrors { check(event.schedule, &checks) }
      if let page = entry.content?.entry {
        checks.expectNone(StrictHTML.fault(in: HTMLRenderer().render(page.body).text), "page")
        checks.expect(!page.title.contains(where: \.isNewline), "a title of two lines: \(page.title)")
      }
    } else {
      checks.expect(reported.contains { $0.severity == .error }, "refused, and nothing reported")
    }
    check(reported, in: source, &checks)
  }

  /// What a schedule promises once nothing is wrong with it.
  private static func check(_ schedule: Schedule, _ checks: inout Checks) {
    guard let first = schedule.firstDay else { return }
    let found = schedule.occurrences(in: first...first.adding(days: 40))
    checks.expect(!found.isEmpty, "nothing takes place on the first day")
    for occurrence in found {
      checks.expect(occurrence.span.firstDay <= occurrence.span.lastDay, "\(occurrence.span) ends before it begins")
    }
    for line in French.schedule(schedule) { checks.expect(!line.isEmpty, "an empty line about the schedule") }
  }

  // MARK: What is reported

  private static func check(_ diagnostics: [Diagnostic], in source: SourceText, _ checks: inout Checks) {
    for diagnostic in diagnostics {
      if let place = diagnostic.place { check(place, in: source, of: diagnostic.code, &checks) }
      checks.expect(!diagnostic.message.isEmpty, "\(diagnostic.code) says nothing")
    }
    let report = DiagnosticReport(diagnostics, sources: [source.path: source])
    for (name, text) in [("text", report.text()), ("GitHub", report.github()), ("JSON", report.json())] {
      checks.expect(!text.unicodeScalars.contains(where: steers), "the report as \(name) steers a terminal")
    }
    checks.expect(
      report.json().split(separator: "\n").count == report.diagnostics.count, "the report as JSON has other lines")
    checks.expect(
      report.github().split(separator: "\n").count == report.diagnostics.count, "the report for GitHub has other lines")
  }

  private static func steers(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A: return false
    case 0x00...0x1F, 0x7F...0x9F, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069: return true
    default: return false
    }
  }

  private static func check(
    _ place: Diagnostics.SourceLocation, in source: SourceText, of what: String, _ checks: inout Checks
  ) {
    checks.expect(place.file == source.path, "\(what) is reported of \(place.file)")
    guard place.line > 0 else { return }
    guard let line = source.line(place.line) else {
      return checks.expect(false, "\(what) is reported of line \(place.line), which is none")
    }
    let end = place.column + place.length
    checks.expect(
      place.length >= 1 && place.column >= 0 && place.column <= line.count + 1
        && (place.column == 0 || end <= max(line.count, place.column) + 1),
      "\(what) is reported of columns \(place.column) to \(end) of a line of \(line.count)")
  }

  // MARK: What else there is

  private static func read(_ bytes: [UInt8], _ kind: EntryKind, named slug: String) -> EntryDraft.Outcome {
    let file = ContentFile(path: "\(kind.folder)/\(slug).md")
    let entry = ContentTree.EntryFile(
      file: file, key: EntryKey(kind: kind, slug: slug), stamp: FileStamp(stat()))
    return EntryDraft.read(SourceText(path: file.shownPath, bytes: bytes), entry, zone: zone)
  }

  /// Some entries that can be named, and no file at all.
  private static let context: ReadingContext = {
    let texts: [(EntryKind, String, String)] = [
      (.place, "l-atelier", "titre: L'Atelier"), (.partner, "region", "titre: Région\nautres_noms: [IDF]"),
      (.series, "soupes", "titre: Champy'Soupe"), (.event, "fete", "titre: Fête\ndebut: 2026-06-20"),
      (.news, "rentree", "titre: Rentrée\ndate: 2026-09"), (.page, "contact", "titre: Contact"),
    ]
    let drafts = texts.compactMap { kind, slug, fields -> EntryDraft? in
      let text = "---\n\(fields)\n---\n# Un\n\nTexte.\n"
      guard case .draft(let draft) = read(Array(text.utf8), kind, named: slug) else { return nil }
      return draft
    }
    var entries: [EntryKey: ReadingContext.Known] = [:]
    for draft in drafts {
      entries[draft.key] = ReadingContext.Known(
        title: draft.title, path: draft.file.path, anchors: draft.anchors, isPublished: draft.key.kind != .series)
    }
    let nowhere = "/nonexistent"
    return ReadingContext(
      root: nowhere, zone: zone, holidays: ReadingContext.Holidays(school: SchoolHolidays(zone: .c)),
      tree: ContentTree(root: nowhere), names: NameIndex(drafts), entries: entries,
      keysByPath: Dictionary(drafts.map { ($0.file.path, $0.key) }) { first, _ in first },
      brokenPaths: ["nouvelles/cassee.md"], brokenKeys: [EntryKey(kind: .news, slug: "cassee")],
      revisions: .unknown)
  }()
}
