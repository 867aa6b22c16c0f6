import HTML
import Markup
import Site
import Theming

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
      \(page.filledEditor.map { filledSteps($0, page) } ?? copySteps(page))
      </div>
      """)
  }

  private func filledSteps(_ address: String, _ page: ProposalPage) -> HTML {
    """
    <ol>
    <li>Ouvrez le fichier à remplir\u{A0}; le service vous demande peut-être de vous connecter.</li>
    <li>Changez son nom, <code>\(page.template.fileName)</code>, en gardant <code>.md</code> à la fin.</li>
    <li>Remplissez chaque ligne\u{A0}; effacez celles qui ne servent pas. Gardez les deux lignes <code>---</code>.</li>
    <li>Validez, puis «\u{A0}proposez la modification\u{A0}»\u{A0}: un contrôle vous dit s’il reste quelque chose à corriger.</li>
    </ol>
    <p class="actions"><a class="button" href="\(address)">Ouvrir le fichier à remplir</a></p>
    <details>
    <summary>Le modèle, pour l’écrire ailleurs</summary>
    <pre><code>\(page.template.text)</code></pre>
    </details>
    """
  }

  private func copySteps(_ page: ProposalPage) -> HTML {
    """
    <ol>
    <li>Copiez ce modèle\u{A0}:
    <pre><code>\(page.template.text)</code></pre></li>
    <li><a href="\(page.editor)">Ouvrez un nouveau fichier</a> dans le dossier <code>\(page.template.folder)</code> et collez-y le modèle.</li>
    <li>Donnez-lui un nom\u{A0}: <code>\(page.template.fileName)</code>, en gardant <code>.md</code> à la fin.</li>
    <li>Remplissez chaque ligne\u{A0}; effacez celles qui ne servent pas. Gardez les deux lignes <code>---</code>.</li>
    <li>Validez, puis ouvrez une demande de fusion\u{A0}: un contrôle vous dit s’il reste quelque chose à corriger.</li>
    </ol>
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
