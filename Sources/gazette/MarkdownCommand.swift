import ArgumentParser
import Diagnostics
import Files
import Foundation
import Markdown
import Markup
import Reading

struct MarkdownCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "markdown", abstract: "Affiche en HTML le texte Markdown reçu sur l’entrée standard.")

  @Flag(name: .long, help: "Sans rien de ce que le site ajoute : la seule norme GFM.")
  var plain = false

  func run() throws {
    let input = SourceText(
      path: "(entrée standard)", bytes: Array(FileHandle.standardInput.readDataToEndOfFile()))
    let (document, diagnostics) = plain ? try Self.plainDocument(input) : readText(input)
    let report = DiagnosticReport(diagnostics, sources: [input.path: input])
    Terminal.printError(report.text())
    Terminal.printData(HTMLRenderer(flavour: plain ? .gfm : .site).render(document).text)
    if report.errors > 0 { throw ExitCode(1) }
  }

  /// The tree as the norm has it, with nothing done to it; limits hold all the same.
  private static func plainDocument(_ input: SourceText) throws -> (Document, [Diagnostic]) {
    guard let document = try? MarkdownParser().parse(String(decoding: input.bytes, as: UTF8.self)) else {
      return readText(input)
    }
    return (document, [])
  }
}

extension MarkdownCommand: ConfinedCommand {
  func confinement() -> Confinement? { Confinement() }
}
