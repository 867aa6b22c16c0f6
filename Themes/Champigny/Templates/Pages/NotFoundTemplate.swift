import HTML
import Presenting
import Site

extension Champigny {
  package func notFound(_ context: PageContext) -> HTML {
    layout(
      context,
      """
      <div class="wide">
      <h1>Cette page n’existe pas</h1>
      <p class="lead">L’adresse a peut-être changé, ou le lien est abîmé.</p>
      <ul class="links">
      <li><a href="\(context.link(.home))">Revenir à l’accueil</a></li>
      <li><a href="\(context.link(.agenda))">Voir l’agenda</a></li>
      <li><a href="\(context.link(.news))">Lire les nouvelles</a></li>
      <li><a href="\(context.link(.siteMap))">Chercher dans le plan du site</a></li>
      </ul>
      </div>
      """)
  }
}
