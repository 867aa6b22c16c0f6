import HTML
import Site
import Time

extension ProposalForm {
  /// The form, hidden until its script shows it, and `instead`, which the script hides. What it looks like is the theme's: it
  /// has the class `proposal`, its questions `field`, groups of them are `fieldset`s.
  package func html(instead: HTML) -> HTML {
    """
    <form class="proposal" data-folder="\(kind.folder)" data-reserved="\(reserved.joined(separator: " "))" data-first="\(ProposalMarks.first("…"))" data-last="\(ProposalMarks.last)"\
    \(attribute: "data-mail", email)\(attribute: "data-new", forge?.address)\(attribute: "data-new-name", forge?.nameParameter)\
    \(attribute: "data-new-value", forge?.textParameter)\(attribute: "data-limit", forge.map { String($0.longestLink) })\
     data-missing="à remplir" data-wrong-date="cette date n’existe pas" data-wrong-address="une adresse comme https://exemple.org"\
     data-wrong-contact="une adresse, un courriel ou un numéro de téléphone" data-wrong-number="un nombre entier" data-wrong-name="un nom, et non un nombre"\
     data-order="c’est avant le début" data-other-date="il n’a pas lieu ce jour-là" data-restored="Votre brouillon est là\u{A0}: il n’est gardé que sur cet appareil."\
     data-cleared="Tout est effacé." data-confirm="Effacer tout ce que vous avez écrit ici\u{202F}?"\
     data-opened="Le service s’ouvre dans un autre onglet, le fichier est rempli\u{A0}: il reste à l’enregistrer."\
     data-opened-mail="Votre messagerie s’ouvre\u{A0}: il reste à envoyer le message."\
     data-paste-there="Le texte est copié\u{A0}: collez-le dans la page qui s’ouvre."\
     data-paste-mail="Le texte est long\u{A0}: il est copié. Collez-le dans le message qui s’ouvre."\
     data-paste-here="(Collez ici le texte\u{A0}: il est déjà copié.)" data-selected="Copiez le texte ci-dessous."\
     data-copied="Le texte est copié\u{A0}: collez-le dans un message." data-saved="Enregistré\u{A0}: …"\
     data-attach="Merci de joindre la photo «\u{A0}…\u{A0}» à ce message." data-subject="Proposition\u{A0}: "\
     data-unreadable="Ce navigateur ne sait pas lire cette image." data-bold="en gras" data-link="mots du lien"\
     novalidate hidden>
    <div class="errors" data-errors role="group" aria-labelledby="p-erreurs" tabindex="-1" hidden>
    <h2 id="p-erreurs">Il manque encore quelque chose</h2>
    <ul></ul>
    </div>
    \(questions.filter { $0.field.isUsual && $0.field.key == "titre" }.map(question))
    \(when)
    \(questions.filter { $0.field.isUsual && !Self.composed.contains($0.field.key) }.map(question))
    \(text)
    <details class="more">
    <summary>Plus de détails</summary>
    \(questions.filter { !$0.field.isUsual && !Self.composed.contains($0.field.key) }.map(question))
    \(photograph)
    </details>
    \(actions)
    <p class="state" role="status"></p>
    <div data-copy hidden><label for="p-copie">Le fichier, à copier</label><textarea id="p-copie" rows="8" readonly></textarea></div>
    </form>
    <div data-instead>
    \(instead)
    </div>
    """
  }

  /// The keys that have questions of their own.
  private static let composed: Set<String> = ["titre", "date", "debut", "fin", "rythme", "image", "image_alt"]

  /// The keys that can't be said of all dates of a rule.
  private static let ofSingleDates: Set<String> = ["inscription_jusqu_au"]

  // MARK: Questions

