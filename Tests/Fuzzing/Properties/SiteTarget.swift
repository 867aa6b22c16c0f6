import Site
import TestSupport

enum SiteTarget {
  /// What an entry of a kind can't do without, unless it says otherwise.
  private static func required(_ kind: EntryKind) -> [(key: String, value: String)] {
    switch kind {
    case .news: [("titre", "Essai"), ("date", "2026-05")]
    case .event: [("titre", "Essai"), ("debut", "2026-06-20 19:00"), ("fin", "2026-06-20 21:00")]
    case .issue:
      [
        ("titre", "La lettre"), ("accroche", "Ce qui s’est passé au mois de juin, et la suite."),
        ("date_envoi", "2026-06-10"),
      ]
    default: [("titre", "Essai")]
    }
  }

  private static let keys = [
    "titre", "id", "alias", "etiquettes", "date", "debut", "fin", "lieu", "serie", "partenaires", "image", "publier_le",
    "brouillon", "resume", "autres_noms", "recurrence", "sauf", "organisateurs", "en_ligne", "liens", "nouvelles",
    "objet", "menu", "adresse",
  ]

  static func check(_ input: [UInt8], _ checks: inout Checks) async {
    guard let project = try? MadeUpProject() else { return checks.expect(false, "no folder for it") }
    var source = ByteSource(input)
    var names: [String] = ["/", "../nouvelles/base.md", "../evenements/soiree.md"]
    for _ in 0..<source.number(1...5) {
      let kind = source.one(of: EntryKind.allCases)
      let name = source.line()
      var fields = required(kind)
      for _ in 0..<source.number(0...3) {
        let key = source.one(of: keys)
        fields.removeAll { $0.key == key }
        fields.append((key, source.text()))
      }
      let link = "[un lien](<\(source.one(of: names).filter { !$0.isNewline && !"<>".contains($0) })>)"
      let lines = fields.map { "\($0.key): \($0.value)\n" }.joined()
      project.put(
        Array("---\n\(lines)---\n\(link)\n\n\(source.text())\n".utf8), at: Array("\(kind.folder)/".utf8) + name)
      names.append("../\(kind.folder)/" + String(decoding: name, as: UTF8.self))
    }
    if source.bool() { project.put(Array(SmallSite.settings.utf8) + source.line(), at: Array("site.yml".utf8)) }
    await project.check(&checks)
  }
}
