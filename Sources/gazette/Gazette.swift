import ArgumentParser

@main
struct Gazette: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gazette", abstract: "Fabrique le site, l’infolettre et l’agenda à partir du dossier Content.")
}
