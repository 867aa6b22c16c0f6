import Foundation
import Testing

/// A site with one event.
struct OneEventSite {
  let files: [String: Data]

  /// - Parameters:
  ///   - matter: the lines of its front matter below the title.
  ///   - series: the title of the series `soirees`.
  ///   - others: further files, by path from `Content/`.
  ///   - day: the day on which it is built.
  init(
    _ matter: String, series: String = "Les soirées", others: [String: String] = [:], on day: String = "2027-04-03"
  ) async throws {
    let folder = try ScratchFolder()
    try folder.write(
      """
      titre: Le préau
      adresse: https://preau.example.org
      langue: fr
      fuseau: Europe/Paris
      theme: Champigny
      identifiant: 2d9a7c1e-0f6b-4e53-9a38-6c1f5b7d8e90
      """, to: "Content/site.yml")
    try folder.write("---\ntitre: \(series)\n---\n", to: "Content/series/soirees.md")
    try folder.write("---\ntitre: Le rendez-vous\n\(matter)\n---\nVenez.\n", to: "Content/evenements/x.md")
    try folder.write(
      "---\ntitre: La lettre\naccroche: Ce qui se passe au préau, en quelques lignes.\ndate_envoi: 2027-04-02\n---\nSalut.\n",
      to: "Content/infolettres/2027-04.md")
    for (path, text) in others { try folder.write(text, to: "Content/" + path) }
    let result = try await Program.run(
      ["build", "--root", folder.path, "--themes", Program.projectRoot + "/Themes", "--date", day])
    #expect(result.status == 0, "\(result.errors)")
    files = folder.files(in: "Output")
  }

  func file(_ path: String) throws -> String { String(decoding: try #require(files[path], "\(path)"), as: UTF8.self) }

  /// The text between the tags, on one line, with plain spaces.
  static func seen(_ page: String) -> String {
    let text = page.replacing(/<script.*?<\/script>/.dotMatchesNewlines(), with: "").replacing(/<[^>]*>/, with: " ")
    return text.split { $0.isWhitespace }.joined(separator: " ")
  }

  func structuredData(of page: String) -> [[String: Any]] {
    page.matches(of: /<script type="application\/ld\+json">(.*?)<\/script>/).compactMap { match in
      try? JSONSerialization.jsonObject(with: Data(match.output.1.utf8)) as? [String: Any]
    }
  }
}
