import Foundation
import Pictures
import Reading
import Site
import Testing
import Time
import Yams

/// What other programs are told of the format.
@Suite struct SchemaTests {
  private static let folder = Program.projectRoot + "/.schema"

  @Test func `the committed copies say what the program says`() async throws {
    let scratch = try ScratchFolder()
    let reported = try await Program.run(["schema", "--output", scratch.path + "/schema"])
    #expect(reported.status == 0, "\(reported.errors)")
    let written = scratch.files(in: "schema")
    #expect(written.count == EntryKind.allCases.count + 2)
    for (name, data) in written {
      let committed = FileManager.default.contents(atPath: Self.folder + "/" + name)
      #expect(committed == data, "\(name): gazette schema")
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder)
    #expect(Set(names) == Set(written.keys))
  }

  @Test func `a folder that can't be written to is reported in French`() async throws {
    let scratch = try ScratchFolder()
    try scratch.write("", to: "schema")
    let refused = try await Program.run(["schema", "--output", scratch.path + "/schema/ici"])
    #expect(refused.status == 74)
    #expect(
      refused.errors.contains("Impossible d’écrire « ") && refused.errors.contains("Vérifiez que son dossier existe"))
  }

  @Test(arguments: EntryKind.allCases)
  func `a schema names every key by every name`(kind: EntryKind) throws {
    let data = try #require(FileManager.default.contents(atPath: "\(Self.folder)/\(kind.folder).schema.json"))
    let schema = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(schema["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    let properties = try #require(schema["properties"] as? [String: [String: Any]])
    #expect(Set(properties.keys) == Set(Schema.keys(of: kind).flatMap { [$0.name] + $0.synonyms }))
    #expect(properties["titre"]?["description"] as? String == Schema.keys(of: kind).first { $0.key == .title }?.help)
  }

  @Test func `editors take for yes or no what is read as that`() async throws {
    let data = try #require(FileManager.default.contents(atPath: Self.folder + "/nouvelles.schema.json"))
    let schema = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let draft = try #require((schema["properties"] as? [String: [String: Any]])?["brouillon"])
    let choices = try #require(draft["anyOf"] as? [[String: Any]])
    let small = try #require(choices.first?["enum"] as? [Any]).compactMap { $0 as? String }.filter { !$0.isEmpty }
    #expect(Set(small).isSuperset(of: ["oui", "non", "yes", "no", "vrai", "faux"]))
    // In capitals they are the same words.
    let pattern = try Regex(try #require(choices.last?["pattern"] as? String))
    for word in small + small.map(\.localizedUppercase) + small.map(\.localizedCapitalized) {
      #expect(word.wholeMatch(of: pattern) != nil, "\(word)")
    }
    #expect("peut-être".wholeMatch(of: pattern) == nil)
    let words = small.enumerated().map { $0.offset % 4 < 2 ? $0.element : $0.element.localizedCapitalized }
    let scratch = try ScratchFolder()
    try scratch.write(
      String(contentsOfFile: CompleteFixtureTests.root("minimal") + "/Content/site.yml", encoding: .utf8),
      to: "Content/site.yml")
    for word in words {
      try scratch.write(
        "---\ntitre: Essai\ndate: 2026-03\nbrouillon: \(word)\n---\nUn texte.\n", to: "Content/nouvelles/\(word).md")
    }
    let result = await readSite(root: scratch.path, options: ReadingOptions(readsRevisions: false))
    #expect(result.diagnostics.map(\.message) == [])
    // One word of each two hides.
    #expect(result.heldBack.count == words.count / 2 && result.site?.news.count == words.count / 2)
  }

  @Test func `a form for every kind asks for the title first, in French`() throws {
    let text = try String(contentsOfFile: Self.folder + "/config.yml", encoding: .utf8)
    let config = try #require(try Yams.load(yaml: text) as? [String: Any])
    #expect((config["output"] as? [String: Bool]) == ["omit_empty_optional_fields": true])
    let collections = try #require(config["collections"] as? [[String: Any]])
    #expect(collections.compactMap { $0["name"] as? String } == EntryKind.allCases.map(\.folder) + ["reglages"])
    for collection in collections.dropLast() {
      let fields = try #require(collection["fields"] as? [[String: Any]])
      #expect(fields.first?["name"] as? String == "titre")
      #expect(fields.last?["name"] as? String == "body")
    }
    let events = try #require(collections[1]["fields"] as? [[String: Any]])
    let labels = Dictionary(uniqueKeysWithValues: events.map { ($0["name"] as? String ?? "", $0["label"] as? String) })
    #expect(labels["debut"] == "Début" && labels["publier_le"] == "Publier le" && labels["reporte_au"] == "Reporté au")
  }

  private func configuration(_ repository: String?) throws -> [String: Any] {
    let file = try #require(
      SchemaFiles.all(repository: repository, branch: "main").first { $0.name == "config.yml" })
    return try #require(try Yams.load(yaml: file.text) as? [String: Any])
  }

  @Test func `the editors are shown how to log in: on GitHub anyone may propose, elsewhere no server is needed`() throws
  {
    func backend(_ repository: String?) throws -> [String: Any] {
      try #require(try configuration(repository)["backend"] as? [String: Any])
    }
    for repository in ["https://github.com/o/r", nil] {
      let backend = try backend(repository)
      #expect(backend["open_authoring"] as? Bool == true && backend["auth_scope"] as? String == "public_repo")
    }
    // Open authoring asks for it.
    #expect(try configuration("https://github.com/o/r")["publish_mode"] as? String == "editorial_workflow")
    let gitlab = try backend("https://framagit.org/g/r")
    #expect(gitlab["auth_type"] as? String == "pkce" && gitlab["base_url"] as? String == "https://framagit.org")
    #expect(gitlab["app_id"] is String && gitlab["open_authoring"] == nil)
    let forgejo = try backend("https://codeberg.org/o/r")
    #expect(forgejo["app_id"] is String && forgejo["api_root"] as? String == "https://codeberg.org/api/v1")
  }

  @Test func `forms can save what is written in words as well as what is written as a map`() throws {
    let collections = try #require(try configuration(nil)["collections"] as? [[String: Any]])
    let events = try #require(
      collections.first { $0["name"] as? String == "evenements" }?["fields"] as? [[String: Any]])
    func field(_ name: String, among fields: [[String: Any]]) throws -> [String: Any] {
      try #require(fields.first { $0["name"] as? String == name })
    }
    let repetition = try field("repetition", among: events)
    #expect(repetition["widget"] as? String == "string" && repetition["pattern"] == nil)
    let sessions = try field("seances", among: events)
    #expect(sessions["widget"] as? String == "list")
    let members = try #require(sessions["fields"] as? [[String: Any]])
    #expect(
      members.compactMap { $0["name"] as? String } == ["date", "fin", "lieu", "titre", "etat", "complet", "motif"])
    // A session in one line is shown in each of its fields: only that of the date may check it, and takes it.
    let line = "2026-03-05 18:30 - 20:30"
    for member in members {
      guard let pattern = (member["pattern"] as? [String])?.first else { continue }
      #expect(try Regex(pattern).wholeMatch(in: line) != nil, "\(member["name"] ?? "")")
    }
    // Pictures lie beside the text that shows them; those of the settings in their folder.
    for collection in collections.dropLast() {
      #expect(collection["media_folder"] as? String == "" && collection["public_folder"] as? String == "")
    }
  }

  @Test func `the files to propose are read without an error once filled in`() async throws {
    #expect(EntryTemplate.proposals.map(\.kind) == [.news, .event])
    let scratch = try ScratchFolder()
    try scratch.write(
      String(contentsOfFile: CompleteFixtureTests.root("minimal") + "/Content/site.yml", encoding: .utf8),
      to: "Content/site.yml")
    for template in EntryTemplate.proposals {
      var text = template.text
      for (key, value) in [
        ("titre", "Essai"), ("date", "2026-03"), ("debut", "2026-03-20 19:00"), ("fin", "2026-03-20 21:00"),
      ] {
        text = text.replacing("\n\(key):\n", with: "\n\(key): \(value)\n")
      }
      try scratch.write(text, to: "\(template.folder)/\(template.fileName)")
    }
    let result = await readSite(root: scratch.path, options: ReadingOptions(readsRevisions: false))
    #expect(result.diagnostics.map(\.message) == [])
    #expect(result.site?.news.count == 1 && result.site?.events.count == 1)
  }

  @Test func `a form asks for every key of the table that a new entry may have`() throws {
    for template in EntryTemplate.proposals {
      let asked = Dictionary(uniqueKeysWithValues: template.fields.map { ($0.key, $0) })
      #expect(asked.count == template.fields.count)
      let required = template.fields.filter(\.isRequired).map(\.key)
      #expect(Set(required) == (template.kind == .news ? ["titre", "date"] : ["titre"]))
      // When an event takes place the form asks in its own way.
      let composed: Set = ["debut", "fin", "repetition", "seances"]
      for description in Schema.keys(of: template.kind) where !Schema.seldomNew.contains(description.key) {
        guard !composed.contains(description.name) || asked[description.name] != nil else { continue }
        let field = try #require(asked[description.name], "\(description.name)")
        #expect(field.help == description.help && !field.label.isEmpty)
      }
      #expect(Set(template.fields.map(\.key)).isDisjoint(with: Schema.seldomNew.map(\.rawValue)))
    }
  }

  @Test func `a photograph is made as small in the browser as at the terminal`() throws {
    let script = try String(
      contentsOfFile: Program.projectRoot + "/Sources/Publishing/Proposal/proposer.js", encoding: .utf8)
    #expect(script.contains("const longestSide = \(PhotoRewriter.longestSide);"))
  }

  @Test func `nothing filled in is reported`() async throws {
    let scratch = try ScratchFolder()
    try scratch.write(
      String(contentsOfFile: CompleteFixtureTests.root("minimal") + "/Content/site.yml", encoding: .utf8),
      to: "Content/site.yml")
    for template in EntryTemplate.proposals {
      try scratch.write(template.text, to: "\(template.folder)/\(template.fileName)")
    }
    let result = await readSite(root: scratch.path, options: ReadingOptions(readsRevisions: false))
    #expect(result.diagnostics.filter { $0.severity == .error }.count >= 2)
  }
}
