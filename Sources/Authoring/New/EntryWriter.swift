import Reading
import Site
import Time

/// Makes the file of a new entry: whatever the title, it is read without a mistake.
package struct EntryWriter: Sendable {
  /// The zone of the site's hours.
  package var zone: Zone
  /// The entries that there are files of already.
  package var taken: Set<EntryKey>
  /// The lasting identities that entries have already, published or not.
  package var takenIdentities: Set<String>

  package init(zone: Zone, taken: Set<EntryKey> = [], takenIdentities: Set<String> = []) {
    self.zone = zone
    self.taken = taken
    self.takenIdentities = takenIdentities
  }

  package func file(for request: EntryRequest) throws(RequestProblem) -> NewFile {
    let title = WrittenText.cleaned(request.title)
    guard !title.isEmpty else { throw .noTitle }
    var request = request
    request.title = title
    let texts = [title, request.place, request.summary] + request.details.map(\.value.written)
    for text in texts.lazy.compactMap({ $0 }) where text.count > FieldLimit.text { throw .tooLong(text) }
    let key = try FileName.key(for: request, taken: taken)
    var matter = FrontMatterText()
    matter.add(.title, text: title)
    try addDates(of: request, to: &matter)
    if let place = request.place.map(WrittenText.cleaned), !place.isEmpty { matter.add(.place, text: place) }
    let summary = WrittenText.cleaned(request.summary ?? "")
    if !summary.isEmpty { matter.add(.summary, text: summary) }
    for (key, value) in request.details {
      switch value {
      case .text(let text): matter.add(key, text: text)
      case .plain(let text): matter.add(key, text)
      }
    }
    matter.add(comment: "Ne changez jamais la ligne suivante : agendas et flux reconnaissent par elle ce texte.")
    matter.add(.identity, takenIdentities.freeIdentity(for: key))
    let isDraft = request.isDraft || summary.isEmpty && request.kind.row.needsText
    if isDraft {
      matter.addDraft()
    }
    matter.add(optional: Schema.keys(of: request.kind))
    return NewFile(
      key: key,
      text: matter.text(body: isDraft && request.body.isEmpty ? "Écrivez ici le texte.\n" : request.body),
      isDraft: isDraft)
  }

  private func addDates(of request: EntryRequest, to matter: inout FrontMatterText) throws(RequestProblem) {
    switch request.kind {
    case .news:
      guard let date = request.date else { throw .missing("--date", "la date de la nouvelle") }
      matter.add(.date, SpokenDate.written(date))
    case .event:
      guard let start = request.start else { throw .missing("--debut", "la date de l’événement") }
      try check(start)
      matter.add(.start, SpokenDate.written(start))
      if let end = request.end {
        try check(end)
        guard end.precision == start.precision, isAfter(start, end) else { throw .endWithoutReason }
        matter.add(.end, SpokenDate.written(end))
      } else if case .minute(let first) = start {
        matter.add(comment: "L’heure de fin est supposée : corrigez-la.")
        matter.add(.end, SpokenDate.written(.minute(assumedEnd(first))))
      }
      if let repetition = request.repetition { matter.add(.repetition, text: repetition) }
    default: break
    }
  }

  /// An hour ends later than it began; a day, month or year may be the last one too.
  private func isAfter(_ start: PartialDate, _ end: PartialDate) -> Bool {
    start.precision == .minute ? end.firstMinute > start.firstMinute : end.firstDay >= start.firstDay
  }

  private func check(_ date: PartialDate) throws(RequestProblem) {
    if case .minute(let minute) = date, !zone.shows(minute) { throw .skippedHour(SpokenDate.written(date)) }
  }

  /// Two hours later, or three in the night that skips one.
  private func assumedEnd(_ start: CivilDateTime) -> CivilDateTime {
    let end = start.adding(minutes: 120)
    return zone.shows(end) ? end : end.adding(minutes: 60)
  }
}

extension Set<String> {
  /// What an entry is to be called for good where these are taken.
  func freeIdentity(for key: EntryKey) -> String {
    var (identity, number) = (key.defaultIdentity, 2)
    while contains(identity) {
      identity = "\(key.defaultIdentity)-\(number)"
      number += 1
    }
    return identity
  }
}

/// A file that is to be made.
package struct NewFile: Sendable, Hashable {
  /// The entry that it makes.
  package var key: EntryKey
  package var text: String
  /// Whether it stays unpublished until a line is taken away.
  package var isDraft = false

  /// From the project's root: `Content/nouvelles/2019-09-rentree.md`.
  package var path: String { key.file }
}
