import Building
import Foundation

/// Where a site is put online.
package enum Destination: Sendable, Hashable {
  /// A folder of an account on another machine, reached by ssh: `compte@serveur:www`, as rsync and scp write it.
  case shell(account: String, folder: String)
  /// The same by SFTP alone; `folder` begins with `/` where it is not below the account's own.
  case sftp(account: String, port: Int?, folder: String)
  /// A folder of this machine.
  case folder(String)

  /// - Throws: `Fault` where `text` names no folder, or one that holds more than a site ever does: an upload removes nothing
  ///   that it did not bring, but writes over what has the name of a page.
  package init(_ text: String) throws {
    let text = text.trimmingCharacters(in: .whitespaces)
    guard !text.isEmpty, !text.hasPrefix("-"), !text.contains(where: \.isNewline), !text.contains("\0") else {
      throw Self.missing
    }
    if text.hasPrefix("sftp://") {
      self = try Self.sftp(text.dropFirst("sftp://".count), whole: text)
    } else if text.contains("://") {
      throw Fault(
        "« \(text) » n’est pas une destination connue.",
        hint: "Par exemple : compte@serveur.exemple:www, ou sftp://compte@serveur.exemple/www", status: Fault.usage)
    } else if let colon = text.firstIndex(of: ":"), !text[..<colon].contains("/") {
      self = .shell(account: String(text[..<colon]), folder: String(text[text.index(after: colon)...]))
    } else {
      self = .folder(text)
    }
    try requireFolder(text)
  }

  private static func sftp(_ rest: Substring, whole: String) throws -> Destination {
    let parts = rest.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    let folder = parts.count > 1 ? "/" + parts[1] : ""
    let account = parts[0].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let port = account.count > 1 ? Int(account[1]) : nil
    guard account.count == 1 || port.map({ (1...65_535).contains($0) }) == true else {
      throw Fault(
        "« \(whole) » : un port est un nombre, et un mot de passe n’a pas sa place ici.",
        hint: "Servez-vous d’une clé SSH : sftp://compte@serveur.exemple:22/www", status: Fault.usage)
    }
    // As others write it, below the account's own folder.
    return .sftp(
      account: String(account[0]), port: port,
      folder: folder.hasPrefix("/~/") ? String(folder.dropFirst(3)) : folder)
  }

  private func requireFolder(_ text: String) throws {
    let (account, folder): (String?, String) =
      switch self {
      case .shell(let account, let folder), .sftp(let account, _, let folder): (account, folder)
      case .folder(let folder): (nil, folder)
      }
    if let account, account.isEmpty || account.hasPrefix("-") || account.hasSuffix("@") || account.contains(" ") {
      throw Self.missing
    }
    let steps = folder.split(separator: "/").filter { $0 != "." }
    guard !steps.isEmpty, steps != ["~"], !steps.contains("..") else {
      throw Fault(
        "« \(text) » n’est pas un dossier pour un site : c’est tout le compte, ou toute la machine.",
        hint: "Donnez le dossier que montre le serveur, par exemple \(account.map { $0 + ":" } ?? "/srv/")www",
        status: Fault.usage)
    }
  }

  private static let missing = Fault(
    "Il manque la destination : où mettre le site en ligne.",
    hint: "Par exemple : gazette publish compte@serveur.exemple:www, ou la variable DESTINATION.", status: Fault.usage)
}
