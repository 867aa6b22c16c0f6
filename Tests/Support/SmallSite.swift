/// The content of a small site that lacks nothing, with one entry of each kind, at `https://exemple.org/lieu/`.
package enum SmallSite {
  package static let settings = """
    titre: Le tiers-lieu
    adresse: https://exemple.org/lieu/
    fuseau: Europe/Paris
    identifiant: 7b1c5a52-4b60-4f0e-9a39-0d5c2f6f7a11
    depot: https://github.com/exemple/lieu
    infolettre: {expediteur: "Le lieu <lettre@exemple.org>", repondre_a: bonjour@exemple.org, prestataire: [brevo, mailchimp, sympa]}
    sigles: {ESS: économie sociale et solidaire}

    """

  package static let files = [
    "site.yml": settings,
    "nouvelles/base.md":
      "---\ntitre: Une nouvelle\ndate: 2026-05-20\netiquettes: [soupe]\n---\nDes nouvelles de l’ESS.\n",
    "evenements/soiree.md":
      "---\ntitre: Une soirée\ndebut: 2026-06-20 19:00\nfin: 2026-06-20 21:00\nlieu: salle\nserie: soupe\n---\nVenez.\n",
    "series/soupe.md": "---\ntitre: La soupe\n---\nUne série.\n",
    "lieux/salle.md": "---\ntitre: La salle\nlatitude: 48.8\nlongitude: 2.5\n---\nAu fond.\n",
    "partenaires/ville.md": "---\ntitre: La ville\n---\nUn partenaire.\n",
    "pages/accueil.md": "---\ntitre: Accueil\n---\nBienvenue.\n",
    "infolettres/2026-05.md":
      "---\ntitre: La lettre de mai\naccroche: Ce qui s’est passé au mois de mai, et ce qui vient.\ndate_envoi: 2026-05-31\n---\nBonjour.\n",
  ]
}
