import HTML
import Site
import Theming

/// The files by which an issue is sent, beside its page.
struct LetterFiles: Sendable {
  let letter: Letter
  let theme: any Theme

  private var settings: Settings { letter.site.settings }
  private var issue: Issue { letter.issue }

  /// `courriel.html`, `.txt` and `.eml`, and a pair for each provider.
  var files: [PublishedFile] {
    let page = issue.path
    var files = [
      PublishedFile(page.appending("courriel.html")) { try html(for: nil) },
      PublishedFile(page.appending("courriel.txt")) { text(for: nil) },
      PublishedFile(page.appending("courriel.eml")) { try message() },
    ]
    for provider in Settings.Provider.allCases where settings.newsletter.providers.contains(provider) {
      let name = "courriel.\(provider.rawValue)"
      files.append(PublishedFile(page.appending(name + ".html")) { try html(for: provider) })
      files.append(PublishedFile(page.appending(name + ".txt")) { text(for: provider) })
    }
    return files
  }

  func message() throws -> String {
    MailMessage(issue: issue, settings: settings, plainText: text(for: nil), html: try html(for: nil)).text()
  }

  func html(for provider: Settings.Provider?) throws -> String {
    let format = provider.map(ProviderFormat.init)
    let path = issue.path.appending("courriel.html")
    let mail = try theme.mail(letter(for: format)).checkedText(for: path)
    let text = mail.replacingFirst("<head>", with: "<head><meta name=\"robots\" content=\"noindex\">")
    guard let format else { return text }
    return withPlaceholders(format.neutralised(html: text), format)
  }

  func text(for provider: Settings.Provider?) -> String {
    let format = provider.map(ProviderFormat.init)
    let text = TextLetter(letter(for: format)).text()
    guard let format else { return text }
    return withPlaceholders(format.neutralised(text: text), format)
  }

  // MARK: Links

  /// The letter with the links of one form of it. A provider's placeholders would not survive rendering, nor the search
  /// for what looks like one: marks stand for them until all is done.
  private func letter(for format: ProviderFormat?) -> Letter {
    var letter = letter
    let page = settings.absoluteAddress(of: issue.path)
    if let format {
      letter.links = LetterLinks(
        readOnline: format.readOnline == nil ? page : mark("lire"),
        unsubscribe: format.unsubscribe == nil ? nil : mark("quitter"))
    } else {
      letter.links = LetterLinks(readOnline: page, unsubscribe: settings.unsubscribeByMail)
    }
    return letter
  }

  private func withPlaceholders(_ text: String, _ format: ProviderFormat) -> String {
    var text = text
    if let placeholder = format.readOnline { text = text.replacingEach(mark("lire"), with: placeholder) }
    if let placeholder = format.unsubscribe { text = text.replacingEach(mark("quitter"), with: placeholder) }
    return text
  }

  /// An address that no author can have written: it follows from the identity of site and issue.
  private func mark(_ name: String) -> String {
    "https://\(name).invalid/" + NamedUUID.text(of: "\(name) \(issue.entry.id)", in: settings.identifier)
  }
}

extension String {
  /// The text with every `part`, which is not empty, replaced.
  func replacingEach(_ part: String, with replacement: String) -> String {
    guard !part.isEmpty else { return self }
    return split(separator: part, omittingEmptySubsequences: false).joined(separator: replacement)
  }

  fileprivate func replacingFirst(_ part: String, with replacement: String) -> String {
    guard let range = firstRange(of: part) else { return self }
    return self[..<range.lowerBound] + replacement + self[range.upperBound...]
  }
}
