"""The letter of each provider, as it comes out of that provider's own engine: every sign as it was written, no link changed.

Real engines: Go's html/template for listmonk, Template Toolkit for Sympa. Models made from what the providers publish: Jinja,
whose marks Brevo and Mailjet share, with Mailjet's `[[ ]]`; the merge tags of Mailchimp; the placeholders of phpList, which
deletes what it does not know. Nobody has run these four against the providers themselves.

usage: engines.py PROGRAM LISTMONK      (LISTMONK the program made of listmonk.go)
"""

import html
import re
import subprocess
import sys
import tempfile
from html.parser import HTMLParser
from pathlib import Path

import jinja2

HERE = Path(__file__).parent
# What people write without a thought, and what somebody writes to try it.
TEXTS = [
    "Inscription : <https://forms.example.org/f?date=2026-05-02&places=2>", "[Le formulaire](https://forms.example.org/f?a=1&b=2)",
    "Une température < 20 °C, un prix > 5 €, 3 < 4 > 2", "a <b", "`<title>x</title>`", "`<!-- x -->`", "`<script>x</script>`",
    "« <…l’été> »", "`{{ contact.EMAIL }}`", "{{{x}}}", "`{% if a %} b {% endif %}`", "`{# rien #}`", "\\[\\[UNSUB_LINK_FR\\]\\]",
    "\\[UNSUBSCRIBEURL\\]", "\\[USERTRACK\\] \\[texte\\] \\[1\\]", "Cases \\[x\\] et \\[ \\]", "`*|UNSUB|*`", "**|X|**", "`{{ UnsubscribeURL }}`",
    "<https://example.org/@TrackLink>", "`[% user.email %]`", "`[% PERL %]die[% END %]`", "AT&T, R&D, Tom & Jerry", "&amp; &lt; &eacute; &#123;",
    "`&amp;`", "L’été — « déjà » … 100 %", "Emoji 🎉 et e\u0301", "Un | deux | trois, * et _", "~~barré~~ et **gras**", "50 % de {remise}",
    "`$HOME ${x} #{y} <%= z %>`", "\"guillemets\" et 'apostrophes'", "`[IF:x]y[END IF]`", "`%%name%% ##name## ::name::`", "{{", "}}", "`[[`",
    "`]]`", "`{{\"\\n\"}}`", "une.adresse+etiquette@example.org", "<https://example.org/a%20b?q=%7B%7Bx%7D%7D#ancre>",
    "[deux](https://example.org/?x={{y}}&z=[k])", "`{{ define \"x\" }}`", "`\\\\{{`", "<mailto:a@example.org?subject=Bonjour%20%26%20merci>",
]
MARKS = {
    "brevo": "{{ unsubscribe }}", "mailjet": "[[UNSUB_LINK_FR]]", "mailchimp": "*|UNSUB|*", "listmonk": "{{ UnsubscribeURL }}",
    "phplist": "[UNSUBSCRIBEURL]"}
SITE = """titre: "Le lieu {{ x }} [y] & *|z|*"
adresse: https://example.org/
fuseau: Europe/Paris
identifiant: 0e9f6a52-3c1d-4b8e-9c57-6d1f2a8b4e33
editeur: {nom: Audit, adresse: 1 rue du Port, courriel: a@example.org}
hebergeur: {nom: H, adresse: ici, telephone: 01 99 00 11 22}
infolettre:
  expediteur: "Le lieu <lettre@example.org>"
  repondre_a: a@example.org
  prestataire: [brevo, mailjet, mailchimp, listmonk, phplist, sympa]
"""
EVENT = """---
titre: "Un atelier {{ x }} [y] *|z|* [% t %] <3"
debut: 2026-05-{day} 18:00
fin: 2026-05-{day} 20:00
lieu: "Salle [B] & {{ C }}"
prix: "8 € / 5 € [réduit]"
inscription: https://forms.example.org/f?date=2026-05-02&places=2
---
Un texte {{{{ x }}}} [y].
"""


