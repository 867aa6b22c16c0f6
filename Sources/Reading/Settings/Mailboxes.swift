import Site
import Text

/// Names with e-mail addresses: `Nom <adresse>`.
enum Mailboxes {
  static func read(_ text: String) -> Result<Settings.Newsletter.Mailbox, EmailAddress.Fault> {
    guard let open = text.lastIndex(of: "<") else {
      return EmailAddress.read(text).map { Settings.Newsletter.Mailbox(name: nil, address: $0) }
    }
    var name = TextCleaner.trimmed(text[..<open])
    if name.count >= 2, name.hasPrefix("\""), name.hasSuffix("\"") { name = String(name.dropFirst().dropLast()) }
    guard text.hasSuffix(">"), !name.contains(where: { "<>\"\r\n".contains($0) }) else { return .failure(.malformed) }
    return EmailAddress.read(String(text[text.index(after: open)...].dropLast())).map {
      Settings.Newsletter.Mailbox(name: name.isEmpty ? nil : name, address: $0)
    }
  }
}
