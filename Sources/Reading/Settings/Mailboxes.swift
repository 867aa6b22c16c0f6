import Site

/// Names with e-mail addresses: `Nom <adresse>`.
enum Mailboxes {
  static func read(_ text: String) -> Settings.Newsletter.Mailbox? {
    guard let open = text.lastIndex(of: "<") else {
      return EmailAddress.isValid(text) ? Settings.Newsletter.Mailbox(name: nil, address: text) : nil
    }
    guard text.hasSuffix(">") else { return nil }
    let address = String(text[text.index(after: open)...].dropLast())
    var name = TextCleaner.trimmed(text[..<open])
    if name.count >= 2, name.hasPrefix("\""), name.hasSuffix("\"") { name = String(name.dropFirst().dropLast()) }
    guard EmailAddress.isValid(address), !name.contains(where: { "<>\"\r\n".contains($0) }) else { return nil }
    return Settings.Newsletter.Mailbox(name: name.isEmpty ? nil : name, address: address)
  }
}
