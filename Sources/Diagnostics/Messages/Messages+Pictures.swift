/// Photographs and drawings that can't be published, or not without harm.
extension Diagnostic {
  package static func pictureToolMissing(count: Int) -> Diagnostic {
    error(
      "image-tool-missing", nil,
      "Il manque le programme «\u{A0}vipsthumbnail\u{A0}»\u{A0}: \(Wording.count(count, "image")) ne "
        + (count > 1 ? "peuvent pas être préparées, ni donc publiées." : "peut pas être préparée, ni donc publiée."),
      "Sur Debian ou Ubuntu\u{A0}: sudo apt-get install libvips-tools")
  }

  package static func pictureToolFailed(path: String) -> Diagnostic {
    error(
      "image-tool-failed", nil, "Le programme «\u{A0}\(path)\u{A0}», qui prépare les images, ne démarre pas.",
      "Réinstallez-le\u{A0}: sudo apt-get install --reinstall libvips-tools")
  }

  package static func pictureUnreadable(_ place: SourceLocation, file: String) -> Diagnostic {
    error("image-unreadable", place, "L’image \(file) ne peut pas être lue.", "Vérifiez son nom et ses droits d’accès.")
  }

  package static func pictureUnknown(_ place: SourceLocation, file: String) -> Diagnostic {
    error(
      "image-unknown-format", place, "\(file) n’est pas une image que le programme sait lire, quel que soit son nom.",
      "Sont lus\u{A0}: JPEG, PNG, WebP, GIF, AVIF, HEIC et SVG. Ouvrez-la dans un logiciel d’images et exportez-la en JPEG."
    )
  }

  /// `format` as people call it, `extensions` those that suit it, the one to advise first.
  package static func pictureMislabelled(
    _ place: SourceLocation, file: String, format: String, extension ending: String
  ) -> Diagnostic {
    error(
      "image-mislabelled", place, "\(file) est en réalité une image \(format)\u{A0}: son nom est trompeur.",
      "Renommez le fichier pour qu’il se termine par «\u{A0}.\(ending)\u{A0}», ici aussi.")
  }

  package static func pictureTruncated(_ place: SourceLocation, file: String) -> Diagnostic {
    error(
      "image-truncated", place, "L’image \(file) est incomplète\u{A0}: le fichier s’arrête avant la fin.",
      "La copie a sans doute été interrompue\u{A0}: recopiez-la depuis l’appareil.")
  }

  package static func pictureDamaged(_ place: SourceLocation, file: String) -> Diagnostic {
    error(
      "image-damaged", place, "L’image \(file) est abîmée\u{A0}: des octets ont changé à l’intérieur du fichier.",
      "La copie s’est sans doute mal passée\u{A0}: recopiez-la depuis l’appareil.")
  }

  package static func pictureTooManyPixels(_ place: SourceLocation, file: String, width: Int, height: Int) -> Diagnostic
  {
    error(
      "image-too-large", place,
      "L’image \(file) est trop grande\u{A0}: \(width)\u{A0}×\u{A0}\(height) pixels, alors que 100\u{A0}millions en tout suffisent à une affiche.",
      "Réduisez-la dans un logiciel d’images\u{A0}; 2\u{202F}400\u{A0}pixels de large suffisent.")
  }

  package static func pictureTooHeavy(_ place: SourceLocation, file: String, bytes: Int) -> Diagnostic {
    error(
      "image-too-heavy", place, "L’image \(file) pèse \(Wording.megabytes(bytes)), plus que les 100\u{A0}Mo admis.",
      "Exportez-la en JPEG dans un logiciel d’images.")
  }

  package static func pictureAnimated(_ place: SourceLocation, file: String) -> Diagnostic {
    error(
      "image-animated", place, "L’image \(file) est animée\u{A0}: les images qui bougent ne sont pas publiées.",
      "Gardez-en une seule vue, en PNG ou en JPEG.")
  }

  /// `reason` in the words of the library; may be empty.
  package static func pictureUndecodable(_ place: SourceLocation, file: String, reason: String) -> Diagnostic {
    error(
      "image-undecodable", place,
      "L’image \(file) est abîmée\u{A0}: elle ne peut pas être décodée" + (reason.isEmpty ? "." : " (\(reason))."),
      "Ouvrez-la dans un logiciel d’images et exportez-la en JPEG.")
  }

  package static func pictureFormatNotSupported(_ place: SourceLocation, file: String, format: String) -> Diagnostic {
    error(
      "image-format-not-supported", place, "Cette machine ne sait pas lire l’image \(file) (\(format)).",
      "Exportez-la en JPEG\u{A0}: sur iPhone, Réglages → Appareil photo → Formats → «\u{A0}Le plus compatible\u{A0}», ou envoyez-la-vous par courriel, qui la convertit."
    )
  }

