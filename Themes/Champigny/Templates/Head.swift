import HTML
import Markup
import Presenting
import Site
import Text

extension Champigny {
  /// What a page says of itself to browsers, search engines and networks.
  ///
  /// The policy comes first, before anything it governs: no script runs (but for those of the search page and of the forms), nothing is
  /// loaded from elsewhere, nothing is sent.
  func head(_ context: PageContext) -> HTML {
    """
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'\(context.path == .search ? "; script-src 'self'; connect-src 'self'" : context.hasProposalForm ? "; script-src 'self'" : "")">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(documentTitle(context))</title>
    <meta name="description" content="\(context.description)">
    \(context.isIndexed ? nil : "<meta name=\"robots\" content=\"noindex\">\n" as HTML)\
    <link rel="canonical" href="\(context.canonical)">
    <meta name="color-scheme" content="light dark">
    <meta name="theme-color" media="(prefers-color-scheme: light)" content="\(Palette.light(of: context.settings).paper)">
    <meta name="theme-color" media="(prefers-color-scheme: dark)" content="\(Palette.dark(of: context.settings).paper)">
    <link rel="stylesheet" href="\(context.asset("style.css"))">
    <link rel="stylesheet" media="print" href="\(context.asset("print.css"))">
    \(coloursAsset(context))\
    \(searchAssets(context))\
    \(proposalAssets(context))\
    \(icons(context))
    \(feeds(context))
    \(openGraph(context))
    \(context.structuredData.map { structuredData($0) })
    """
  }

  /// The page's title, then the site's, once each.
  private func documentTitle(_ context: PageContext) -> String {
    let site = context.settings.title
    let parts = context.path == .home ? [site, context.settings.tagline ?? ""] : [context.headTitle, site]
    return parts.filter { !$0.isEmpty }.joined(separator: " – ")
  }

  private func coloursAsset(_ context: PageContext) -> HTML? {
    guard context.settings.colours != nil else { return nil }
    return "<link rel=\"stylesheet\" href=\"\(context.asset(PageContext.coloursAsset))\">\n"
  }

  /// The logo of the settings where it is about as high as wide, else the theme's own.
  private func icons(_ context: PageContext) -> HTML {
    if let logo = context.settings.logo?.picture, let file = logo.best(logo.safeFormat, width: 180),
      (4...6).contains(5 * logo.width / max(1, logo.height))
    {
      let address = context.link(SitePath(file.path))
      let touch: HTML = "\n<link rel=\"apple-touch-icon\" href=\"\(address)\">"
      return """
        <link rel="icon" href="\(address)" type="\(file.format.mediaType)">\(file.format == .svg ? nil : touch)
        """
    }
    return """
      <link rel="icon" href="\(context.asset("mark.svg"))" type="image/svg+xml">
      <link rel="icon" href="\(context.asset("icon-32.png"))" type="image/png" sizes="32x32">
      <link rel="apple-touch-icon" href="\(context.asset("icon-180.png"))">
      """
  }

  private func feeds(_ context: PageContext) -> HTML {
    let issues: HTML = """

      <link rel="alternate" type="application/atom+xml" href="\(context.link(.issuesAtom))" title="L’infolettre">
      """
    return """
      <link rel="alternate" type="application/atom+xml" href="\(context.link(.newsAtom))" title="Les nouvelles">
      <link rel="alternate" type="application/feed+json" href="\(context.link(.newsJSON))" title="Les nouvelles (JSON Feed)">
      <link rel="alternate" type="text/calendar" href="\(context.link(.calendar))" title="L’agenda">\
      \(context.site.issues.isEmpty ? nil : issues)
      """
  }

  private func openGraph(_ context: PageContext) -> HTML {
    let image = context.socialImage ?? siteImage(context)
    return """
      <meta property="og:locale" content="fr_FR">
      <meta property="og:site_name" content="\(context.settings.title)">
      <meta property="og:type" content="\(context.socialType)">
      <meta property="og:title" content="\(context.path == .home ? context.settings.title : context.title)">
      <meta property="og:description" content="\(context.description)">
      <meta property="og:url" content="\(context.canonical)">
      <meta property="og:image" content="\(image.address)">
      <meta property="og:image:width" content="\(image.width)">
      <meta property="og:image:height" content="\(image.height)">
      <meta property="og:image:alt" content="\(image.alternative)">
      <meta name="twitter:card" content="summary_large_image">
      """
  }

  /// The picture of the site, for pages that have none of their own.
  private func siteImage(_ context: PageContext) -> PageContext.SocialImage {
    let path = context.assets["opengraph.png"] ?? SitePath("/theme/opengraph.png")
    return PageContext.SocialImage(
      address: context.settings.absoluteAddress(of: path), width: 1200, height: 630,
      alternative: "Un kiosque au store rayé et une grande table au bord de la Marne")
  }

  private func structuredData(_ text: String) -> HTML {
    """
    <script type="application/ld+json">\(json: text)</script>

    """
  }
}
