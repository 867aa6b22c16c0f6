import Foundation
import Testing

/// What the reader takes for an address of mail is what headers, links and machines are given.
@Suite struct MailAddressTests {
  @Test func `a domain with accents is written as every program takes it`() async throws {
    let folder = try ScratchFolder()
    try folder.write(
      """
      titre: Le préau
      adresse: https://preau.example.org
      identifiant: 2d9a7c1e-0f6b-4e53-9a38-6c1f5b7d8e90
      editeur: {nom: Le préau, adresse: 1 rue du Four, courriel: bonjour@café-préau.fr}
      infolettre: {expediteur: "Le préau <lettre@café-préau.fr>", repondre_a: equipe@café-préau.fr}
      """, to: "Content/site.yml")
    try folder.write(
      "---\ntitre: Repas\ndebut: 2027-04-09 19:00\nfin: 2027-04-09 22:00\ninscription: repas+1@café-préau.fr\n---\n"
        + "[Écrire](mailto:cuisine@café-préau.fr?subject=Repas).\n", to: "Content/evenements/x.md")
    try folder.write(
      "---\ntitre: La lettre\naccroche: Ce qui se passe au préau, en quelques lignes.\ndate_envoi: 2027-04-02\n---\nSalut.\n",
      to: "Content/infolettres/2027-04.md")
    let result = try await Program.run(
      ["build", "--root", folder.path, "--themes", Program.projectRoot + "/Themes", "--date", "2027-04-03"])
    #expect(result.status == 0, "\(result.errors)")
    let files = folder.files(in: "Output")
    func text(_ path: String) throws -> String {
      String(decoding: try #require(files[path], "\(path)"), as: UTF8.self)
    }
    let domain = "xn--caf-prau-d1ad.fr"
    let mail = try text("infolettres/2027-04/courriel.eml")
    let head = try #require(mail.split(separator: "\r\n\r\n").first).replacing("\r\n ", with: " ")
    #expect(head.utf8.allSatisfy { $0 < 0x80 })
    #expect(head.contains("\nFrom: =?UTF-8?B?TGUgcHLDqWF1?= <lettre@\(domain)>"))
    #expect(head.contains("\nReply-To: <equipe@\(domain)>"))
    #expect(head.contains("\nList-Unsubscribe: <mailto:equipe@\(domain)?subject="))
    let letter = try text("infolettres/2027-04/courriel.html")
    #expect(letter.contains("href=\"mailto:equipe@\(domain)?subject="))
    #expect(letter.contains("href=\"mailto:bonjour@\(domain)\"") && letter.contains(">bonjour@café-préau.fr</a>"))
    #expect(try text("index.html").contains("\"email\":\"bonjour@\(domain)\""))
    let page = try text("agenda/x/index.html")
    #expect(page.contains("href=\"mailto:repas+1@\(domain)\""))
    #expect(page.contains("href=\"mailto:cuisine@\(domain)?subject=Repas\""))
  }
}