  package static func pictureTookTooLong(_ place: SourceLocation, file: String) -> Diagnostic {
    error(
      "image-too-slow", place, "L’image \(file) demande trop de temps\u{A0}: sa préparation a été arrêtée.",
      "Réduisez-la dans un logiciel d’images, ou exportez-la en JPEG.")
  }

  package static func pictureNeedsTooMuchMemory(_ place: SourceLocation, file: String) -> Diagnostic {
    error(
      "image-too-complex", place, "L’image \(file) demande trop de mémoire\u{A0}: sa préparation a été arrêtée.",
      "Réduisez-la dans un logiciel d’images, ou exportez-la en JPEG.")
  }

  package static func pictureCache(path: String, reason: String) -> Diagnostic {
    error(
      "image-cache", nil,
      "Les images préparées ne peuvent pas être gardées dans «\u{A0}\(path)\u{A0}»\(reason.isEmpty ? "" : " (\(reason))").",
      "Vérifiez la place libre et les droits du dossier\u{A0}; .cache peut être supprimé sans risque.")
  }

  /// `file` from the project's root, as the command wants it.
  package static func pictureWithPosition(_ place: SourceLocation, file: String) -> Diagnostic {
    warning(
      "image-position", place,
      "La photo \(file) dit où elle a été prise. Le site ne le dira pas, mais le dépôt gardera ce fichier pour toujours.",
      "Avant de l’enregistrer dans le dépôt\u{A0}: gazette photo \(Wording.shellWord(file))")
  }

  package static func heavyAttachment(_ place: SourceLocation, file: String, size: Int) -> Diagnostic {
    warning(
      "heavy-file", place, "Le fichier \(file) est lourd\u{A0}: \(Wording.megabytes(size)) à télécharger.",
      "Un PDF s’allège en l’exportant «\u{A0}pour l’écran\u{A0}»\u{A0}; au-delà de 5\u{A0}Mo, beaucoup renoncent.")
  }

  /// - Parameter reason: what the system says; may be empty.
  package static func picturesKeptElsewhere(path: String, reason: String) -> Diagnostic {
    note(
      "pictures-kept-elsewhere", nil,
      "Les images préparées ne peuvent pas être gardées dans «\u{A0}\(path)\u{A0}»\(reason.isEmpty ? "" : " (\(reason))")\u{A0}: "
        + "elles le sont dans le dossier temporaire de la machine.",
      "Le site est juste\u{A0}; les refaire prendra du temps.")
  }

  // MARK: Drawings

  package static func drawingRefused(_ place: SourceLocation, file: String, reason: DrawingRefusal) -> Diagnostic {
    error(
      "image-drawing-refused", place, "Le dessin \(file) n’est pas publié\u{A0}: \(reason.words)", reason.hint)
  }
}

/// Why a drawing in SVG is not published.
package enum DrawingRefusal: Sendable, Hashable {
  case malformed, encoding, entities, metadata, tooMuch
  case tooLarge(megabytes: Int)
  /// Each with what is meant: a name, an address.
  case instruction(String), script(String), eventHandler(String), foreign(String), external(String), style(String)

  var words: String {
    switch self {
    case .malformed: return "ce n’est pas un SVG bien formé, les navigateurs ne le montreraient pas."
    case .tooMuch: return "il y a tant à dessiner qu’un navigateur s’y arrêterait."
    case .tooLarge(let megabytes): return "il pèse plus de \(megabytes)\u{A0}Mo, ce que personne n’attendrait."
    case .encoding: return "son texte n’est pas en UTF-8."
    case .entities: return "il définit ou emploie des entités XML."
    case .metadata: return "il contient des métadonnées (XMP, Exif)."
    case .instruction(let name): return "il contient une instruction \(Wording.quoted(name))."
    case .script(let name): return "il contient un programme (\(Wording.quoted(name)))."
    case .eventHandler(let name): return "il contient un programme (l’attribut \(Wording.quoted(name)))."
    case .foreign(let name): return "il contient autre chose qu’un dessin (\(Wording.quoted(name)))."
    case .external(let address): return "il va chercher quelque chose ailleurs (\(Wording.quoted(address)))."
    case .style(let name): return "ses styles contiennent \(Wording.quoted(name))."
    }
  }

  var hint: String {
    switch self {
    case .tooMuch, .tooLarge: return "Simplifiez-le, ou exportez-le en PNG."
    case .encoding: return "Enregistrez-le en UTF-8, ou exportez-le en PNG."
    case .external: return "Intégrez au dessin ce qu’il va chercher, ou exportez-le en PNG."
    case .foreign("a"): return "Enlevez le lien du dessin."
    default: return "Enregistrez-le en «\u{A0}SVG simple\u{A0}» (Inkscape), ou exportez-le en PNG."
    }
  }
}
