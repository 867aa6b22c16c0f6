import Foundation
import Testing

/// Who, where, when, how to write: what `site.yml` and the page of the place say stands on every page, and nothing else does.
@Suite struct HouseTests {
  private struct House {
    let files: [String: Data]
    let output: String
    let status: Int32

    init(
      _ settings: String, place: String = "", date: String = "2027-06-20", others: [String: String] = [:]
    ) async throws {
      let folder = try ScratchFolder()
      for (path, text) in others { try folder.write(text, to: path) }
      try folder.write(
        """
        titre: Le préau
        adresse: https://preau.example.org
        identifiant: 2d9a7c1e-0f6b-4e53-9a38-6c1f5b7d8e90
        \(settings)
        """, to: "Content/site.yml")
      if !place.isEmpty {
        try folder.write("---\ntitre: La halle\n\(place)\n---\nUne halle.\n", to: "Content/lieux/halle.md")
      }
      let result = try await Program.run(
        ["build", "--root", folder.path, "--themes", Program.projectRoot + "/Themes", "--date", date])
      (status, output) = (result.status, result.output + result.errors)
      files = folder.files(in: "Output")
    }

    func page(_ path: String) throws -> String {
      String(decoding: try #require(files[path + "index.html"], "\(path)"), as: UTF8.self)
    }

    func seen(_ path: String) throws -> String { OneEventSite.seen(try page(path)) }
  }

  private static let settings = """
    lieu: halle
    contact: {courriel: bonjour@example.org, telephone: 01 99 00 11 22}
    reseaux: ["https://www.instagram.com/preau", "https://fr.linkedin.com/company/preau", "https://mamot.fr/@preau"]
    liens: [{texte: Adhérer, lien: "https://example.org/adherer"}]
    editeur: {nom: Association du Préau, adresse: 3 rue du Domicile, telephone: 01 99 00 99 99, courriel: president@example.org}
    hebergeur: {nom: Hébergeur Imaginaire}
    infolettre: {prestataire: [brevo], expediteur: "Préau <lettre@example.org>"}
    """
  private static let place = """
    adresse: 1 place du Marché
    commune: Valombre
    accessibilite: De plain-pied
    horaires:
      mardi: 9h-19h
      du mercredi au vendredi: 9h-12h, 14h-19h
      samedi: 10h à minuit
      lundi: fermé
    fermetures: [2027-01-04, 2027-07-15 au 2027-08-31, jours fériés]
    telephone: 01 99 00 11 23
    """

  @Test func `every page says where, when and how, and nothing of a private address`() async throws {
    let house = try await House(Self.settings, place: Self.place)
    #expect(house.status == 0, "\(house.output)")
    for path in ["", "agenda/", "lieux/halle/", "donnees-personnelles/"] {
      let seen = try house.seen(path)
      for words in [
        "La halle , 1 place du Marché, Valombre", "Mardi, de 9 h à 19 h ; du mercredi au vendredi",
        "Fermé du 14 juillet au 31 août 2027", "bonjour@example.org", "01 99 00 11 22", "Instagram LinkedIn mamot.fr",
        "Adhérer",
      ] {
        #expect(seen.contains(words), "\(path): \(words): \(seen)")
      }
      for words in ["rue du Domicile", "01 99 00 99 99", "president@", "janvier 2027"] {
        #expect(!seen.contains(words), "\(path): \(words)")
      }
      #expect(try house.page(path).contains("<a rel=\"me\" href=\"https://www.instagram.com/preau\">"))
      #expect(try house.page(path).contains("href=\"tel:+33199001122\""))
    }
    let notice = try house.seen("mentions-legales/")
    for words in ["Association du Préau", "3 rue du Domicile", "Hébergeur Imaginaire"] {
      #expect(notice.contains(words))
    }
  }

  @Test func `a place says its hours as a table, and to machines`() async throws {
    let house = try await House(Self.settings, place: Self.place)
    let page = try house.page("lieux/halle/")
    #expect(page.contains("<th scope=\"row\">Du mercredi au vendredi</th>"))
    let seen = OneEventSite.seen(page)
    for words in ["Venir 1 place du Marché", "Lundi fermé", "Samedi de 10 h à minuit", "Accessibilité : De plain-pied"]
    {
      #expect(seen.contains(words), "\(words): \(seen)")
    }
    for path in ["lieux/halle/", ""] {
      let page = try house.page(path)
      for text in [
        "\"opens\":\"14:00\",\"closes\":\"19:00\"", "\"opens\":\"10:00\",\"closes\":\"23:59\"",
        "\"validFrom\":\"2027-07-14\",\"validThrough\":\"2027-08-31\",\"opens\":\"00:00\",\"closes\":\"00:00\"",
      ] {
        #expect(page.contains(text), "\(path): \(text)")
      }
    }
    #expect(try house.page("").contains("\"telephone\":\"+33199001122\""))
  }

