"""Makes a project of any number of entries, as a team might write them in many years: news that name partners, places and
events, events of all rhythms, a letter each month. The same number gives the same files."""

import random
import shutil
import sys
from pathlib import Path

WORDS = (
    "atelier jardin quartier voisins cuisine partage réunion marché fleuve soupe vélo réparation lecture musique enfants "
    "terrain projet région mairie association habitants chantier plantation fête cinéma débat couture bois terre eau").split()
SETTINGS = """titre: Un lieu très fréquenté
devise: Beaucoup de choses, depuis longtemps
adresse: https://exemple.org/lieu/
fuseau: Europe/Paris
theme: Champigny
identifiant: 3f2c8f1e-52a1-4c47-9d3e-0b6a7f6e1c55
editeur: {nom: Le lieu, statut: association, adresse: "1 rue du Lieu, 94500 Champigny", telephone: "01 00 00 00 00", courriel: bonjour@exemple.org, directeur_publication: A. Bé}
hebergeur: {nom: Hôte, adresse: "2 rue de l'Hôte, 75000 Paris", telephone: "01 00 00 00 01"}
infolettre: {expediteur: "Le lieu <lettre@exemple.org>", prestataire: [brevo]}
"""


def make(root, count):
    content = Path(root) / "Content"
    chance = random.Random(count)

    def write(path, head, body):
        file = content / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("---\n" + "".join(f"{k}: {v}\n" for k, v in head.items()) + "---\n" + body, encoding="utf-8")

    def sentence():
        return " ".join(chance.choice(WORDS) for _ in range(chance.randint(6, 16))).capitalize() + "."

    def text(links):
        parts = [" ".join(sentence() for _ in range(chance.randint(2, 5))) for _ in range(chance.randint(2, 5))]
        parts[0] += f" Voir **{chance.choice(WORDS)}** et [la suite]({chance.choice(links)})."
        parts.insert(1, "## " + sentence()[:40])
        parts.insert(2, "\n".join(f"- {sentence()}" for _ in range(3)))
        return "\n\n".join(parts) + "\n"

    content.mkdir(parents=True, exist_ok=True)
    (content / "site.yml").write_text(SETTINGS, encoding="utf-8")
    places, partners = max(2, count // 200), max(3, count // 100)
    issues = min(96, max(1, count // 100))
    events = count * 3 // 10
    news = count - places - partners - issues - events
    for n in range(places):
        write(f"lieux/lieu-{n}.md", {"titre": f"Le lieu {n}", "adresse": f"{n + 1} rue du Pont", "commune": "Champigny"}, "Un lieu.\n")
    for n in range(partners):
        write(f"partenaires/partenaire-{n}.md", {"titre": f"Le partenaire {n}", "type": "financeur"}, "Une aide.\n")
    for n in range(events):
        year, month, day = 2012 + n % 15, 1 + n // 15 % 12, 1 + n % 28
        head = {"titre": f"{sentence()[:-1][:50]} {n}", "debut": f"{year}-{month:02}-{day:02} 19:00",
                "fin": f"{year}-{month:02}-{day:02} 21:00", "lieu": f"lieu-{n % places}",
                "partenaires": f"[partenaire-{n % partners}]", "etiquettes": f"[{WORDS[n % 30]}]"}
        if n % 20 == 0:
            head["repetition"] = f"{{chaque: semaine, nombre: {4 + n % 9}}}"
        write(f"evenements/evenement-{n}.md", head, text([f"../lieux/lieu-{n % places}.md"]))
    for n in range(news):
        year, month, day = 2012 + n % 15, 1 + n // 15 % 12, 1 + n % 28
        if year == 2026 and month > 6:
            year = 2025
        head = {"titre": f"{sentence()[:-1][:60]} {n}", "date": f"{year}-{month:02}-{day:02}",
                "partenaires": f"[partenaire-{n % partners}]", "etiquettes": f"[{WORDS[n % 30]}, {WORDS[n // 30 % 30]}]"}
        if n % 3 == 0:
            head["evenements"] = f"[evenement-{n % events}]"
        write(f"nouvelles/nouvelle-{n}.md", head, text([f"nouvelle-{(n * 7) % news}.md", f"../evenements/evenement-{n % events}.md"]))
    for n in range(issues):
        year, month = 2018 + n // 12, 1 + n % 12
        head = {"titre": f"Lettre {n}", "date_envoi": f"{year}-{month:02}-28",
                "accroche": "Ce qui s’est passé ce mois-ci, et ce qui vient bientôt.",
                "agenda_semaines": 1, "nouvelles": "[" + ", ".join(f"nouvelle-{(n * 5 + k) % news}" for k in range(4)) + "]"}
        write(f"infolettres/{year}-{month:02}.md", head, "Bonjour à toutes et à tous.\n")


if __name__ == "__main__":
    target, number = sys.argv[1], int(sys.argv[2])
    shutil.rmtree(target, ignore_errors=True)
    make(target, number)
