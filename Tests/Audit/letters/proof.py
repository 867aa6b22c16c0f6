"""The page by which a letter is read before it is sent, on a phone of 360 px: a letter with all that Markdown can hold is found
narrow and legible, in light and dark; made wide or faint by hand it is not. The page itself is no wider than the screen.

usage: proof.py PROGRAM [FOLDER for pictures of the screen]
"""

import html
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

PROGRAM = Path(sys.argv[1]).resolve()
SCREENS = Path(sys.argv[2]) if len(sys.argv) > 2 else None
SITE = """titre: "Le lieu du bord de l'eau"
adresse: https://example.org/
fuseau: Europe/Paris
identifiant: 0e9f6a52-3c1d-4b8e-9c57-6d1f2a8b4e33
editeur: {nom: Audit, adresse: 1 rue du Port, courriel: a@example.org}
hebergeur: {nom: H, adresse: ici, telephone: 01 99 00 11 22}
infolettre: {expediteur: "Le lieu <lettre@example.org>", prestataire: [listmonk, phplist]}
"""
LETTER = """---
titre: La lettre de mai
accroche: Les nouvelles du mois, et un atelier de réparation le dix mai.
date_envoi: 2026-05-01
appel: {{texte: "Un bouton {long}", lien: "https://forms.example.org/{long}"}}
---
# Un titre {long}

Un texte avec {long}, `du code {long}`, **gras**, ~~barré~~ et <https://example.org/{long}?a=1&b=2>, une.adresse.{long}@example.org.[^1]

## Un autre titre

> Une citation {long}
>
> > Et une autre dedans, `avec du code`

1. un
   - deux
     - trois {long}

```
du code qui n'a pas d'espace : {long}
```

| a | b | c | d | e |
|---|---|---|---|---|
| {long} | `code` | [lien](https://example.org/) | texte | 12 345,67 € |

---

[^1]: Une note {long}
"""
EVENT = """---
titre: Un atelier {long}
debut: 2026-05-10 18:00
fin: 2026-05-10 20:00
lieu: "Salle {long}"
prix: "8 € / {long}"
inscription: https://forms.example.org/{long}?date=2026-05-02&places=2
---
Un texte {long}.
"""
faults = []


def proof(folder):
    content = Path(folder) / "Content"
    for name in ("infolettres", "evenements"):
        (content / name).mkdir(parents=True)
    (content / "site.yml").write_text(SITE)
    (content / "evenements/atelier.md").write_text(EVENT.format(long="anticonstitutionnellement" * 5))
    (content / "infolettres/2026-05.md").write_text(LETTER.format(long="anticonstitutionnellement" * 5))
    file = Path(folder) / "relire.html"
    themes = Path(__file__).resolve().parents[3] / "Themes"
    subprocess.run(
        [PROGRAM, "letter", "proof", "2026-05", "--root", folder, "--themes", themes, "--date", "2026-04-20", "--output", file],
        check=True, capture_output=True)
    return file


def lines(tab, file):
    """What the page has found out by itself, by what it measured."""
    tab.goto(f"file://{file}")
    tab.wait_for_function("() => !Array.from(document.querySelectorAll('[data-measure]')).some(line => line.textContent.includes('☐'))")
    return tab.evaluate("() => Object.fromEntries(Array.from(document.querySelectorAll('[data-measure]')).map(l => [l.dataset.measure, l.textContent]))")


def changed(file, change):
    """The page with its letters changed by hand, and the frames with them."""
    text = re.sub(r'srcdoc="([^"]*)"', lambda m: 'srcdoc="' + html.escape(change(html.unescape(m.group(1)))) + '"', file.read_text())
    other = file.with_name("autre.html")
    other.write_text(text)
    return other


with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
    file = proof(folder)
    for scheme in ("light", "dark"):
        context = browser.new_context(viewport={"width": 360, "height": 740}, color_scheme=scheme, locale="fr-FR")
        tab = context.new_page()
        tab.on("console", lambda message: faults.append(f"console: {message.text[:200]}") if message.type == "error" else None)
        found = lines(tab, file)
        faults += [f"{scheme}: {text}" for text in found.values() if not text.startswith("✓")]
        if len(found) != 2:
            faults.append(f"{scheme}: measured {sorted(found)}")
        if (width := tab.evaluate("() => document.documentElement.scrollWidth")) > 360:
            faults.append(f"{scheme}: the page is {width} px wide")
        if SCREENS:
            tab.screenshot(path=SCREENS / f"relire-{scheme}.png")
            tab.screenshot(path=SCREENS / f"relire-{scheme}-whole.png", full_page=True)
        for name, change, wanted in (
            ("largeur", lambda mail: mail.replace("width:100%;max-width:600px", "width:700px", 1), "plus large"),
            ("largeur", lambda mail: mail.replace("</p>", "</p><p style='white-space:nowrap'>" + "mot " * 40 + "</p>", 1), "mot mot"),
            ("contraste", lambda mail: mail.replace("</p>", "</p><p style='color:#999;background:#fff'>Texte pâle</p>", 1), "2,8 : Texte pâle"),
            ("contraste", lambda mail: re.sub(r"\.text code, \.text pre \{[^}]*\}", "", mail), "(thème sombre)")):
            text = lines(tab, changed(file, change))[name]
            if not text.startswith("⚠") or wanted not in text:
                faults.append(f"{scheme}: not found: {wanted}: {text[:200]}")
        context.close()
    browser.close()

print(*faults, sep="\n", end="\n" if faults else "")
print(f"proof: {len(faults)} faults")
sys.exit(bool(faults))
