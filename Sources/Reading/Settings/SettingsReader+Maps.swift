import Diagnostics
import Markup
import Site
import Text

/// Settings that are maps of their own.
extension SettingsReader {
  mutating func publisher() -> Settings.Publisher {
    var result = Settings.Publisher()
    guard var inner = inner(.publisher, .publisher) else { return result }
    result.name = text(.name, in: &inner, under: "editeur")
    result.status = text(.legalStatus, in: &inner, under: "editeur")
    result.address = text(.address, in: &inner, under: "editeur")
    result.phone = text(.phone, in: &inner, under: "editeur")
    result.email = email(.email, in: &inner, under: "editeur")
    result.director = text(.director, in: &inner, under: "editeur")
    diagnostics += inner.diagnostics
    return result
  }

  mutating func contact() -> Settings.Contact {
    var result = Settings.Contact()
    guard var inner = inner(.contact, .contact) else { return result }
    result.email = email(.email, in: &inner, under: "contact")
    result.phone = text(.phone, in: &inner, under: "contact")
    if let phone = result.phone, !isToFill(phone) {
      if let number = PhoneNumber(phone) {
        result.phone = number.text
      } else if let range = inner.valueRange(.phone) {
        inner.report(.notANumberToCall(source.place(range), value: phone))
      }
    }
    result.address = text(.address, in: &inner, under: "contact")
    diagnostics += inner.diagnostics
    return result
  }

  /// `liens`.
  mutating func menuLinks() -> [Settings.MenuLink] {
    guard fields.has(.links) else { return [] }
    return fields.items(.links).compactMap { item in
      guard case .map(let members) = item.content else {
        let example = "- {texte: Adhérer, lien: https://exemple.org/adherer}"
        fields.report(.notAMap(source.place(item.range), key: FieldKey.links.rawValue, example: example))
        return nil
      }
      var inner = FieldReader(members, source: source, table: .menuLink)
      defer { fields.diagnostics += inner.diagnostics }
      for key in [FieldKey.text, .link] where !inner.has(key) {
        inner.report(.missingMember(source.place(item.range), key: key.rawValue, of: FieldKey.links.rawValue))
      }
      guard let text = inner.text(.text), !text.isEmpty, let address = inner.url(.link) else { return nil }
      return Settings.MenuLink(text: text, address: address)
    }
  }

  mutating func host() -> Settings.Host {
    var result = Settings.Host()
    guard var inner = inner(.host, .host) else { return result }
    result.name = text(.name, in: &inner, under: "hebergeur")
    result.address = text(.address, in: &inner, under: "hebergeur")
    result.phone = text(.phone, in: &inner, under: "hebergeur")
    diagnostics += inner.diagnostics
    return result
  }

  mutating func newsletter() -> Settings.Newsletter {
    var result = Settings.Newsletter()
    guard var inner = inner(.newsletter, .newsletter) else { return result }
    result.sender = mailbox(.sender, in: &inner)
    result.replyTo = mailbox(.replyTo, in: &inner)
    for word in inner.words(.providers) {
      if isToFill(word.text) {
        _ = note(word.text, "infolettre.prestataire", at: word.range, in: &inner)
      } else if let provider: Settings.Provider = inner.choice(word.text, at: word.range, .providers),
        !result.providers.contains(provider)
      {
        result.providers.append(provider)
      }
    }
    if let scalar = inner.scalar(.registration) {
      if isToFill(scalar.text) {
        _ = note(scalar.text, "infolettre.inscription", at: scalar.range, in: &inner)
      } else {
        result.signUp = inner.url(scalar.text, at: scalar.range, .registration)
      }
    }
    diagnostics += inner.diagnostics
    return result
  }

  mutating func acronyms() -> [String: String] {
    guard let members = fields.map(.acronyms, example: "sigles: {ESS: économie sociale et solidaire}") else {
      return [:]
    }
    // Each is looked for in every text.
    guard members.count <= Self.mostAcronyms else {
      let key = FieldKey.acronyms
      fields.report(
        .listTooLong(fields.place(of: key), key: key.rawValue, count: members.count, limit: Self.mostAcronyms))
      return [:]
    }
    var result: [String: String] = [:]
    for member in members {
      guard let scalar = fields.scalar(member.value, of: .acronyms), !member.key.isEmpty else {
        fields.report(.emptyValue(source.place(member.keyRange), key: member.key))
        continue
      }
      let long = fields.clean(scalar.text, at: scalar.range)
      if !long.isEmpty { result[TextCleaner.trimmed(member.key)] = long }
    }
    return result
  }

  mutating func inner(_ key: FieldKey, _ table: KeyTable) -> FieldReader? {
    guard fields.has(key), let members = fields.map(key, example: "\(key.rawValue): {…}") else { return nil }
    return FieldReader(members, source: source, table: table, changesMeaning: false)
  }
}
