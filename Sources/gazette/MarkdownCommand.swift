import ArgumentParser
import Foundation
import Markdown
import Markup

struct MarkdownCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "markdown", abstract: "Affiche en HTML le texte Markdown reçu sur l’entrée standard.")

  @Flag(name: .long, help: "Sans rien de ce que le site ajoute : la seule norme GFM.")
  var plain = false

  func run() throws {
    let input = FileHandle.standardInput.readDataToEndOfFile()
    let document = try MarkdownParser().parse(String(decoding: input, as: UTF8.self))
    let html = plain ? HTMLRenderer(flavour: .gfm).render(document) : HTMLRenderer().render(document.typeset())
    Terminal.print(html.text)
  }
}