  @Test func `the colours of the settings stand on pages and in letters`() async throws {
    let house = try await House(
      "couleurs: {fond: \"#fdf6e3\", texte: \"#3b2f2f\", principale: \"#8a3324\", accent: \"#f2c14e\"}")
    let home = try house.page("")
    let sheet = try #require(home.firstMatch(of: /href="\/(theme\/[^"]*\/couleurs.css)"/)).output.1
    let style = String(decoding: try #require(house.files[String(sheet)]), as: UTF8.self)
    #expect(style.contains("--paper:#fdf6e3;") && style.contains("prefers-color-scheme:dark"))
    #expect(home.contains("content=\"#fdf6e3\""))
    #expect(!(try await House("").page("")).contains("couleurs.css"))
  }

  @Test(.enabled(if: Vips.isInstalled, Vips.isMissing))
  func `the logo stands at the head of pages and letters, for machines, and on the card`() async throws {
    let others = [
      "Content/images/logo.svg":
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 90 30\"><path fill=\"#8a3324\" d=\"M0 0h90v30z\"/></svg>",
      "Content/infolettres/2027-06.md":
        "---\ntitre: Juin\ndate_envoi: 2027-06-21\naccroche: Ce qui se passe ce mois-ci au bord de la rivière\n---\nBonjour.\n",
      "Content/pages/projet.md": "---\ntitre: Le projet\n---\nUn préau.\n",
    ]
    let house = try await House("logo: images/logo.svg", others: others)
    #expect(house.status == 0, "\(house.output)")
    let home = try house.page("")
    let address = try #require(home.firstMatch(of: /class="own" src="\/(images\/logo-[0-9a-f]{12}\.svg)"/)).output.1
    #expect(house.files[String(address)] == others["Content/images/logo.svg"].map { Data($0.utf8) })
    #expect(home.contains("\"logo\":\"https://preau.example.org/\(address)\""))
    for path in ["", "projet/"] {
      let card = try #require(
        try house.page(path).firstMatch(of: /og:image" content="https:\/\/preau.example.org\/(images\/carte-[^"]*)"/))
      #expect(house.files[String(card.output.1)]?.starts(with: [0xFF, 0xD8, 0xFF]) == true)
    }
    let mail = String(decoding: try #require(house.files["infolettres/2027-06/courriel.html"]), as: UTF8.self)
    let plate = try #require(mail.firstMatch(of: /src="https:\/\/preau.example.org\/(images\/logo-[^"]*-lettre.png)"/))
    #expect(house.files[String(plate.output.1)]?.starts(with: [0x89, 0x50, 0x4E, 0x47]) == true)

    // Colours alone have a card of theirs; without either it is the theme's.
    let coloured = try await House(
      "couleurs: {fond: \"#fdf6e3\", texte: \"#3b2f2f\", principale: \"#8a3324\", accent: \"#f2c14e\"}")
    #expect(try coloured.page("").contains("/images/carte-"))
    #expect(try await House("").page("").contains("/opengraph.png"))
    // What a drawing may not hold is refused as in any picture.
    let hostile = try await House(
      "logo: images/logo.svg",
      others: ["Content/images/logo.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"])
    #expect(hostile.status == 1 && hostile.output.contains("site.yml:"), "\(hostile.output)")
  }

  @Test func `what is not given is not shown`() async throws {
    let house = try await House("editeur: {adresse: 3 rue du Domicile, courriel: bonjour@example.org}")
    let home = try house.seen("")
    #expect(home.contains("bonjour@example.org") && !home.contains("Domicile") && !home.contains("Téléphoner"))
    let bare = try await House("")
    #expect(bare.files["mentions-legales/index.html"] == nil && bare.files["donnees-personnelles/index.html"] == nil)
    #expect(!(try bare.page("")).contains("class=\"house\""))
  }

  @Test func `the page about data asserts nothing that was not given`() async throws {
    let house = try await House(Self.settings, place: Self.place)
    let seen = try house.seen("donnees-personnelles/")
    #expect(seen.contains("Brevo") && seen.contains("peut mesurer"))
    #expect(seen.contains("Combien de temps") && seen.contains("Tout effacer") && seen.contains("par votre navigateur"))
    for words in ["ne suivons pas", "jusqu’à", "États-Unis"] { #expect(!seen.contains(words), "\(seen)") }
    #expect(house.output.contains("pages/donnees-personnelles.md n’existe pas"))
  }

  @Test(arguments: [
    ("langue: en", "", "langue", "fr"), ("lieu: hall", "adresse: 1 rue", "lieu", "halle"),
    (
      "couleurs: {fond: \"#ffffff\", texte: \"#999999\", principale: \"#000\", accent: \"#000\"}", "", "contraste",
      "2,8"
    ),
    ("couleurs: {fond: vert, texte: \"#000\", principale: \"#000\", accent: \"#fff\"}", "", "vert", "#0f4746"),
    ("couleurs: {fond: \"#fff\"}", "", "couleurs", "accent"),
    ("contact: {courriel: bonjour}", "", "bonjour", "adresse"), ("liens: [{texte: Adhérer}]", "", "liens", "lien"),
    ("", "horaires:\n  fériés: 9h-12h", "fériés", "mardi"), ("", "horaires:\n  mardi: le matin", "le matin", "9h-19h"),
    ("", "horaires:\n  mardi: 9h-12h, 11h-14h", "mardi", "recouvrent"),
    ("", "horaires:\n  mardi: fermé\n  du lundi au jeudi: 9h-12h", "mardi", "contredisent"),
    ("", "fermetures: [1er mai]", "1er mai", "année"), ("", "fermetures: [parfois]", "parfois", "2026-05-01"),
    ("", "fermetures: [vacances scolaires]", "vacances", "departement"),
  ])
  func `what can't be understood is reported at its place, with a way out`(
    settings: String, place: String, words: String, way: String
  ) async throws {
    let house = try await House(settings, place: place)
    #expect(house.status == 1, "\(house.output)")
    #expect(house.output.contains(place.isEmpty || !settings.isEmpty ? "site.yml:" : "lieux/halle.md:"))
    #expect(house.output.contains(words) && house.output.contains(way), "\(house.output)")
  }
}
