import Building
import Time

extension UploadPlan.Stage {
  /// What is sent in it.
  var words: String {
    switch self {
    case .assets: "Style, images et fichiers"
    case .pages: "Pages"
    case .feeds: "Flux, agendas et réglages"
    }
  }
}

extension UploadPlan {
  /// Files of a stage that are named.
  private static let mostNames = 20

  /// What would be done, in French.
  package var preview: String {
    if isDone { return "Tout est déjà en ligne." }
    var lines: [String] = []
    for stage in Stage.allCases {
      if let paths = stages[stage] { lines += Self.lines("\(stage.words), à envoyer", paths) }
    }
    lines += Self.lines("À supprimer, parce que le site ne l’a plus", blocking + removed)
    if !kept.isEmpty {
      lines.append(
        "Encore gardé pour les pages ouvertes chez quelqu’un : \(French.count(kept.count, "fichier"))"
          + " (au plus \(French.count(kept.values.max() ?? 0, "jour")))")
    }
    return lines.joined(separator: "\n")
  }

  /// What was done, in French.
  package var summary: String {
    let sent = stages.values.reduce(0) { $0 + $1.count }
    let gone = blocking.count + removed.count
    if isDone { return "Tout était déjà en ligne." }
    return "En ligne : " + French.count(sent, "fichier envoyé", plural: "fichiers envoyés") + ", "
      + French.count(gone, "supprimé", plural: "supprimés") + "."
  }

  private static func lines(_ heading: String, _ paths: [String]) -> [String] {
    guard !paths.isEmpty else { return [] }
    let rest = paths.count - mostNames
    return ["\(heading) : \(paths.count)"] + paths.prefix(mostNames).map { "  " + $0 }
      + (rest > 0 ? ["  … et \(French.count(rest, "autre"))"] : [])
  }
}

extension Fault {
  init(_ fault: TransportFault, to destination: Destination) {
    switch fault {
    case .noProgram(let name):
      self.init(
        "Il manque \(name) sur cette machine.", hint: "Installez-le : sudo apt-get install \(name)",
        status: Fault.inputOutput)
    case .noAnswerer:
      self.init(
        "Il n’y a pas de rsync chez l’hébergeur.",
        hint: "Passez par SFTP : sftp://compte@serveur/dossier.", status: Fault.inputOutput
      )
    case .failed(let words):
      let reason = Self.reasons.first { reason in reason.signs.contains { words.contains($0) } }
      let last = words.split(separator: "\n").last { !$0.allSatisfy(\.isWhitespace) }.map(String.init) ?? ""
      self.init(
        reason?.message ?? "L’envoi n’a pas abouti : \(last)",
        hint: (reason?.hint).map { $0 + " " + Self.again } ?? Self.again, status: Fault.inputOutput)
    }
  }

  private static let again =
    "Chaque page en ligne a ce qu’il lui faut ; relancer la commande finit ce qui est commencé."

  /// What the programs say, and what it means to who publishes; the first that fits.
  private static let reasons: [(signs: [String], message: String, hint: String)] = [
    (
      ["Host key verification failed", "Host key is not"], "Le serveur n’est pas encore connu de cette machine.",
      "Connectez-vous une fois à la main (ssh compte@serveur) et vérifiez son empreinte."
    ),
    (
      ["Permission denied (publickey", "Too many authentication failures"],
      "Le serveur refuse la connexion de ce compte.", "Vérifiez le compte et la clé SSH (ssh-copy-id compte@serveur)."
    ),
    (
      ["Could not resolve hostname", "Name or service not known", "Host name resolve failure"],
      "Ce serveur n’existe pas, ou cette machine n’a pas de réseau.", "Vérifiez le nom du serveur."
    ),
    (["No space left", "Disk quota exceeded"], "L’hébergeur n’a plus de place.", "Faites-en chez lui."),
    (
      [
        "Connection refused", "timed out", "Connection closed", "Connection reset", "connection unexpectedly closed",
        "Broken pipe", "Network is unreachable",
      ],
      "La connexion a été coupée, ou n’a pas pu être établie.", "Vérifiez le réseau."
    ),
    (
      ["Permission denied", "Access failed"], "L’hébergeur ne permet pas d’écrire dans ce dossier.",
      "Vérifiez le dossier de la destination et ses droits."
    ),
    (
      ["No such file or directory"], "Le dossier de la destination n’existe pas chez l’hébergeur.",
      "Créez-le, ou corrigez la destination."
    ),
  ]
}
