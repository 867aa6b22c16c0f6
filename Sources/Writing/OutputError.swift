import Foundation

/// Why the site could not be written: a message in French for whoever ran the build, and what can be done.
package struct OutputError: Error, Sendable, Hashable {
  package var message: String
  package var hint: String?

  init(_ message: String, hint: String? = nil) {
    self.message = message
    self.hint = hint
  }

  /// Something else stands where a folder of the site must be.
  static func notAFolder(_ path: String) -> OutputError {
    OutputError(
      "« \(path) » devrait être un dossier et n’en est pas un.", hint: "Supprimez-le, puis relancez la commande.")
  }

  /// A call of the system that failed on `path`. `action`: what it was to do, as a verb.
  static func system(_ action: String, _ path: String, code: Int32 = errno) -> OutputError {
    let toAct = (action.first.map("aeéiou".contains) == true ? "d’" : "de ") + action
    switch code {
    case ENOSPC, EDQUOT:
      return OutputError(
        "Plus de place sur le disque pour écrire « \(path) ».",
        hint: "Libérez de la place, puis relancez la commande : le site déjà publié n’a pas été abîmé.")
    case EACCES, EPERM, EROFS:
      return OutputError(
        "Le droit manque : impossible \(toAct) « \(path) ».",
        hint: "Changez les droits de ce dossier, ou choisissez-en un autre avec --output.")
    case EFBIG:
      return OutputError(
        "« \(path) » serait plus grand que ce que le système permet à un fichier.",
        hint: "Levez la limite (ulimit -f), puis relancez la commande : le site déjà publié n’a pas été abîmé.")
    case EEXIST, ENOTDIR, EISDIR, ELOOP:
      return OutputError(
        "Impossible \(toAct) « \(path) » : autre chose porte ce nom, ou celui d’un dossier qui y mène.",
        hint: "Déplacez-le, ou choisissez un autre dossier avec --output.")
    case EMFILE, ENFILE, ENOMEM:
      return OutputError(
        "Impossible \(toAct) « \(path) » : le système n’a plus de ressources.",
        hint: "Fermez d’autres programmes, puis relancez la commande.")
    case ENAMETOOLONG:
      return OutputError(
        "Le nom « \(path) » est trop long pour ce disque.", hint: "Raccourcissez le nom du fichier d’où il vient.")
    default:
      return OutputError(
        "Impossible \(toAct) « \(path) » (erreur \(code) du système).",
        hint: "Vérifiez le disque, puis relancez la commande.")
    }
  }
}
