import HTML
import Presenting
import Site
import Text
import Threads

/// The files by which an issue is sent, beside its page.
struct LetterFiles: Sendable {
  private let planned: PlannedLetter
  let theme: any Theme
  /// The forms for no provider, which stand in the draft and are measured too.
  private let plainHTML: Once<Result<String, any Error>>
  private let plainText: Once<String>
  private let memory: PlanMemory

  /// - Parameter memory: what an earlier plan worked out.
  init(_ planned: PlannedLetter, theme: any Theme, memory: PlanMemory) {
    self.planned = planned
    self.theme = theme
    self.memory = memory
    plainHTML = Once { Result { try Self.html(of: Self.form(of: planned.letter, for: nil), theme: theme) } }
    plainText = Once { TextLetter(Self.form(of: planned.letter, for: nil)).text() }
  }

  /// How heavy the HTML is, in bytes. A template that is wrong is reported when the file is made.
  var size: Int { memory.size(of: letter) { (try? html(for: nil).utf8.count) ?? 0 } }

  var settings: Settings { planned.site.settings }
  var letter: Letter { planned.letter }
  var issue: Issue { planned.issue }

  /// `courriel.html`, `.txt` and `.eml`, and a pair for each provider.
  var files: [PublishedFile] {
    var files = [
      file("courriel.html") { try html(for: nil) },
      file("courriel.txt") { text(for: nil) },
      file("courriel.eml") { try message() },
    ]
    for provider in Settings.Provider.allCases where settings.newsletter.providers.contains(provider) {
      let name = "courriel.\(provider.rawValue)"
      files.append(file(name + ".html") { try html(for: provider) })
      files.append(file(name + ".txt") { text(for: provider) })
    }
    return files
  }

  private func file(_ name: String, text: @escaping @Sendable () throws -> String) -> PublishedFile {
    PublishedFile(issue.path.appending(name), owner: .program("l’infolettre « \(issue.title) »"), text: text)
  }

  func message() throws -> String {
    MailMessage(issue: issue, settings: settings, plainText: text(for: nil), html: try html(for: nil)).text()
  }

  func html(for provider: Settings.Provider?) throws -> String {
    guard let format = provider.map(ProviderFormat.init) else { return try plainHTML().get() }
    let text = try Self.html(of: Self.form(of: letter, for: format), theme: theme)
    return withPlaceholders(format.neutralised(html: text), format)
  }

  func text(for provider: Settings.Provider?) -> String {
    guard let format = provider.map(ProviderFormat.init) else { return plainText() }
    let text = TextLetter(Self.form(of: letter, for: format)).text()
    return withPlaceholders(format.neutralised(text: text), format)
  }

  /// The subject as it may be given to a provider, who fills in the marks of its own there too (listmonk, Brevo and Mailjet by
  /// their engines, Mailchimp by its merge tags).
  func subject(for provider: Settings.Provider?) -> String {
    provider.map { ProviderFormat($0).neutralised(text: issue.subject) } ?? issue.subject
  }

  private static func html(of form: Letter, theme: any Theme) throws -> String {
    let mail = try theme.mail(form).checkedText(for: form.issue.path.appending("courriel.html"))
    return mail.replacingFirst("<head>", with: "<head><meta name=\"robots\" content=\"noindex\">")
  }

  // MARK: Links

  /// The letter with the links of one form of it. A provider's placeholders would not survive rendering, nor the search
  /// for what looks like one: marks stand for them until all is done.
  private static func form(of letter: Letter, for format: ProviderFormat?) -> Letter {
    let settings = letter.site.settings
    var form = letter
    let page = settings.absoluteAddress(of: letter.issue.path)
    if let format {
      form.links = LetterLinks(
        // The site's own page: it follows nobody, and shows what moved since.
        readOnline: page,
        unsubscribe: format.unsubscribe == nil ? nil : mark("quitter", letter))
    } else {
      form.links = LetterLinks(readOnline: page, unsubscribe: settings.unsubscribeByMail)
    }
    return form
  }

  private func withPlaceholders(_ text: String, _ format: ProviderFormat) -> String {
    guard let placeholder = format.unsubscribe else { return text }
    return text.replacingEach(Self.mark("quitter", letter), with: placeholder)
  }

  /// An address that no author can have written: it follows from the identity of site and issue.
  private static func mark(_ name: String, _ letter: Letter) -> String {
    "https://\(name).invalid/"
      + NamedUUID.text(of: "\(name) \(letter.issue.entry.id)", in: letter.site.settings.identifier)
  }
}

extension String {
  fileprivate func replacingFirst(_ part: String, with replacement: String) -> String {
    guard let range = firstRange(of: part) else { return self }
    return self[..<range.lowerBound] + replacement + self[range.upperBound...]
  }
}
