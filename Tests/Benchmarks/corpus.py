"""Writes a site of so many entries, the same for the same number: 60 % news, 35 % events, 5 % partners, texts of 150 to 600
words with headings, lists, tables and links. Beside it the same for Hugo, which has other names for things.

usage: corpus.py ENTRIES FOLDER"""

import os
import random
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

COMMON = (
    "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec son nous cette on "
    "être ont aux comme mais tout leur ou si deux même ses sans bien peut entre aussi après sous fait encore ces où depuis"
).split()
PLAIN = (
    "projet quartier atelier équipe habitants réunion repas jardin lieu association mairie chantier étude soutien soirée "
    "débat visite marché fête rivière école bâtiment espace partage rendez-vous programme région budget journée vélo compost "
    "couture concert cuisine bénévole famille jeunesse énergie mémoire travail emploi insertion formation coopérative accueil "
    "numérique bibliothèque théâtre lecture chorale réparation échange solidarité trimestre subvention présélection parcours"
).split()
STARTS = "b br c ch cl cr d f fl fr g gl gr j l m n p pl pr qu r s t tr v é".split()
HEARTS = "a e i o u ou ai an on in eu oi é è".split()
ENDS = ["", "", "", "r", "s", "t", "l", "n", "ment", "tion", "teur", "trice", "age", "ette", "eau", "ière", "able", "iste"]


def vocabulary(dice, size):
    """Words as French has them: few frequent ones, many rare ones that one can pronounce."""
    words = dict.fromkeys(COMMON + PLAIN)
    while len(words) < size:
        word = "".join(dice.choice(STARTS) + dice.choice(HEARTS) for _ in range(dice.randint(1, 3))) + dice.choice(ENDS)
        words[word] = None
    return list(words)


