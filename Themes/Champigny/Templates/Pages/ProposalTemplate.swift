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
      <p>Tout ce que dit ce site est dans un dossier ouvert à tous. Vous écrivez, l’équipe relit, puis c’est publié.
      Il faut un compte, gratuit, sur le service qui garde ce dossier.</p>
      \(membership(page.host))
      \(page.filledEditor.map { filledSteps($0, page) } ?? copySteps(page))
      </div>
      """)
  }

  private func filledSteps(_ address: String, _ page: ProposalPage) -> HTML {
    """
    <ol class="steps">
    <li>Ouvrez le fichier à remplir, par le bouton ci-dessous\u{A0}; le service vous demande peut-être de vous connecter.</li>
    <li>Changez son nom, <code>\(page.template.fileName)</code>, en gardant <code>.md</code> à la fin.</li>
    \(filling)
    <li>\(sending(page.host))</li>
    </ol>
    <p class="actions"><a class="button" href="\(address)">Ouvrir le fichier à remplir</a></p>
    <details class="template">
    <summary>Le modèle, pour l’écrire ailleurs</summary>
    <pre tabindex="0"><code>\(page.template.text)</code></pre>
    </details>
    """
  }

  private func copySteps(_ page: ProposalPage) -> HTML {
    """
    <ol class="steps">
    <li>Copiez ce modèle\u{A0}:
    <pre tabindex="0"><code>\(page.template.text)</code></pre></li>
    <li><a href="\(page.editor)">Ouvrez un nouveau fichier</a> dans le dossier <code>\(page.template.folder)</code> et collez-y le modèle.</li>
    <li>Changez son nom, <code>\(page.template.fileName)</code>, en gardant <code>.md</code> à la fin.</li>
    \(filling)
    <li>\(sending(page.host))</li>
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

  /// « Proposer une nouvelle », below a list.
  func proposalHint(_ link: EntryLink?, _ context: PageContext) -> HTML? {
    guard let link else { return nil }
    return """
      <p class="more"><a href="\(context.link(link.path))">\(link.title)</a></p>
      """
  }
}
