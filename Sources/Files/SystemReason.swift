import Foundation

/// Why the system refused something, in French, for the end of a sentence.
package enum SystemReason {
  /// - Parameter code: what the system gave as the reason (`errno`).
  package static func words(_ code: Int32 = errno) -> String {
    switch code {
    case ENOSPC, EDQUOT: return "plus de place sur le disque"
    case EFBIG: return "un fichier serait plus grand que permis"
    case EACCES, EPERM: return "le droit manque"
    case EROFS: return "le disque est en lecture seule"
    case EEXIST, ENOTDIR, EISDIR: return "autre chose porte déjà ce nom"
    case ENOENT: return "le dossier n’existe pas"
    default: return "erreur \(code) du système"
    }
  }
}