class Corpus:
    def __init__(self, entries):
        self.entries = entries
        self.dice = random.Random(20190705)
        self.words = vocabulary(self.dice, 12_000)
        # Zipf's law, a little flattened as in short texts.
        self.weights = [1 / (rank + 4) for rank in range(1, len(self.words) + 1)]
        total = 0
        self.cumulative = [total := total + weight for weight in self.weights]
        self.partners = [f"partenaire-{n}" for n in range(max(1, entries * 5 // 100))]
        self.events = [f"rendez-vous-{n}" for n in range(entries * 35 // 100)]
        self.news = [f"nouvelle-{n}" for n in range(entries - len(self.partners) - len(self.events))]

    def some(self, count):
        return self.dice.choices(self.words, cum_weights=self.cumulative, k=count)

    def sentence(self):
        words = self.some(self.dice.randint(6, 22))
        if self.dice.random() < 0.3:
            words[self.dice.randrange(len(words))] = f"**{self.dice.choice(words)}**"
        if self.dice.random() < 0.2:
            words.insert(self.dice.randrange(len(words)), "l'" + self.dice.choice(PLAIN))
        return " ".join(words).capitalize() + self.dice.choice([".", ".", ".", " !", " : voilà."])

    def title(self):
        return " ".join(self.some(self.dice.randint(4, 9))).capitalize()

    def paragraph(self, length):
        text = []
        while length > 0:
            text.append(self.sentence())
            length -= len(text[-1].split())
        return " ".join(text)

    def body(self, link):
        """`link` gives the address of another entry."""
        rest = self.dice.randint(150, 600)
        blocks = []
        while rest > 0:
            kind = self.dice.random()
            if kind < 0.62:
                length = min(rest, self.dice.randint(30, 90))
                blocks.append(self.paragraph(length) + (f" Lire aussi [{self.title()}]({link()})." if kind < 0.2 else ""))
            elif kind < 0.74:
                blocks.append("## " + self.title())
                length = 6
            elif kind < 0.9:
                items = self.dice.randint(3, 6)
                blocks.append("\n".join("- " + self.sentence() for _ in range(items)))
                length = items * 14
            else:
                rows = self.dice.randint(2, 5)
                lines = ["| Quoi | Qui | Quand |", "|---|---|--:|"]
                lines += [f"| {self.title()} | {' '.join(self.some(2))} | {self.dice.randint(1, 28)} mai |" for _ in range(rows)]
                blocks.append("\n".join(lines))
                length = rows * 10
            rest -= length
        return "\n\n".join(blocks) + "\n"

    def day(self):
        """A day of eleven years, of more where there are more than 10,000 entries: a letter has no more than a letter can hold."""
        days = max(4000, self.entries * 2 // 5)
        return date(2026, 12, 14) - timedelta(days=days) + timedelta(days=self.dice.randrange(days))


def quoted(text):
    return "'" + text.replace("'", "''") + "'"


def write(entries, folder):
    corpus = Corpus(entries)
    dice = corpus.dice
    ours, hugo = folder / "Content", folder / "hugo" / "content"
    for path in [ours / n for n in ("nouvelles", "evenements", "partenaires", "infolettres", "pages")]:
        path.mkdir(parents=True, exist_ok=True)
    for path in [hugo / n for n in ("nouvelles", "agenda", "partenaires")]:
        path.mkdir(parents=True, exist_ok=True)
    (ours / "site.yml").write_text(
        "titre: Mille nouvelles\nadresse: https://example.org/\nlangue: fr\nfuseau: Europe/Paris\ntheme: Champigny\n"
        "identifiant: 0e7e6a83-7f3a-4a0f-9a35-5f3a6a1c2f10\n"
        "editeur: {nom: La presse, statut: association, adresse: 1 rue du Quai, telephone: 01 99 00 12 34, "
        "courriel: a@example.org, directeur_publication: Jo}\nhebergeur: {nom: L'hôte, adresse: 2 rue du Quai, "
        "telephone: 01 99 00 56 78}\ninfolettre:\n  expediteur: \"La presse <a@example.org>\"\n  prestataire: [brevo, listmonk]\n"
        "sigles: {ESS: économie sociale et solidaire}\n")
    (ours / "pages" / "accueil.md").write_text("---\ntitre: Accueil\n---\n" + corpus.paragraph(60) + "\n")
    # A letter a month, where there is that much to tell.
    for month in range(1, 1 + max(1, min(12, entries // 10))):
        (ours / "infolettres" / f"2026-{month:02}.md").write_text(
            f"---\ntitre: La lettre {month}\ndate_envoi: 2026-{month:02}-05\naccroche: Ce qui s'est passé au mois dernier, et "
            f"ce qui vient.\nnouvelles: [{', '.join(corpus.news[month:month + 8])}]\nagenda_semaines: 1\n---\n"
            f"{corpus.paragraph(40)}\n")

    def put(kind, section, slug, front, hugo_front, body):
        (ours / kind / f"{slug}.md").write_text("---\n" + "".join(f"{k}: {v}\n" for k, v in front) + "---\n" + body)
        (hugo / section / f"{slug}.md").write_text("---\n" + "".join(f"{k}: {v}\n" for k, v in hugo_front) + "---\n"
                                                   + body.replace("../nouvelles/", "/nouvelles/").replace(".md)", "/)"))

    def link():
        return f"../nouvelles/{dice.choice(corpus.news)}.md"

    for slug in corpus.partners:
        title, summary = f"{corpus.title()} {slug[11:]}", corpus.sentence().replace("**", "")
        put("partenaires", "partenaires", slug, [("titre", title), ("resume", summary)],
            [("title", quoted(title)), ("description", quoted(summary))], corpus.body(link))
    for number, slug in enumerate(corpus.events):
        title, summary, day = corpus.title(), corpus.sentence().replace("**", ""), corpus.day()
        hour = dice.randint(9, 19)
        partner = dice.choice(corpus.partners)
        front = [("titre", title), ("resume", summary), ("debut", f"{day} {hour:02}:00"), ("fin", f"{day} {hour + 2:02}:00"),
                 ("partenaires", f"[{partner}]"), ("etiquettes", f"[{dice.choice(PLAIN)}]")]
        if number % 10 == 0:
            front += [("repetition", f"\n  chaque: mois\n  nombre: {dice.randint(3, 12)}")]
        put("evenements", "agenda", slug, front,
            [("title", quoted(title)), ("description", quoted(summary)), ("date", f"{day}T{hour:02}:00:00+01:00"),
             ("end", f"{day}T{hour + 2:02}:00:00+01:00"), ("partenaires", f"[{partner}]"), ("outputs", "[html, calendar]")],
            corpus.body(link))
    for slug in corpus.news:
        title, summary, day, partner = corpus.title(), corpus.sentence().replace("**", ""), corpus.day(), dice.choice(corpus.partners)
        put("nouvelles", "nouvelles", slug,
            [("titre", title), ("date", day), ("resume", summary), ("partenaires", f"[{partner}]"),
             ("etiquettes", f"[{dice.choice(PLAIN)}]")],
            [("title", quoted(title)), ("date", day), ("description", quoted(summary)), ("partenaires", f"[{partner}]")],
            corpus.body(link))


PHOTOGRAPHS, WEEKLY, COMMITS = 40, 30, 60


def enliven(folder):
    """What two years leave beside the texts: photographs, weekly events, letters of the year before, a history in git."""
    dice, content = random.Random(7), folder / "Content"
    (content / "images").mkdir()
    for number in range(PHOTOGRAPHS):
        photo = content / "images" / f"photo-{number}.jpg"
        subprocess.run(["vips", "gaussnoise", f"{photo}[Q=85]", "2400", "1600", "--mean", str(60 + 3 * number)], check=True)
        item = content / "nouvelles" / f"nouvelle-{number}.md"
        head, body = item.read_text().split("\n---\n", 1)
        item.write_text(f"{head}\nimage: /images/{photo.name}\nimage_alt: Une vue du quai, numéro {number}\n---\n{body}")
    for number in range(WEEKLY):
        first = date(2025, 1, 6) + timedelta(days=number)
        (content / "evenements" / f"chaque-semaine-{number}.md").write_text(
            f"---\ntitre: Chaque semaine {number}\ndebut: {first} 18:00\nfin: {first} 20:00\nrepetition:\n  chaque: semaine\n"
            f"  annulees: [{first + timedelta(weeks=62)}]\n---\nVenez.\n")
    for month in range(1, 13):
        (content / "infolettres" / f"2025-{month:02}.md").write_text(
            f"---\ntitre: La lettre de l'an dernier {month}\ndate_envoi: 2025-{month:02}-05\naccroche: Ce qui s'est passé au mois "
            "dernier, et ce qui vient.\n---\nBonjour.\n")

    def git(*arguments, day=None):
        moment = f"{day or date(2024, 12, 1)}T12:00:00+00:00"
        environment = {**os.environ, "GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment, "GIT_CONFIG_GLOBAL": "/dev/null"}
        names = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "gc.auto=0"]
        subprocess.run(["git", *names, *arguments], cwd=folder, env=environment, check=True, stdout=subprocess.DEVNULL)

    git("init", "--quiet")
    git("add", "Content")
    git("commit", "--quiet", "--message", "Tout")
    files = sorted((content / "evenements").glob("chaque-*.md")) + sorted((content / "nouvelles").glob("*.md"))[:200]
    for number in range(COMMITS):
        file = dice.choice(files)
        file.write_text(file.read_text() + f"\nUne phrase de plus, la {number}e.\n")
        git("commit", "--quiet", "--all", "--message", "Une phrase", day=date(2025, 1, 1) + timedelta(days=7 * number))


if __name__ == "__main__":
    write(int(sys.argv[1]), Path(sys.argv[2]))