  private func question(_ question: Question) -> HTML {
    let field = question.field
    let id = "p-" + field.key
    let help = Self.help(of: field)
    let about = help == nil ? nil : id + "-aide"
    let hint: HTML? = help.map { "<span class=\"hint\" id=\"\(id)-aide\">\($0)</span>" }
    switch field.control {
    case .line where field.key == "titre": return plain(field, type: "line", about, hint, isNamed: false)
    case .line: return plain(field, type: "line", about, hint)
    case .address: return plain(field, type: "address", about, hint, input: "url", mode: "url")
    case .contact: return plain(field, type: "contact", about, hint)
    case .words:
      return plain(
        field, type: "words", about, "<span class=\"hint\" id=\"\(id)-aide\">Séparées par des virgules.</span>")
    case .number(let range):
      return """
        <p class="field" data-key="\(field.key)" data-type="number"><label for="\(id)">\(label(field))</label>\(hint)
        <input id="\(id)" name="\(field.key)" type="number" inputmode="numeric" min="\(range.lowerBound)" max="\(range.upperBound)"\(attribute: "data-help", about)\(attribute: "aria-describedby", about)></p>
        """
    case .box:
      return """
        <p class="field box" data-key="\(field.key)" data-type="box"><input id="\(id)" name="\(field.key)" type="checkbox" value="oui"\(attribute: "data-help", about)\(attribute: "aria-describedby", about)> <label for="\(id)">\(label(field))</label>\(hint)</p>
        """
    case .choice(let names):
      let options: [HTML] = names.map { "<option>\($0)</option>" }
      return """
        <p class="field" data-key="\(field.key)" data-type="choice"><label for="\(id)">\(label(field))</label>\(hint)
        <select id="\(id)" name="\(field.key)"\(attribute: "data-help", about)\(attribute: "aria-describedby", about)><option value="">—</option>\(options)</select></p>
        """
    case .date(let hasHour, _):
      let hour: HTML? =
        hasHour
        ? "<input id=\"\(id)-heure\" name=\"\(field.key)-heure\" type=\"time\" aria-label=\"\(field.label), heure\">"
        : nil
      return """
        <p class="field moment" data-key="\(field.key)" data-type="moment"\(attribute: "data-modes", Self.ofSingleDates.contains(field.key) ? "once days unknown" : nil)><label for="\(id)">\(label(field))</label>\(hint)
        <input id="\(id)" name="\(field.key)" type="date" max="9999-12-31"\(attribute: "data-help", about)\(attribute: "aria-describedby", about)> \(hour)</p>
        """
    case .entry(_, let isMany, let isFree):
      return isMany ? many(question, hint, isFree: isFree) : single(question, about, hint, isFree: isFree)
    case .photograph: return .empty
    }
  }

  private func plain(
    _ field: FormField, type: String, _ about: String?, _ hint: HTML?, input: String = "text", mode: String? = nil,
    isNamed: Bool = true
  ) -> HTML {
    let id = "p-" + field.key
    return """
      <p class="field"\(attribute: "data-key", isNamed ? field.key : nil)\(attribute: "data-type", isNamed ? type : nil)><label for="\(id)">\(label(field))</label>\(hint)
      <input id="\(id)" name="\(field.key)" type="\(input)" maxlength="\(FieldLimit.text)"\(attribute: "inputmode", mode)\(attribute: "data-help", about ?? (hint == nil ? nil : id + "-aide"))\(attribute: "aria-describedby", about ?? (hint == nil ? nil : id + "-aide"))\(attribute: "required", if: field.isRequired)></p>

      """
  }

  /// One entry: chosen from a menu, or written with those that are known proposed.
  private func single(_ question: Question, _ about: String?, _ hint: HTML?, isFree: Bool) -> HTML {
    let field = question.field
    let id = "p-" + field.key
    guard isFree else {
      guard !question.options.isEmpty else { return .empty }
      let options: [HTML] = question.options.map { "<option value=\"\($0.slug)\">\($0.name)</option>" }
      return """
        <p class="field" data-key="\(field.key)" data-type="choice"><label for="\(id)">\(label(field))</label>\(hint)
        <select id="\(id)" name="\(field.key)"\(attribute: "data-help", about)\(attribute: "aria-describedby", about)><option value="">—</option>\(options)</select></p>
        """
    }
    let options: [HTML] = question.options.map {
      "<option value=\"\($0.name)\" data-name=\"\($0.name)\" data-slug=\"\($0.slug)\"></option>"
    }
    return """
      <p class="field" data-key="\(field.key)" data-type="entry"><label for="\(id)">\(label(field))</label>\(hint)
      <input id="\(id)" name="\(field.key)" type="text" maxlength="\(FieldLimit.text)" list="\(id)-liste" autocomplete="off"\(attribute: "data-help", about)\(attribute: "aria-describedby", about)>
      <datalist id="\(id)-liste">\(options)</datalist></p>
      """
  }

  private func many(_ question: Question, _ hint: HTML?, isFree: Bool) -> HTML {
    let field = question.field
    let id = "p-" + field.key
    guard isFree || !question.options.isEmpty else { return .empty }
    let boxes: [HTML] = question.options.enumerated().map { index, option in
      """
      <p class="box"><input id="\(id)-\(index + 1)" name="\(field.key)" type="checkbox" value="\(option.slug)"> <label for="\(id)-\(index + 1)">\(option.name)</label></p>

      """
    }
    let others: HTML? =
      isFree
      ? """
      <p><label for="\(id)-autres">\(question.options.isEmpty ? "Qui" : "Autres")</label> <span class="hint" id="\(id)-aide">Séparés par des virgules.</span>
      <input id="\(id)-autres" name="\(field.key)-autres" type="text" data-help="\(id)-aide" aria-describedby="\(id)-aide"></p>
      """ : nil
    // A list may hold nothing that can be ticked.
    let anchor: HTML? = question.options.isEmpty ? "<input type=\"hidden\" name=\"\(field.key)\">" : nil
    return """
      <fieldset class="field" data-key="\(field.key)" data-type="entries"><legend>\(field.label)</legend>\(hint)
      \(boxes)\(anchor)\(others)</fieldset>
      """
  }

