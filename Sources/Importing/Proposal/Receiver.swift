import Authoring
import Building
import Diagnostics
import Files
import Foundation
import Markdown
import Reading
import Site
import Text
import Time

/// What is asked when a proposal is received.
package struct ReceiveRequest: Sendable {
  /// A message, or the file of an entry.
  package var bytes: [UInt8]
  /// The name of the file that it was; empty for the standard input.
  package var name: String
  /// The project whose `Content` receives the files.
  package var root: String
  /// Whether an entry without errors is no draft.
  package var isPublished: Bool
  /// The folder of the themes; `nil` for that of the project.
  package var themes: String?
  package var environment: [String: String]

  package init(
    bytes: [UInt8], name: String, root: String, isPublished: Bool = false, themes: String? = nil,
    environment: [String: String] = [:]
  ) {
    self.bytes = bytes
    self.name = name
    self.root = root
    self.isPublished = isPublished
    self.themes = themes
    self.environment = environment
  }
}

/// What became of a message.
package struct ReceiveOutcome: Sendable {
  package struct Entry: Sendable {
    /// From the project's root.
    package var path: String
    /// Whether the very same stood there already: nothing was written.
    package var isKnown = false
    package var isDraft = true
    /// What visitors will read; empty where it can't be read.
    package var shown: [String] = []
  }

  /// Whom the message says it is from, and what about. For the eyes of whoever receives it: it is written nowhere.
  package var sender: String?
  package var subject: String?
  package var entries: [Entry] = []
  package var report = DiagnosticReport([])
}