class Seen(HTMLParser):
    """The words and the addresses of a mail, as a mail program shows them."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.words, self.links, self.hidden = [], [], 0
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.hidden += tag in ("style", "title")
        self.links += [v for k, v in attributes if k == "href"]

    def handle_endtag(self, tag):
        self.hidden -= tag in ("style", "title")

    def handle_data(self, data):
        if not self.hidden:
            self.words += data.split()


def model_of_jinja(text):
    return jinja2.Environment(undefined=jinja2.Undefined).from_string(text).render(unsubscribe="https://unsubscribe.example/")


def model_of_mailjet(text):
    text = re.sub(r"\[\[UNSUB_LINK_FR\]\]", "https://unsubscribe.example/", text)
    return model_of_jinja(re.sub(r"\[\[.*?\]\]", "", text))


def model_of_mailchimp(text):
    return re.sub(r"\*\|.*?\|\*", "", text.replace("*|UNSUB|*", "https://unsubscribe.example/"))


def model_of_phplist(text):
    return re.sub(r"\[[^\]]*\]", "", text.replace("[UNSUBSCRIBEURL]", "https://unsubscribe.example/"))


def by_program(*command):
    def run(text):
        with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
            file.write(text)
            file.flush()
            result = subprocess.run([*command, file.name], capture_output=True, text=True)
        if result.returncode:
            raise ValueError(result.stderr.strip()[:300])
        return result.stdout

    return run


def main():
    program, listmonk = sys.argv[1:3]
    engines = {
        "listmonk": by_program(listmonk), "sympa": by_program("perl", str(HERE / "sympa.pl")), "brevo": model_of_jinja,
        "mailjet": model_of_mailjet, "mailchimp": model_of_mailchimp, "phplist": model_of_phplist}
    faults = []
    with tempfile.TemporaryDirectory() as place:
        content = Path(place) / "Content"
        for folder in ("infolettres", "evenements"):
            (content / folder).mkdir(parents=True)
        (content / "site.yml").write_text(SITE)
        (content / "evenements/a.md").write_text(EVENT.replace("{day}", "10"))
        letter = "---\ntitre: \"Mai {{ x }} [y]\"\ndate_envoi: 2026-04-30\naccroche: Une accroche assez longue, avec {{ x }} et [y] & z.\n---\n"
        (content / "infolettres/2026-05.md").write_text(letter + "\n\n".join(TEXTS) + "\n")
        built = subprocess.run(
            [program, "build", "--root", place, "--themes", "Themes", "--date", "2026-04-20T10:00", "--output", place + "/Output"],
            capture_output=True, text=True)
        if built.returncode:
            sys.exit(built.stderr)
        folder = Path(place) / "Output/infolettres/2026-05"
        plain = Seen((folder / "courriel.html").read_text())
        for provider, engine in engines.items():
            # What is not prepared for it comes to harm; else nothing is shown here.
            try:
                is_harmless = Seen(engine((folder / "courriel.html").read_text())).words == plain.words
            except Exception:
                is_harmless = False
            if is_harmless:
                faults.append(f"{provider}: the engine does nothing")
            for kind in ("html", "txt"):
                name = f"courriel.{provider}.{kind}"
                written = (folder / name).read_text()
                try:
                    sent = engine(written)
                except Exception as error:
                    faults.append(f"{name}: it is not sent: {error}")
                    continue
                if kind == "html":
                    seen = Seen(sent)
                    own = {"https://unsubscribe.example/"} | {l for l in plain.links if "subject=D" in l}
                    links, wanted = ([l for l in s.links if l not in own] for s in (seen, plain))
                    if links != wanted:
                        changed = [(a, b) for a, b in zip(links, wanted) if a != b][:3] or [set(links) ^ set(wanted)]
                        faults.append(f"{name}: links {changed}")
                    here, there = (" ".join(s.words) for s in (seen, plain))
                    here, there = (t[:t.rindex("Vous recevez")] if "Vous recevez" in t else t for t in (here, there))
                    if here != there:
                        first = next((i for i, (a, b) in enumerate(zip(here + "\0", there + "\0")) if a != b), 0)
                        around = slice(max(0, first - 30), first + 40)
                        faults.append(f"{name}: « {here[around]} » and not « {there[around]} »")
                else:
                    if provider in MARKS:
                        written = written.replace(MARKS[provider], "https://unsubscribe.example/")
                    sent = html.unescape(sent) if provider == "listmonk" else sent
                    wanted = html.unescape(written) if provider == "listmonk" else written
                    if sent.split() != wanted.split():
                        pair = next(((a, b) for a, b in zip(sent.split(), wanted.split()) if a != b), "shorter")
                        faults.append(f"{name}: {pair}")
                if kind == "html" and "track" in sent.lower().replace("usertrack", "").replace("@tracklink", "").replace("tracklink", ""):
                    faults.append(f"{name}: something that tracks")
    for fault in faults:
        print("  " + fault)
    print(f"engines: {len(TEXTS)} texts through 6 engines (2 real, 4 models), {len(faults)} faults")
    sys.exit(1 if faults else 0)


main()
