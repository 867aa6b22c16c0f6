import Foundation
import Testing

/// Letters with something wrong in them: while they are to come it is reported, once they are sent it stops nothing.
@Suite struct SentLetterTests {
  struct Fault: Sendable, CustomTestStringConvertible {
    var name: String
    /// Lines of the front matter besides title, preheader and `date_envoi`.
    var lines = ""
    var body = "Bonjour."
    /// Another letter, of the end of April.
    var other: String?
    /// Part of what is reported before it is sent; `nil` where nothing is.
    var message: String?

    var testDescription: String { name }
  }

  private static let faults = [
    Fault(name: "dead links", body: "[x](../nouvelles/partie.md) [z](/rien/)", message: "ne mène nulle part"),
    Fault(name: "a dead picture", body: "![y](absente.png)", message: "absente.png"),
    Fault(
      name: "dead names", lines: "nouvelles: [partie]\nepingler: [inconnue]\nexclure: [rien]\nevenements: [inconnu]\n",
      message: "inconnue"),
    Fault(name: "a dead partner", lines: "partenaires: [personne]\n", message: "personne"),
    Fault(name: "a dead call", lines: "appel: {texte: Voir, lien: ../nouvelles/partie.md}\n", message: "partie.md"),
    Fault(name: "a call that runs", lines: "appel: {texte: Voir, lien: \"javascript:a()\"}\n", message: "javascript:"),
    Fault(name: "a correction of itself", lines: "corrige: 2026-03\n", message: "elle-même"),
    Fault(name: "a correction of nothing", lines: "corrige: 2025-01\n", message: "2025-01"),
    Fault(
      name: "a correction of what is not sent", lines: "corrige: 2026-04\n", other: "", message: "ne part pas avant"),
    Fault(
      name: "two that correct each other", lines: "corrige: 2026-04\n", other: "corrige: 2026-03\n",
      message: "ne part pas avant"),
    Fault(name: "sent one day", lines: "envoyee: hier\n", message: "hier"),
    Fault(name: "sent long before", lines: "envoyee: 2019-01-01\n"),
    Fault(name: "sent on a day to come", lines: "envoyee: 2026-04-01\n", message: "reste à envoyer"),
    Fault(
      name: "too long an editorial", body: String(repeating: "Un éditorial bien trop long.\n\n", count: 5_000),
      message: "Gmail"),
    Fault(name: "a text too deep", body: String(repeating: "> ", count: 500) + "x", message: "emboîtées"),
    Fault(name: "a picture that follows", body: "![p](https://ailleurs.example/p.gif)", message: "qui ouvre la lettre"),
    Fault(name: "too many weeks", lines: "agenda_semaines: 99999\n", message: "agenda_semaines"),
    Fault(
      name: "a subject without end", lines: "objet: \"\(String(repeating: "sujet ", count: 2_000))\"\n",
      message: "trop longue"),
    Fault(name: "a header within the subject", lines: "objet: \"a\\r\\nBcc: x@y.example\"\n"),
    Fault(name: "since a day after it", lines: "depuis: 2026-12-01\n", message: "depuis"),
    Fault(name: "brackets left open", lines: "nouvelles: [a, b\nobjet: {x\n", message: "Il manque"),
    Fault(name: "what is no Markdown", body: "<script>a()</script>\n\n<img src=x onerror=a()>", message: "HTML"),
  ]

  @Test(arguments: faults)
  func `what is wrong is reported before it is sent, and stops nothing after`(fault: Fault) async throws {
    let folder = try ScratchFolder()
    try folder.write(Story.settings, to: "Content/site.yml")
    try folder.write("---\n\(Story.event)---\nVenez.\n", to: "Content/evenements/bal.md")
    try folder.write("---\n\(Story.place)---\n", to: "Content/lieux/salle.md")
    try folder.write("---\ntitre: Tôt\ndate: 2026-03-10\n---\nUn texte.\n", to: "Content/nouvelles/tot.md")
    try folder.write("---\ntitre: Mai\ndate: 2026-04-10\n---\nUn texte.\n", to: "Content/nouvelles/mai.md")
    func letter(_ day: String, _ lines: String, _ body: String) -> String {
      "---\ntitre: La lettre du \(day)\naccroche: Les nouvelles et les rendez-vous du mois.\ndate_envoi: \(day)\n"
        + "\(lines)---\n\(body)\n"
    }
    try folder.write(letter("2026-03-31", fault.lines, fault.body), to: "Content/infolettres/2026-03.md")
    if let other = fault.other {
      try folder.write(letter("2026-04-30", other, "Bonjour."), to: "Content/infolettres/2026-04.md")
    }
    func build(_ day: String, _ options: String...) async throws -> Program.Result {
      try await Program.run(
        ["build", "--root", folder.path, "--themes", Program.projectRoot + "/Themes", "--date", day] + options)
    }
    func text(_ file: String) -> String {
      (try? String(contentsOfFile: folder.path + "/Output/infolettres/2026-03/\(file)", encoding: .utf8)) ?? ""
    }
    let before = try await build("2026-03-20")
    let report = before.output + before.errors
    #expect(before.status <= 1, "\(report)")
    if let message = fault.message { #expect(report.contains(message), "\(report)") }

    let after = try await build("2026-05-10", "--strict", "--allow-placeholders")
    #expect(after.status == 0, "\(after.output + after.errors)")
    #expect(text("courriel.txt").contains("La lettre du 2026-03-31"))
    let message = text("courriel.eml")
    #expect(!message.contains("\nBcc:") && !message.contains("javascript:"))
  }

  @Test func `two letters of one day are reported before they are sent, and stand side by side after`() async throws {
    let story = try Story()
    for name in ["2026-03", "2026-03-copie"] {
      try story.write(
        "infolettres/\(name)",
        "titre: La lettre\naccroche: Les nouvelles et les rendez-vous du mois.\ndate_envoi: 2026-03-31\nagenda_semaines: 20\n"
      )
    }
    try story.commit()
    func build(_ day: String, _ options: String...) async throws -> Program.Result {
      try await Program.run(
        ["build", "--root", story.root, "--themes", Program.projectRoot + "/Themes", "--date", day] + options)
    }
    let before = try await build("2026-03-20")
    #expect(before.status == 0 && (before.output + before.errors).contains("part le même jour que"))
    let after = try await build("2026-04-10", "--strict", "--allow-placeholders")
    #expect(after.status == 0 && !(after.output + after.errors).contains("part le même jour que"))
  }
}
