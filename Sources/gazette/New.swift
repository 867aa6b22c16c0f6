import ArgumentParser
import Authoring
import Building
import Foundation
import Reading
import Site
import Text
import Time

struct New: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Crée le fichier d’un nouveau texte, sans jamais en écraser un autre.",
    discussion: """
      gazette new nouvelle "C’est la rentrée" --date 2019-09
      gazette new evenement "Soirée jeux" --debut "13 septembre 2019 14h"
      gazette new evenement "Chorale" --quand "tous les jeudis de 18h à 20h dès le 5 mars"
      gazette new infolettre 2019-08

      Dans un terminal, ce qui manque est demandé. Les textes d’un site que vous avez déjà : gazette import
      """)

  @Argument(help: ArgumentHelp(NewKind.names + ".", valueName: "quoi"))
  var kind: String?

  @Argument(help: ArgumentHelp("Le titre ; pour une infolettre, aussi son mois : 2019-08.", valueName: "titre"))
  var title: String?

  @Option(
    name: .long, help: ArgumentHelp("La date d’une nouvelle, ou de l’envoi d’une infolettre.", valueName: "date"))
  var date: String?

  @Option(name: .long, help: ArgumentHelp("Le début d’un événement : \"13 septembre 2019 14h\".", valueName: "date"))
  var debut: String?

  @Option(name: .long, help: ArgumentHelp("La fin d’un événement.", valueName: "date"))
  var fin: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Quand un événement a lieu, en une fois : une date, ou comment il revient.", valueName: "mots"))
  var quand: String?

  @Option(name: .long, help: ArgumentHelp("Le lieu d’une nouvelle ou d’un événement.", valueName: "lieu"))
  var lieu: String?

  @Option(name: .long, help: ArgumentHelp("Une phrase qui dit de quoi il s’agit.", valueName: "phrase"))
  var resume: String?

  @Option(name: .long, help: ArgumentHelp("Le nom du fichier, s’il ne doit pas venir du titre.", valueName: "nom"))
  var nom: String?

  @Option(name: .long, help: ArgumentHelp("Le dossier du projet, qui contient Content.", valueName: "dossier"))
  var root = "."

  func run() async throws {
    let kind = try askedKind()
    let root = root.asFolderPath
    let (site, today, heldBack) = try await Project.site(
      of: root, environment: ProcessInfo.processInfo.environment, watchdog: ContentWatch.begin(.text))
    let identities = Set(site.entries.map(\.entry.id) + heldBack.map(\.identity))
    let made: NewFile
    do {
      made =
        kind == .issue
        ? try newIssue(of: site, identities, today: today, root: root)
        : try newEntry(kind, of: site, identities, today: today, root: root)
    } catch let problem as RequestProblem {
      throw Fault(problem.message, hint: problem.hint, status: Fault.usage)
    }
    Terminal.print("Créé : \(BuildOptions(root: root).path(made.path))")
    for line in advice(on: made, kind) { Terminal.print("  → \(line)") }
  }

  private func advice(on made: NewFile, _ kind: EntryKind) -> [String] {
    var lines = ["Ouvrez ce fichier et écrivez le texte sous la deuxième ligne « --- »."]
    if kind == .issue { lines = ["Ouvrez ce fichier : écrivez l’accroche et l’éditorial, relisez la liste."] }
    if made.isDraft { lines.append("C’est un brouillon : enlevez la ligne « brouillon: oui » pour publier.") }
    lines.append("Puis vérifiez : gazette check")
    return lines
  }

  private func askedKind() throws -> EntryKind {
    let name = try kind ?? asked("Quoi (\(NewKind.names)) ?", else: "Il faut dire quoi créer.", "gazette new nouvelle")
    guard let kind = NewKind.kind(named: name) else {
      throw Fault("« \(name) » ne peut pas être créé.", hint: "Au choix : \(NewKind.names).", status: Fault.usage)
    }
    return kind
  }

  // MARK: Entries

  private func newEntry(
    _ kind: EntryKind, of site: Site, _ identities: Set<String>, today: CivilDateTime, root: String
  ) throws -> NewFile {
    let questions = NewQuestions(kind: kind, site: site)
    let title =
      try title
      ?? asked(
        questions.prompt("titre") ?? "Titre ?", else: "Il faut un titre.",
        "gazette new \(self.kind ?? "nouvelle") \"…\"")
    let isInteractive = Question.canBeAsked
    var request = EntryRequest(
      kind: kind, title: title, summary: resume, place: lieu.map { EntryAnswer.place($0, on: site) }, fileName: nom)
    switch kind {
    case .news:
      request.date = try newsDate(questions, of: site, today: today)
    case .event:
      try setDates(of: &request, of: site, today: today)
      if lieu == nil, debut == nil, quand == nil, isInteractive {
        request.place = try questions.answer(to: "lieu")?.written
      }
    default: break
    }
    if resume == nil, isInteractive, self.title == nil || request.kind == .page && self.kind == nil {
      request.summary =
        try questions.prompt("resume") == nil
        ? Question.ask("En une phrase (Entrée pour plus tard) ?") : questions.answer(to: "resume")?.written
    }
    if isInteractive, self.title == nil {
      let asked: Set = ["titre", "date", "resume", kind == .event || lieu != nil ? "lieu" : ""]
      request.details = try questions.details(asked: asked).compactMap { key, value in
        Schema.key(named: key, of: kind).map { ($0.key, value) }
      }
    }
    var taken = EntryNames.taken(in: root)
    while true {
      let writer = EntryWriter(zone: site.settings.zone, taken: taken, takenIdentities: identities)
      let made = try writer.file(for: request)
      if try create(made, in: root) { return made }
      // Somebody made one of that name meanwhile.
      taken.insert(made.key)
    }
  }

  private func newsDate(_ questions: NewQuestions, of site: Site, today: CivilDateTime) throws -> PartialDate {
    guard date == nil, Question.canBeAsked else {
      return try understood(date ?? today.day.iso, .date, of: .news, on: site)
    }
    let answer = try questions.answer(to: "date", default: today.day.iso)?.written ?? today.day.iso
    return try understood(answer, .date, of: .news, on: site)
  }

  // MARK: When

  private func setDates(of request: inout EntryRequest, of site: Site, today: CivilDateTime) throws {
    if let start = debut ?? date, fin != nil || SpokenDate.span(start) == nil {
      let start = try understood(start, .start, of: .event, on: site)
      request.start = start
      request.end = try fin.map { try understood($0, .end, of: .event, on: site, after: start) }
      return
    }
    let spoken = try spokenSchedule(of: site, today: today)
    (request.start, request.end, request.repetition) = (spoken.first.start, spoken.first.end, spoken.repetition)
    if request.end == nil, quand == nil, debut == nil, date == nil, spoken.repetition == nil || spoken.first.isTimed {
      request.end = try end(after: spoken.first.start, on: site)
    }
  }

  /// What an option or an answer says. Who is asked is asked again until it is understood, and sees the next dates before
  /// anything is written.
  private func spokenSchedule(of site: Site, today: CivilDateTime) throws -> SpokenSchedule {
    if let text = quand ?? debut ?? date {
      let spoken = try SpokenSchedule.read(text, today: today.day, settings: site.settings).mapError { problem in
        Fault(problem.message, hint: problem.hint, status: Fault.usage)
      }.get()
      showNextDates(of: spoken, today: today)
      return spoken
    }
    while true {
      let text = try asked(
        "Quand (13 septembre 2019 14h, ou : tous les jeudis de 18h à 20h dès le 5 mars) ?",
        else: "Il manque le début de l’événement.", "--debut \"13 septembre 2019 14h\"")
      switch SpokenSchedule.read(text, today: today.day, settings: site.settings) {
      case .failure(let problem):
        Terminal.report(Fault(problem.message, hint: problem.hint, status: Fault.usage))
      case .success(let spoken):
        showNextDates(of: spoken, today: today)
        if try spoken.repetition == nil || Question.isAgreed("Est-ce bien cela ?", default: true) { return spoken }
      }
    }
  }

  /// The next five dates of what returns.
  private func showNextDates(of spoken: SpokenSchedule, today: CivilDateTime) {
    guard let words = spoken.repetition else { return }
    Terminal.print("Répétition : \(words)")
    for date in spoken.schedule.next(at: today, limit: 5) { Terminal.print("  \(French.span(date.span))") }
  }

  // MARK: Issues

  private func newIssue(
    of site: Site, _ identities: Set<String>, today: CivilDateTime, root: String
  ) throws -> NewFile {
    let next = today.day.civilMonth
    let month = PartialDate.month(next).iso
    let text =
      try date ?? title ?? (Question.canBeAsked ? Question.ask("Mois ou jour d’envoi ?", default: month) : month)
    let day: CivilDay
    let name: String?
    switch SpokenDate.read(text, for: .sendDate, [.month, .day]) {
    case .date(.month(let month)): (day, name) = (month.lastDay, date == nil ? nil : title)
    case .date(let sent): (day, name) = (sent.firstDay, date == nil ? nil : title)
    case .problem(let message, let hint):
      // A word that is no date is a title: the letter is that of this month.
      guard date == nil, let title, title.first?.isNumber == false else {
        throw Fault(message, hint: hint, status: Fault.usage)
      }
      (day, name) = (next.lastDay, title)
    }
    let made = IssueWriter(site: site, today: today, takenIdentities: identities).file(sentOn: day, title: name)
    guard !EntryNames.taken(in: root).contains(made.key), try create(made, in: root) else {
      throw Fault(
        "« \(made.path) » existe déjà : rien n’a été changé.",
        hint: "Ouvrez ce fichier, ou donnez un autre mois : gazette new infolettre "
          + PartialDate.month(day.civilMonth.adding(months: 1)).iso,
        status: Fault.usage)
    }
    return made
  }

  /// Writes the file; `false` where one of that name is there already, which is left as it is.
  private func create(_ file: NewFile, in root: String) throws -> Bool {
    try NewFileWriter(root: root).create(file.path, Array(file.text.utf8), isDurable: true)
  }

  // MARK: Answers

  /// A date as people write it; an hour alone is the first one after `start`.
  private func understood(
    _ text: String, _ key: FieldKey, of kind: EntryKind, on site: Site, after start: PartialDate? = nil
  ) throws -> PartialDate {
    if case .minute(let start)? = start, let end = SpokenDate.hour(text, after: start) { return .minute(end) }
    switch SpokenDate.read(text, for: key, of: kind, zone: site.settings.zone) {
    case .date(let date): return date
    case .problem(let message, let hint): throw Fault(message, hint: hint, status: Fault.usage)
    }
  }

  /// When the event ends, as an option gives it or whoever is asked answers; `nil` where it is not known.
  private func end(after start: PartialDate, on site: Site) throws -> PartialDate? {
    if let fin { return try understood(fin, .end, of: .event, on: site, after: start) }
    guard debut == nil, Question.canBeAsked else { return nil }
    while true {
      let answer = try Question.ask("Fin (l’heure suffit ; Entrée si elle n’est pas connue) ?")
      guard !answer.isEmpty else { return nil }
      do { return try understood(answer, .end, of: .event, on: site, after: start) } catch let fault as Fault {
        Terminal.report(fault)
      }
    }
  }

  /// The answer to a question; where nobody can be asked, a fault with the words to add.
  private func asked(_ question: String, else message: String, _ example: String) throws -> String {
    guard Question.canBeAsked else { throw Fault(message, hint: "Par exemple : \(example)", status: Fault.usage) }
    return try Question.ask(question, isRequired: true)
  }
}

/// The kinds of entries by the words of the command line.
enum NewKind {
  static var names: String { EntryKind.allCases.map(name).joined(separator: ", ") }

  /// Accents, capitals and the plural do not count; the names of the folders serve too.
  static func kind(named name: String) -> EntryKind? {
    let slug = Folding.slug(name)
    return EntryKind.allCases.first { kind in
      [Self.name(of: kind), Folding.slug(kind.row.noun.plural), kind.folder, kind.rawValue].contains(slug)
    }
  }

  private static func name(of kind: EntryKind) -> String { Folding.slug(kind.row.noun.singular) }
}
