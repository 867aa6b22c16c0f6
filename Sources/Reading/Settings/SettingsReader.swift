import Diagnostics
import Foundation
import Site
import Text
import Time

/// Reads `Content/site.yml`.
struct SettingsReader {
  static let file = ContentFile(path: "site.yml")
  static let mostAcronyms = 300

  let source: SourceText
  var diagnostics: [Diagnostic] = []
  var fields: FieldReader
  private var placeholders: Set<String> = []
  /// What can only be found once all files are known.
  private(set) var names = SettingsNames()

  init(_ source: SourceText) {
    self.source = source
    fields = FieldReader([], source: source, table: .settings)
  }

  /// The settings; `nil` where something that nothing can stand in for is missing or wrong. `baseURL` takes the place of
  /// the address.
  mutating func read(baseURL: String?) -> Settings? {
    defer { diagnostics += fields.diagnostics }
    if let marker = ConflictMarker.first(in: source) {
      diagnostics.append(.conflictMarker(source.place(marker)))
      return nil
    }
    guard let members = members() else { return nil }
    fields = FieldReader(members, source: source, table: .settings, changesMeaning: false)

    let title = required(.title, example: "titre: Le nom du site")
    let address = address(override: baseURL)
    let identifier = identifier()
    let zone = zone()
    let tagline = text(.tagline)
    let language = language()
    let theme = text(.theme) ?? standard(.theme)
    let repository = repository()
    let branch = text(.branch) ?? standard(.branch)
    let (department, schoolHolidays) = schoolHolidays()
    let publisher = publisher()
    let host = host()
    let newsletter = newsletter()
    let acronyms = acronyms()
    let contact = contact()
    let networks = fields.words(.networks).compactMap { fields.url($0.text, at: $0.range, .networks) }
    let links = menuLinks()
    let colours = colours()
    checkFormat()
    if let scalar = fields.scalar(.place) { names.place = Located(scalar.text, at: source.place(scalar.range)) }
    if let text = text(.logo), !isToFill(text), let scalar = fields.scalar(.logo) {
      names.logo = Located(scalar.text, at: source.place(scalar.range))
    }
    guard let title, let address, let identifier, let zone else { return nil }
    var settings = Settings(
      title: title, tagline: tagline, baseURL: address.baseURL, basePath: address.basePath, language: language,
      zone: zone, theme: theme, identifier: identifier, repository: repository, branch: branch,
      schoolHolidays: schoolHolidays, unknownDepartment: schoolHolidays == nil ? department : nil,
      publicHolidays: PublicHolidays(department: department), publisher: publisher,
      host: host, newsletter: newsletter, acronyms: acronyms, placeholders: placeholders.sorted())
    (settings.contact, settings.networks, settings.links) = (contact, networks, links)
    settings.colours = colours
    return settings
  }

  /// Before a last line `---`, which somebody put there as below the lines of an entry.
  private var end: Int {
    let bytes = source.bytes
    guard let last = bytes.lastIndex(where: { !$0.isBlank && !$0.isLineEnd }), last > source.firstOffset + 3 else {
      return bytes.count
    }
    let line = bytes.trimmed(source.bounds(around: last))
    return bytes.text(line) == "---" ? line.lowerBound : bytes.count
  }

  mutating func members() -> [FieldValue.Member]? {
    var composer = YAMLComposer(source, range: source.firstOffset..<end)
    let value = composer.compose()
    diagnostics += composer.diagnostics
    guard let value else { return nil }
    switch value.content {
    case .map(let members): return members
    case .empty: return []
    default:
      diagnostics.append(.settingsNotAMap(source.wholePlace))
      return nil
    }
  }

  // MARK: What must be there

  mutating func required(_ key: FieldKey, example: String) -> String? {
    if let text = text(key) { return text }
    reportMissing(key, example: example)
    return nil
  }

  mutating func reportMissing(_ key: FieldKey, example: String) {
    if fields.keyRange(key) != nil {
      fields.report(.emptyRequired(fields.place(of: key), key: key.rawValue, example: example))
    } else {
      let help = fields.table.description(of: key)?.help ?? ""
      fields.report(.missingSetting(source.wholePlace, key: key.rawValue, help: help, example: example))
    }
  }

  mutating func address(override: String?) -> BaseURL? {
    if let override, let address = BaseURL(override) {
      if let scalar = fields.scalar(.address), scalar.text.contains(".invalid") {
        noteAddress(scalar.text, at: scalar.range)
      }
      return address
    }
    guard let scalar = fields.scalar(.address) else {
      if !fields.has(.address) { reportMissing(.address, example: "adresse: https://exemple.org/") }
      return nil
    }
    guard let address = BaseURL(scalar.text) else {
      fields.report(.badBaseAddress(source.place(scalar.range), value: scalar.text))
      return nil
    }
    let host = address.baseURL.split(separator: "/").dropFirst().first.map(String.init) ?? ""
    if host.hasSuffix(".invalid") {
      noteAddress(scalar.text, at: scalar.range)
    }
    return address
  }

  mutating func noteAddress(_ text: String, at range: Range<Int>) {
    placeholders.insert("adresse")
    fields.report(.placeholderAddress(source.place(range), key: "adresse", value: text))
  }

  mutating func repository() -> String? {
    guard let scalar = fields.scalar(.repository), let address = fields.url(.repository) else { return nil }
    guard RepositoryAddress(address) != nil else {
      fields.report(.badRepository(source.place(scalar.range), value: scalar.text))
      return nil
    }
    return address
  }