  private func label(_ field: FormField) -> HTML {
    field.isRequired ? "\(field.label) <span class=\"must\">obligatoire</span>" : "\(field.label)"
  }

  /// The words of the table, but for those that speak of files or of how a value is written.
  private static func help(of field: FormField) -> String? {
    switch field.control {
    case .entry, .words: return nil
    case .box:
      return field.help.replacing("«\u{A0}oui\u{A0}»\u{A0}: ", with: "").replacing("« oui » : ", with: "")
        .firstUppercased
    default: return field.help
    }
  }

  // MARK: Text

  private var text: HTML {
    let buttons: [HTML] = [("bold", "Gras"), ("link", "Lien"), ("list", "Liste"), ("heading", "Titre")].map {
      name, words in
      "<button type=\"button\" data-mark=\"\(name)\">\(words)</button>\n"
    }
    let isNeeded = kind.row.needsText
    let must: HTML? = isNeeded ? " <span class=\"must\">obligatoire</span>" : nil
    return """
      <div class="field"><label for="p-texte">Le texte\(must)</label> <span class="hint" id="p-texte-aide">Comme un courriel\u{A0}: une ligne vide sépare deux paragraphes.</span>
      <div class="marks" role="group" aria-label="Mise en forme">\(buttons)</div>
      <textarea id="p-texte" name="body" rows="10" data-help="p-texte-aide" aria-describedby="p-texte-aide"\(attribute: "required", if: isNeeded)></textarea></div>
      """
  }

  private var photograph: HTML? {
    guard questions.contains(where: { $0.field.control == .photograph }) else { return nil }
    return """
      <fieldset class="field"><legend>Une photo</legend>
      <p><label for="p-photo">Choisir une photo</label> <span class="hint" id="p-photo-aide">Elle est réduite ici, sans le lieu ni l’appareil. Rien n’est envoyé.</span>
      <input id="p-photo" name="picture" type="file" accept="image/*" aria-describedby="p-photo-aide"></p>
      <div data-picture hidden><div class="preview" data-preview></div>
      <p><label for="p-photo-alt">Ce que montre la photo <span class="must">obligatoire</span></label> <input id="p-photo-alt" name="picture-alt" type="text"></p>
      <p>Les personnes que l’on reconnaît sont d’accord\u{A0}; pour un enfant, ses parents.</p>
      <p><button type="button" class="button button-plain" data-action="picture">Enregistrer la photo</button></p></div>
      </fieldset>
      """
  }

  private var actions: HTML {
    let mail: HTML? =
      email == nil
      ? nil : "<button type=\"button\" class=\"button\" data-action=\"mail\">Envoyer par courriel</button>\n"
    let open: HTML? =
      forge == nil
      ? nil : "<button type=\"button\" class=\"button\" data-action=\"forge\">Ouvrir dans la forge</button>\n"
    let account: HTML? =
      forge == nil
      ? nil : " «\u{A0}Ouvrir dans la forge\u{A0}» demande un compte sur le service qui garde les textes du site."
    return """
      <div class="field"><h2>Proposer</h2>
      <p>Rien n’est envoyé tant que vous n’envoyez rien. L’équipe relit, puis publie.\(account)</p>
      <p class="actions">\(mail)\(open)<button type="button" class="button button-plain" data-action="share" hidden>Partager</button>
      <button type="button" class="button button-plain" data-action="save">Enregistrer le fichier</button>
      <button type="button" class="button button-plain" data-action="copy">Copier</button></p>
      <p><button type="button" class="quiet" data-clear>Tout effacer</button></p></div>
      """
  }
}

extension PhotographPage {
  /// The form of the page, hidden until the script shows it, and `instead`, which the script hides.
  package func html(instead: HTML) -> HTML {
    """
    <form class="proposal" data-ready="Photos prêtes\u{A0}: …" data-unreadable="Ce navigateur ne sait pas lire cette image." novalidate hidden>
    <p class="field"><label for="p-photos">Choisir une ou plusieurs photos</label> <span class="hint" id="p-photos-aide">Tout se passe sur cet appareil\u{A0}: rien n’est envoyé.</span>
    <input id="p-photos" type="file" accept="image/*" multiple aria-describedby="p-photos-aide"></p>
    <p class="state" role="status"></p>
    <div data-photographs></div>
    <div data-model hidden><div class="field"><div class="preview" data-preview></div><p data-size></p>
    <p><label>Nom du fichier</label> <input type="text"></p>
    <p class="actions"><button type="button" class="button" data-save>Enregistrer</button> <button type="button" class="button button-plain" data-share hidden>Partager</button></p></div></div>
    </form>
    <div data-instead>
    \(instead)
    </div>
    """
  }
}
