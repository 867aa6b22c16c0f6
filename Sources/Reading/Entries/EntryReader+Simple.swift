import Diagnostics
import Markup
import Site

extension EntryReader {
  /// The entry of the site, by its kind; `nil` where a mistake left nothing of it, which was reported.
  mutating func content() -> SiteEntry? {
    switch draft.key.kind {
    case .news: news().map { .news($0) }
    case .event: event().map { .event($0) }
    case .series: series().map { .series($0) }
    case .place: place().map { .place($0) }
    case .partner: partner().map { .partner($0) }
    case .page: page().map { .page($0) }
    case .issue: issue().map { .issue($0) }
    }
  }
}

/// News, series, places, partners and pages: kinds whose fields stand for themselves.
extension EntryReader {
  mutating func news() -> News? {
    let entry = entry()
    let events = references(.events, kinds: [.event])
    let location = location()
    requireDate(.date, kind: .news, example: "date: AAAA-MM-JJ")
    guard fields.isGiven(.date), let date = fields.date(.date) else { return nil }
    return News(entry: entry, date: date, events: events, location: location)
  }

  mutating func series() -> Series? { Series(entry: entry()) }

  mutating func place() -> Place? {
    let entry = entry()
    let latitude = fields.number(.latitude)
    let longitude = fields.number(.longitude)
    if fields.has(.latitude) != fields.has(.longitude) {
      let (known, missing): (FieldKey, FieldKey) =
        fields.has(.latitude) ? (.latitude, .longitude) : (.longitude, .latitude)
      fields.report(.halfCoordinates(fields.place(of: known), key: known.rawValue, missing: missing.rawValue))
    }
    var coordinates: Place.Coordinates?
    if let latitude, let longitude { coordinates = Place.Coordinates(latitude: latitude, longitude: longitude) }
    return Place(
      entry: entry, address: text(.address), postcode: text(.postcode), city: text(.city), coordinates: coordinates,
      access: text(.access, keepsLines: true), hours: openingHours(), phone: phone(), email: fields.email(.email),
      website: fields.url(.website), accessibility: text(.accessibility))
  }

  mutating func partner() -> Partner? {
    let entry = entry()
    var otherNames: [String] = []
    for word in fields.words(.otherNames) {
      let name = fields.clean(word.text, at: word.range)
      if !name.isEmpty, !otherNames.contains(name) { otherNames.append(Typesetting.text(name)) }
    }
    return Partner(
      entry: entry, type: text(.type), website: fields.url(.website),
      logo: picture(.logo, alternative: .logoAlternative),
      otherNames: otherNames, since: fields.date(.since))
  }

  mutating func page() -> Page? {
    let entry = entry()
    return Page(entry: entry, menu: fields.integer(.menu))
  }

  /// Reports that a required date is missing, unless something is written there, which was reported.
  mutating func requireDate(_ key: FieldKey, kind: EntryKind, example: String) {
    guard !fields.isGiven(key), !draft.frontMatter.misspelt.contains(key) else { return }
    fields.reportMissing(key, kind: kind, example: example)
  }
}
