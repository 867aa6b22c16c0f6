import HTML
import Markup
import Presenting
import Site

extension Champigny {
  package func proposal(_ page: ProposalPage, _ context: PageContext) -> HTML {
    layout(
      context,
      """
      <div class="wide">
      <h1>\(context.title)</h1>
      \(introduction(page.introduction, context))
      \(page.form.html(instead: explanation(page)))
      </div>
      """)
  }

  package func photograph(_ page: PhotographPage, _ context: PageContext) -> HTML {
    let mail: HTML? = page.email.map { "ou envoyez-la à \(mailLink($0))" }
    let upload: HTML? = page.upload.map { "<a href=\"\($0)\">déposez-la dans le dossier des images</a>" }
    let ways = [upload, mail].compactMap { $0 }.joined(separator: ", ")
    let sending: HTML? = ways.isEmpty ? nil : "<p>Une fois la photo enregistrée\u{A0}: \(ways).</p>"
    return layout(
      context,
      """
      <div class="wide">
      <h1>\(context.title)</h1>
      \(introduction(page.introduction, context))
      <p>Une photo prise avec un téléphone dit où et quand elle a été prise. Ici, elle est mise à l’endroit, réduite, et tout cela en est ôté.</p>
      \(page.html(instead: Self.withoutScript))
      \(sending)
      </div>
      """)
  }

  private static let withoutScript: HTML = """
    <p>Votre navigateur n’exécute pas le script de cette page. L’équipe a le même outil\u{A0}: envoyez-lui la photo, et demandez qu’elle passe par <code>gazette photo</code>.</p>
    """

  /// What stands there without the script.
  private func explanation(_ page: ProposalPage) -> HTML {
    guard let host = page.host, let editor = page.editor else { return mailSteps(page) }
    return """
      <p>Tout ce que dit ce site est dans un dossier ouvert à tous. Vous écrivez, l’équipe relit, puis c’est publié.
      Il faut un compte, gratuit, sur le service qui garde ce dossier.</p>
      \(membership(host))
      \(page.filledEditor.map { filledSteps($0, host, page) } ?? copySteps(editor, host, page))
      \(page.email == nil ? nil : "<h2>Par courriel, sans compte</h2>\n\(mailSteps(page))" as HTML?)
      """
  }

  /// Without a forge: the file by mail.
  private func mailSteps(_ page: ProposalPage) -> HTML {
    let sending: HTML =
      page.email.map { "Envoyez le tout à \(mailLink($0))." } ?? "Envoyez le tout à l’équipe."
    return """
      <ol class="steps">
      <li>Copiez ce modèle dans un message\u{A0}:
      <pre tabindex="0"><code>\(ProposalMarks.first(page.template.kind.folder + "/" + page.template.fileName))
      \(page.template.text)\(ProposalMarks.last)</code></pre></li>
      \(filling)
      <li>\(sending) Joignez les photos.</li>
      </ol>
      """
  }

  private func filledSteps(_ address: String, _ host: ForgeHost, _ page: ProposalPage) -> HTML {
    """
    <ol class="steps">
    <li>Ouvrez le fichier à remplir, par le bouton ci-dessous\u{A0}; le service vous demande peut-être de vous connecter.</li>
    <li>Changez son nom, <code>\(page.template.fileName)</code>, en gardant <code>.md</code> à la fin.</li>
    \(filling)
    <li>\(sending(host))</li>
    </ol>
    <p class="actions"><a class="button" href="\(address)">Ouvrir le fichier à remplir</a></p>
    <details class="template">
    <summary>Le modèle, pour l’écrire ailleurs</summary>
    <pre tabindex="0"><code>\(page.template.text)</code></pre>
    </details>
    """
  }

  private func copySteps(_ editor: String, _ host: ForgeHost, _ page: ProposalPage) -> HTML {
    """
    <ol class="steps">
    <li>Copiez ce modèle\u{A0}:
    <pre tabindex="0"><code>\(page.template.text)</code></pre></li>
    <li><a href="\(editor)">Ouvrez un nouveau fichier</a> dans le dossier <code>\(page.template.folder)</code> et collez-y le modèle.</li>
    <li>Changez son nom, <code>\(page.template.fileName)</code>, en gardant <code>.md</code> à la fin.</li>
    \(filling)
    <li>\(sending(host))</li>
    </ol>
    """
  }

  private var filling: HTML {
    """
    <li>Complétez chaque ligne après les deux-points\u{A0}; effacez celles qui ne servent pas. Gardez les deux lignes <code>---</code>.</li>
    """
  }

  /// The last step, in the words of the service where they are English.
  private func sending(_ host: ForgeHost) -> HTML {
    switch host {
    case .github:
      return """
        Validez par <strong lang="en">Commit changes…</strong>, puis <strong lang="en">Propose changes</strong> et <strong lang="en">Create pull request</strong>\u{A0}: un contrôle vous dit s’il reste quelque chose à corriger.
        """
    case .gitlab:
      return
        "Validez, puis ouvrez une demande de fusion\u{A0}: un contrôle vous dit s’il reste quelque chose à corriger."
    case .forgejo:
      return """
        Validez en créant une nouvelle branche, puis ouvrez une demande d’ajout\u{A0}: un contrôle vous dit s’il reste quelque chose à corriger.
        """
    }
  }

  /// Forgejo opens its editor only to those who may write; GitHub and GitLab make a copy for the others by themselves.
  private func membership(_ host: ForgeHost) -> HTML? {
    guard host == .forgejo else { return nil }
    return """
      <p>Si le service répond que la page n’existe pas, votre compte n’a pas encore le droit d’écrire dans ce dossier\u{A0}:
      demandez-le à l’équipe, ou faites-en d’abord votre copie («\u{A0}bifurcation\u{A0}») et créez-y le fichier.</p>
      """
  }

  /// What the pages with a form load besides the rest.
  func proposalAssets(_ context: PageContext) -> HTML? {
    guard context.hasProposalForm else { return nil }
    return """
      <link rel="stylesheet" href="\(context.asset("proposer.css"))">
      <script type="module" src="\(context.asset(PageContext.proposalAsset))"></script>

      """
  }

  /// « Proposer une nouvelle », below a list.
  func proposalHint(_ link: EntryLink?, _ context: PageContext) -> HTML? {
    guard let link else { return nil }
    return """
      <p class="more"><a href="\(context.link(link.path))">\(link.title)</a></p>
      """
  }
}