  mutating func identifier() -> String? {
    guard let scalar = fields.scalar(.identifier) else {
      if !fields.has(.identifier) {
        reportMissing(.identifier, example: "identifiant: \(UUID().uuidString.lowercased())")
      }
      return nil
    }
    guard let uuid = UUID(uuidString: scalar.text) else {
      fields.report(
        .badIdentifier(source.place(scalar.range), value: scalar.text, example: UUID().uuidString.lowercased()))
      return nil
    }
    return uuid.uuidString.lowercased()
  }

  /// What holds where a key is not written.
  private func standard(_ key: FieldKey) -> String {
    KeyTable.settings.description(of: key)?.standard ?? ""
  }

  mutating func zone() -> Zone? {
    let scalar = fields.scalar(.zone)
    let name = scalar?.text ?? standard(.zone)
    if let zone = MachineZones.zone(named: name) { return zone }
    let place = scalar.map { source.place($0.range) } ?? source.wholePlace
    let nearest = EditDistance.nearest(
      to: name.lowercased(), in: MachineZones.names().map { $0.lowercased() }, count: 1
    )
    .first
    let proper = nearest.flatMap { near in MachineZones.names().first { $0.lowercased() == near } }
    fields.report(.unknownZone(place, value: name, nearest: proper))
    return nil
  }

  mutating func language() -> String {
    guard let scalar = fields.scalar(.language) else { return standard(.language) }
    let words = Folding.folded(scalar.text).split { "-_".contains($0) }
    guard let first = words.first, ["fr", "francais", "french"].contains(first) else {
      fields.report(.badLanguage(source.place(scalar.range), value: scalar.text))
      return standard(.language)
    }
    // « fr-FR » is a tag too.
    return first == "fr" ? scalar.text.replacing("_", with: "-") : "fr"
  }

  /// Of the version nothing depends but what is reported: what an earlier one allowed means the same in this one.
  private mutating func checkFormat() {
    guard let scalar = fields.scalar(.format) else { return }
    let place = source.place(scalar.range)
    guard let version = Int(scalar.text), version > Schema.currentFormat else {
      if fields.integer(.format) ?? Schema.currentFormat < Schema.currentFormat {
        fields.report(.earlierFormat(place, value: scalar.text, current: Schema.currentFormat))
      }
      return
    }
    fields.report(.laterFormat(place, value: scalar.text, current: Schema.currentFormat))
  }

  // MARK: Values

  mutating func text(_ key: FieldKey) -> String? {
    var reader = fields
    defer { fields = reader }
    return text(key, in: &reader)
  }

  /// A text; `nil` where it is empty. One still to be filled in is noted and given as it stands.
  mutating func text(_ key: FieldKey, in reader: inout FieldReader, under map: String? = nil) -> String? {
    guard let text = reader.text(key), !text.isEmpty else { return nil }
    let name = (map.map { $0 + "." } ?? "") + key.rawValue
    if isToFill(text), let range = reader.valueRange(key) { _ = note(text, name, at: range, in: &reader) }
    return text
  }

  mutating func email(_ key: FieldKey, in reader: inout FieldReader, under map: String) -> String? {
    guard let text = text(key, in: &reader, under: map), let range = reader.valueRange(key) else { return nil }
    if isToFill(text) { return text }
    switch EmailAddress.read(text) {
    case .failure(let fault):
      reader.report(.badEmail(source.place(range), value: text, fault))
      return nil
    case .success(let address):
      if address.isPlaceholder { _ = note(text, map + "." + key.rawValue, at: range, in: &reader) }
      return text
    }
  }

  mutating func mailbox(_ key: FieldKey, in reader: inout FieldReader) -> Settings.Newsletter.Mailbox? {
    guard let text = reader.text(key), !text.isEmpty, let range = reader.valueRange(key) else { return nil }
    let name = "infolettre." + key.rawValue
    if isToFill(text) {
      _ = note(text, name, at: range, in: &reader)
      return nil
    }
    switch Mailboxes.read(text) {
    case .failure(let fault):
      reader.report(.badMailbox(source.place(range), value: text, fault))
      return nil
    case .success(let mailbox):
      if mailbox.address.isPlaceholder { _ = note(text, name, at: range, in: &reader) }
      return mailbox
    }
  }

  func isToFill(_ text: String) -> Bool {
    ["a completer", "to be completed", "tbd", "todo"].contains(Folding.folded(text))
  }

  /// Notes a value that is still to be filled in.
  mutating func note(_ text: String, _ name: String, at range: Range<Int>, in reader: inout FieldReader) -> Bool {
    guard isToFill(text) || text.lowercased().contains(".invalid") else { return false }
    placeholders.insert(name)
    reader.report(
      isToFill(text)
        ? .placeholder(source.place(range), key: name)
        : .placeholderAddress(source.place(range), key: name, value: text))
    return true
  }
}

/// What the settings name of the other files, as it is written there.
struct SettingsNames: Sendable {
  /// `lieu`: a place.
  var place: Located<String>?
  /// `logo`: a picture.
  var logo: Located<String>?
}

/// What would be reported about `text` as the `site.yml` of a project: for settings that are not a file yet.
package func settingsDiagnostics(of text: String) -> [Diagnostic] {
  var reader = SettingsReader(SourceText(path: SettingsReader.file.shownPath, bytes: Array(text.utf8)))
  _ = reader.read(baseURL: nil)
  return reader.diagnostics
}