/// Takes a proposal out of a message: the entry becomes a file of the content, its photographs are rewritten, and all of it is
/// read as a build would.
package struct Receiver: Sendable {
  private let request: ReceiveRequest
  private let watchdog: Watchdog?

  package init(_ request: ReceiveRequest, watchdog: Watchdog? = nil) {
    self.request = request
    self.watchdog = watchdog
  }

  /// - Throws: `Fault` where nothing can be taken out of the message, or the machine does not do its part.
  package func run() async throws -> ReceiveOutcome {
    try LibXML.load()
    try Project.requireContent(in: request.root)
    let (message, finder) = try watchdog.watching(request.name) { try read() }
    var outcome = ReceiveOutcome(sender: message?.sender, subject: message?.subject)
    guard !finder.found.isEmpty else { throw Self.nothing(in: finder) }
    let (site, _, _) = try await Project.site(
      of: request.root, environment: request.environment, watchdog: watchdog)
    try Project.requireTheme(of: site, options)
    let files = try ReceivedFiles(message?.files ?? [], root: request.root, environment: request.environment)
    var remarks: [Diagnostic] = []
    for found in finder.found {
      outcome.entries.append(try write(found, files, &remarks))
    }
    if let entry = outcome.entries.first(where: { !$0.isKnown }) { files.keepRest(at: entry.path) }
    try await check(&outcome, remarks + files.remarks)
    return outcome
  }

  // MARK: Reading

  private func read() throws -> (ReceivedMessage?, ProposalFinder) {
    let isFile = ["md", "markdown"].contains((request.name as NSString).pathExtension.lowercased())
    do throws(MessageProblem) {
      if !isFile {
        let message = ReceivedMessage(try MessagePart(message: request.bytes))
        return (message, ProposalFinder(message))
      }
    } catch {
      guard error == .noMessage else { throw Self.fault(error) }
    }
    guard request.bytes.count <= Self.longestText else { throw Self.fault(.tooLarge) }
    let text = MessageCharset.text(request.bytes, nil)
    return (nil, ProposalFinder(text: text, name: (request.name as NSString).lastPathComponent))
  }

  /// Bytes of an entry, at most: more the reader would not take.
  private static let longestEntry = MarkdownLimit.Kind.textSize.allowed
  /// Bytes of a text that is no message, at most.
  private static let longestText = 2 << 20

  private static func fault(_ problem: MessageProblem) -> Fault {
    let words =
      switch problem {
      case .noMessage: "Ce n’est pas un message."
      case .tooLarge: "Le message dépasse \(MessagePart.largest >> 20)\u{A0}Mo."
      case .headTooLong: "L’en-tête du message n’a pas de fin\u{A0}: ce n’est pas un courriel."
      case .tooDeep, .tooManyParts: "Le message est fait de trop de morceaux emboîtés\u{A0}: il n’est pas lu."
      }
    return Fault(words, hint: "Demandez le texte sans pièce jointe, ou enregistrez-le dans un fichier .md.", status: 1)
  }

  private static func nothing(in finder: ProposalFinder) -> Fault {
    if finder.isCut {
      return Fault(
        "La proposition est coupée\u{A0}: la ligne «\u{A0}\(ProposalMarks.last)\u{A0}» manque.",
        hint: "Demandez à qui l’a envoyée de la renvoyer entière.", status: 1)
    }
    return Fault(
      "Le message ne contient pas de proposition.",
      hint:
        "On cherche ce qui est entre «\u{A0}\(ProposalMarks.first("…"))\u{A0}» et «\u{A0}\(ProposalMarks.last)\u{A0}», un fichier .md joint, ou un texte qui commence par «\u{A0}---\u{A0}» et un titre.",
      status: 1)
  }

  // MARK: Writing

  private func write(
    _ found: ProposalFinder.Found, _ files: ReceivedFiles, _ remarks: inout [Diagnostic]
  ) throws -> ReceiveOutcome.Entry {
    let wanted = try place(of: found)
    let text = MailedEntry(found, kind: wanted.kind).text
    guard text.utf8.count <= Self.longestEntry else {
      throw Fault(
        "La proposition dépasse \(Self.longestEntry >> 10)\u{A0}ko\u{A0}: c’est trop pour une page.",
        hint: "Demandez-la en plusieurs textes.", status: 1)
    }
    var taken = EntryNames.taken(in: request.root)
    var key = wanted
    var number = 1
    while taken.contains(key) || !EntryNames.isFree(key) {
      if let path = try isWritten(text, as: key) { return ReceiveOutcome.Entry(path: path, isKnown: true) }
      number += 1
      key = EntryKey(kind: wanted.kind, slug: "\(wanted.slug)-\(number)")
    }
    while true {
      let path = key.file
      let placed = DraftLine.added(to: files.placed(in: text, at: path, root: request.root))
      if try NewFileWriter(root: request.root).create(path, Array(placed.utf8), isDurable: true) {
        let place = SourceLocation(file: path)
        if !found.isMarked, !found.isFile { remarks.append(.receivedWithoutMarks(place)) }
        if !found.path.isEmpty, Self.key(at: found.path) != key,
          !found.isFile || number > 1
        {
          remarks.append(.receivedElsewhere(place, wanted: found.path))
        }
        return ReceiveOutcome.Entry(path: path)
      }
      // Somebody made one of that name meanwhile.
      taken.insert(key)
      number += 1
      key = EntryKey(kind: wanted.kind, slug: "\(wanted.slug)-\(number)")
    }
  }

  /// Where an entry goes: as it says, else by what stands in it.
  private func place(of found: ProposalFinder.Found) throws -> EntryKey {
    if let key = Self.key(at: found.path), key.kind != .issue, key.slug.utf8.count <= Self.longestName { return key }
    let steps = Self.steps(of: found.path)
    let kind = (steps.count > 1 ? EntryKind(folderName: steps[0]) : nil) ?? Self.kind(of: found.lines)
    guard let kind, kind != .issue else {
      throw Fault(
        "On ne sait pas si ce texte est une nouvelle ou un événement.",
        hint: "Une nouvelle a une ligne «\u{A0}date:\u{A0}», un événement une ligne «\u{A0}debut:\u{A0}».", status: 1)
    }
    let slug = Folding.slug(Self.stem(steps.last ?? ""))
    if !slug.isEmpty { return EntryKey(kind: kind, slug: String(slug.prefix(Self.longestName))) }
    let title = found.lines.lazy.compactMap { line -> String? in
      guard MailedLine.key(of: line, kind)?.key == .title, let colon = line.firstIndex(of: ":") else { return nil }
      return line[line.index(after: colon)...].trimmingBlanks
    }.first
    do {
      return try FileName.key(for: EntryRequest(kind: kind, title: title ?? ""), taken: [])
    } catch {
      throw Fault("Ce texte n’a pas de titre dont on puisse faire un nom de fichier.", status: 1)
    }
  }

  /// Bytes of a name, at most.
  private static let longestName = 100

  /// The entry that a path means which somebody gave, from `Content/`, however its end is written; `nil` where it means none.
  private static func key(at path: String) -> EntryKey? {
    let steps = steps(of: path)
    guard steps.count > 1, let name = steps.last else { return nil }
    let file = steps.dropLast().joined(separator: "/") + "/" + stem(name) + ContentFiles.ending
    return EntryNames.key(ofFile: ContentFiles.folder + "/" + file)
  }

  private static func steps(of path: String) -> [String] { path.split { $0 == "/" || $0 == "\\" }.map(String.init) }

  /// A name without what says of which sort the file is: `.md`, `.txt`.
  private static func stem(_ name: String) -> String {
    guard let dot = name.lastIndex(of: "."), name[dot...].count <= 9, name[dot...].dropFirst().allSatisfy(\.isLetter)
    else { return name }
    return String(name[..<dot])
  }

  private static func kind(of lines: [String]) -> EntryKind? {
    let keys = lines.prefix(200).map(MailedLine.plain)
    let own: Set<FieldKey> = [.start, .repetition, .rhythm, .sessions]
    if keys.contains(where: { MailedLine.key(of: $0, .event).map { own.contains($0.key) } ?? false }) { return .event }
    return keys.contains { MailedLine.key(of: $0, .news)?.key == .date } ? .news : nil
  }

  /// The file of `key`, where it says the same, whether a draft or not.
  private func isWritten(_ text: String, as key: EntryKey) throws -> String? {
    let path = key.file
    guard let bytes = try? ConfinedFolder(request.root).read(path, limit: Self.longestText) else { return nil }
    let there = String(decoding: bytes, as: UTF8.self)
    return DraftLine.removed(from: there) == DraftLine.removed(from: text) ? path : nil
  }

  // MARK: Checking

  private var options: BuildOptions {
    var options = BuildOptions(root: request.root)
    (options.themes, options.environment, options.includesDrafts) = (request.themes, request.environment, true)
    return options
  }

  private func check(_ outcome: inout ReceiveOutcome, _ remarks: [Diagnostic]) async throws {
    var project = try await readProject()
    let paths = Set(outcome.entries.map(\.path))
    func isReceived(_ diagnostic: Diagnostic) -> Bool { diagnostic.place.map { paths.contains($0.file) } ?? false }
    let new = outcome.entries.indices.filter { !outcome.entries[$0].isKnown }
    var drafts: [Diagnostic] = []
    if request.isPublished {
      let found = remarks + project.report.diagnostics
      for index in new {
        let path = outcome.entries[index].path
        if found.contains(where: { $0.severity == .error && $0.place?.file == path }) {
          drafts.append(.receivedStaysDraft(SourceLocation(file: path)))
        } else {
          try publish(path)
          outcome.entries[index].isDraft = false
        }
      }
      // Without the line that made it a draft, all of it stands elsewhere.
      if drafts.count < new.count { project = try await readProject() }
    }
    if let site = project.site {
      for index in new {
        outcome.entries[index].shown = ReceivedSummary(site).lines(ofFile: outcome.entries[index].path)
      }
    }
    outcome.report = project.report.with(remarks + project.report.diagnostics.filter(isReceived) + drafts)
  }

  private func readProject() async throws -> Project {
    try await Project.read(options, makesPictures: false, watchdog: watchdog)
  }

  /// Takes the line away by which this run had made a draft of the file.
  private func publish(_ path: String) throws {
    do {
      let bytes = try ConfinedFolder(request.root).read(path, limit: Self.longestText)
      let text = DraftLine.removed(from: String(decoding: bytes, as: UTF8.self))
      try Data(text.utf8).write(to: URL(fileURLWithPath: request.root + "/" + path), options: .atomic)
    } catch {
      throw Fault("Impossible d’écrire « \(path) ».", hint: "Vérifiez ses droits.", status: Fault.inputOutput)
    }
  }
}
