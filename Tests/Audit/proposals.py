"""The forms by which anyone proposes an entry, driven by keyboard at 360 px: a news item, an event of one evening, a weekly one
with exceptions, one of two days. What they write is what was expected, what the program reads without a remark, and what the
pages and calendars built of it say; so are 500 random answers, but for the building. A photograph leaves without its position. axe, drafts, no request elsewhere, the size of the script."""

import contextlib
import datetime
import functools
import gzip
import http.server
import json
import random
import re
import shutil
import subprocess
import sys
import tempfile
import threading
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import icalendar
import recurring_ical_events
import yaml
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright
from vacances_scolaires_france import SchoolHolidayDates

from built_site import BASE_PATH, ROOT, finish

PROGRAM, PROJECT = Path(sys.argv[2]).resolve(), Path(sys.argv[3]).resolve()
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SCRIPT_LIMIT = 12_000
RANDOM_ENTRIES = 500
faults = []


class Handler(http.server.SimpleHTTPRequestHandler):
    extensions_map = {**http.server.SimpleHTTPRequestHandler.extensions_map, ".js": "text/javascript"}

    def translate_path(self, path):
        path = urlsplit(path).path
        return super().translate_path(path[len(BASE_PATH):] if path.startswith(BASE_PATH) else "/404")

    def log_message(self, *arguments):
        pass


def axe(tab, name):
    for violation in Axe().run(tab, options={"runOnly": TAGS}).response["violations"]:
        faults.append(f"{name}: axe: {violation['id']}: {violation['nodes'][0]['html'][:160]}")


@contextlib.contextmanager
def run_on(files, command, *options):
    """A copy of the project with these files, by path from Content, and what the program answers there."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(PROJECT / "Content", f"{folder}/Content")
        for path, text in files.items():
            Path(folder, "Content", path).write_text(text)
        themes = Path(__file__).resolve().parents[2] / "Themes"
        yield folder, subprocess.run(
            [PROGRAM, command, "--root", folder, "--themes", themes, *options], capture_output=True, text=True)


def remarks(files):
    """What has to be mended in these files, by path from Content: errors and warnings; a note asks for nothing."""
    with run_on(files, "check", "--date", "2026-02-01", "--format", "json") as (_, answer):
        names = {f"Content/{path}" for path in files}
        return [one for one in map(json.loads, answer.stdout.splitlines()) if one["file"] in names and one["severity"] != "note"]


# MARK: Built


class Words(HTMLParser):
    """The words of the element `main`, and where it leads."""

    def __init__(self, page):
        super().__init__()
        self.inside, self.words, self.links = False, [], []
        self.feed(page.read_text())
        self.text = " ".join(" ".join(self.words).split())

    def handle_starttag(self, tag, attributes):
        self.inside |= tag == "main"
        if self.inside and tag == "a":
            self.links.append(dict(attributes).get("href", ""))

    def handle_endtag(self, tag):
        self.inside &= tag != "main"

    def handle_data(self, data):
        if self.inside:
            self.words.append(data)


def tuesdays_and_thursdays():
    """What « tous les mardis et jeudis » is from 5 March to 25 June 2026, without school holidays and the two days left out, by
    another program's holidays and those that the site adds."""
    holidays = SchoolHolidayDates()
    own = yaml.safe_load((PROJECT / "Content/site.yml").read_text()).get("vacances") or []
    # The bridge of Ascension, which that package lacks in this year.
    own.append({"du": "2026-05-14", "au": "2026-05-17"})
    spans = [(datetime.date.fromisoformat(str(one["du"])), datetime.date.fromisoformat(str(one["au"]))) for one in own]
    day, found = datetime.date(2026, 3, 5), []
    while day <= datetime.date(2026, 6, 25):
        free = holidays.is_holiday_for_zone(day, "C") or any(first <= day <= last for first, last in spans)
        if day.weekday() in (1, 3) and not free and day not in (datetime.date(2026, 3, 19), datetime.date(2026, 3, 24)):
            found.append(day)
        day += datetime.timedelta(days=1)
    return found


def built(files):
    """The pages and calendars that come of these files, held against what was entered."""
    with run_on(files, "build", "--date", "2026-03-01") as (folder, answer):
        if answer.returncode:
            return faults.append(f"not built: {answer.stdout[-500:]}{answer.stderr[-500:]}")
        site = Path(folder, "Output")

        def page(path, words, links=()):
            seen = Words(site / path / "index.html")
            faults.extend(f"{path}: not on its page: {one}" for one in words if one not in seen.text)
            faults.extend(f"{path}: leads not to {one}" for one in links if not any(link.endswith(one) for link in seen.links))

        def calendar(slug, summary, place, starts, end):
            """`starts` are all dates; `end` is that of the first."""
            event = icalendar.Calendar.from_ical((site / f"agenda/{slug}/evenement.ics").read_bytes())
            first = event.walk("VEVENT")[0]
            found = [(str(first["SUMMARY"]).replace("\xa0", " "), place in str(first.get("LOCATION", "")), first["DTEND"].dt if "DTEND" in first else None)]
            wanted = [(summary, True, end)]
            plain = lambda moment: moment.replace(tzinfo=None) if isinstance(moment, datetime.datetime) else moment
            found = [(a, b, plain(c)) for a, b, c in found]
            dates = recurring_ical_events.of(event).between((2026, 1, 1), (2027, 1, 1))
            days = sorted(plain(one["DTSTART"].dt) for one in dates if str(one.get("STATUS", "")) != "CANCELLED")
            if found != wanted or days != starts:
                faults.append(f"{slug}: its calendar says {found} {days[:3]}… {len(days)}; wanted {wanted} {starts[:3]}… {len(starts)}")

        at = datetime.datetime
        page("nouvelles/2026-03-le-four-a-pain-est-rallume-enfin",
             ["Le four à pain est rallumé : « enfin ! »", "14 mars 2026", "Après deux ans, le four cuit de nouveau.", "apportez votre pâte"], ["/lieux/halle/"])
        page("agenda/2026-03-05-soiree-jeux",
             ["Soirée jeux", "jeudi 5 mars 2026", "de 19 h à 21 h", "Sous le grand platane", "Prix libre", "40", "jeux", "tous les âges", "Venez comme vous êtes."],
             ["mailto:jeux@example.org"])
        calendar("2026-03-05-soiree-jeux", "Soirée jeux", "Sous le grand platane", [at(2026, 3, 5, 19)], at(2026, 3, 5, 21))
        page("agenda/chorale", ["Chorale", "mardi", "jeudi", "25 juin 2026", "vacances scolaires", "de 18 h à 20 h", "Sans audition."])
        calendar("chorale", "Chorale", "", [at(day.year, day.month, day.day, 18) for day in tuesdays_and_thursdays()], at(2026, 3, 5, 20))
        page("agenda/2026-06-20-fete-de-la-corne", ["Fête de la Corne", "20", "21 juin 2026"])
        calendar("2026-06-20-fete-de-la-corne", "Fête de la Corne", "", [datetime.date(2026, 6, 20)], datetime.date(2026, 6, 22))
        agenda = " ".join(Words(one).text for one in [site / "agenda/index.html", *site.glob("agenda/2026*/index.html")])
        faults.extend(f"the agenda lacks {title}" for title in ("Soirée jeux", "Chorale", "Fête de la Corne") if title not in agenda)
    print("4 entries built, their pages and calendars as entered")


# MARK: By keyboard


class Keyboard:
    """Somebody who has no pointer."""

    def __init__(self, tab):
        self.tab = tab

    def reach(self, wanted, back=False):
        """Tabs to the field or button; `wanted` is a selector."""
        for _ in range(150):
            self.tab.keyboard.press("Shift+Tab" if back else "Tab")
            if self.tab.evaluate("selector => document.activeElement.matches(selector)", wanted):
                box = self.tab.evaluate(
                    "() => { const r = document.activeElement.getBoundingClientRect(); return [r.left, r.right, r.width, r.height] }")
                if box[0] < -1 or box[1] > 361 or box[2] < 5:
                    faults.append(f"{wanted} is reached out of sight: {box}")
                return
        faults.append(f"{wanted} can't be reached by keyboard")

    def write(self, wanted, text):
        self.reach(wanted)
        self.tab.keyboard.insert_text(text)

    def day(self, wanted, year, month, number):
        """Browsers in French ask for the day first, others for the month."""
        self.reach(wanted)
        order = f"{number:02}{month:02}{year}" if self.tab.evaluate("() => navigator.language") == "fr-FR" and DAY_FIRST else f"{month:02}{number:02}{year}"
        self.tab.keyboard.type(order)

    def hour(self, wanted, hour, minute):
        self.reach(wanted)
        if DAY_FIRST:
            self.tab.keyboard.type(f"{hour:02}{minute:02}")
        else:
            self.tab.keyboard.type(f"{(hour + 11) % 12 + 1:02}{minute:02}{'PM' if hour >= 12 else 'AM'}")

    def choose(self, wanted, words):
        self.reach(wanted)
        self.tab.keyboard.type(words)

    def tick(self, wanted):
        self.reach(wanted)
        self.tab.keyboard.press("Space")

    def save(self):
        """The file that is saved: its name and text."""
        self.reach("[data-action=save]")
        with self.tab.expect_download() as download:
            self.tab.keyboard.press("Enter")
        return download.value.suggested_filename, Path(download.value.path()).read_text()


def news(keys):
    keys.write("[name=titre]", "Le four à pain est rallumé : « enfin ! »")
    keys.day("[name=news-date]", 2026, 3, 14)
    keys.write("[name=lieu]", "Halle de la Corne")
    keys.reach("[name=resume]")
    keys.write("[name=body]", "Après deux ans, le four cuit de nouveau.\n\n")
    keys.reach("[data-mark=list]", back=True)
    keys.tab.keyboard.press("Enter")
    keys.tab.keyboard.insert_text("apportez votre pâte")


def one_evening(keys):
    keys.write("[name=titre]", "Soirée jeux")
    keys.reach("[name=mode]")
    keys.day("[name=date]", 2026, 3, 5)
    keys.hour("[name=start]", 19, 0)
    keys.write("[name=lieu]", "Sous le grand platane")
    keys.write("[name=prix]", "Prix libre")
    keys.write("[name=body]", "Venez comme vous êtes.")
    keys.tick(".more > summary")
    keys.write("[name=inscription]", "jeux@example.org")
    keys.write("[name=places]", "40")
    keys.write("[name=etiquettes]", "jeux, tous les âges")


def weekly(keys):
    keys.write("[name=titre]", "Chorale")
    keys.reach("[name=mode]")
    keys.tab.keyboard.press("ArrowDown")
    keys.tab.keyboard.press("ArrowDown")
    keys.day("[name=date]", 2026, 3, 5)
    keys.hour("[name=start]", 18, 0)
    keys.hour("[name=end]", 20, 0)
    keys.reach("[name=every]")
    keys.tick("[name=days][value='1']")
    keys.day("[name=until]", 2026, 6, 25)
    keys.tick("[name=holidays]")
    keys.day("[name=except]", 2026, 3, 19)
    keys.reach("[data-add]")
    keys.tab.keyboard.press("Enter")
    keys.tab.keyboard.press("Shift+Tab")
    keys.day("#p-except-2", 2026, 3, 24)
    keys.write("[name=body]", "Sans audition.")


def two_days(keys):
    keys.write("[name=titre]", "Fête de la Corne")
    keys.reach("[name=mode]")
    keys.tab.keyboard.press("ArrowDown")
    keys.day("[name=date]", 2026, 6, 20)
    keys.day("[name=last]", 2026, 6, 21)


STORIES = [
    ("nouvelle", news, "2026-03-le-four-a-pain-est-rallume-enfin.md", """---
titre: Le four à pain est rallumé : « enfin ! »
date: 2026-03-14
lieu: halle
---
Après deux ans, le four cuit de nouveau.

- apportez votre pâte
"""),
    ("evenement", one_evening, "2026-03-05-soiree-jeux.md", """---
titre: Soirée jeux
debut: 2026-03-05 19:00
fin: 2026-03-05 21:00
lieu: Sous le grand platane
prix: Prix libre
inscription: jeux@example.org
places: 40
etiquettes: [jeux, tous les âges]
---
Venez comme vous êtes.
"""),
    ("evenement", weekly, "chorale.md", """---
titre: Chorale
debut: 2026-03-05 18:00
fin: 2026-03-05 20:00
repetition: tous les mardis et jeudis jusqu'au 25 juin 2026 sauf vacances scolaires, le 19 mars 2026 et le 24 mars 2026
---
Sans audition.
"""),
    ("evenement", two_days, "2026-06-20-fete-de-la-corne.md", """---
titre: Fête de la Corne
debut: 2026-06-20
fin: 2026-06-21
---
"""),
]


# MARK: At random


def answers(source):
    """What somebody may answer; days and rules are such that they agree."""
    words = ["jardin", "L'été", "à l'œuvre", "« oui »", "C'est", "1er", "#3", "rock & roll", "café : thé", "\"ici\"", "50 %", "d’ici", "[là]",
             "Été", "— non —", "?", "!", "été/hiver", "'or'", "a@b", "“deux”", "e\u0301t\u00e9", "l’\u00a0autre", "{x}", "*", "&amp;", "yes", "12"]
    line = lambda most: " ".join(source.choice(words) for _ in range(source.randint(1, most)))
    title = source.choice(["Fête", "Atelier", "Chorale", "Marché", "12 roses", "L'œuvre"]) + " " + line(6)
    day = lambda: str(datetime.date(2025, 1, 1) + datetime.timedelta(days=source.randrange(4 * 365)))
    body = "\n\n".join(re.sub(r"[\[\]*&“”\"']", "", line(20)) for _ in range(source.randint(1, 3)))
    fields = [{"key": "lieu", "type": "line", "value": source.choice(["", "chez " + line(4)])},
              {"key": "resume", "type": "line", "value": source.choice(["", line(12)])},
              {"key": "etiquettes", "type": "words", "value": [f"mot {source.choice(words[:2])}" for _ in range(source.randint(0, 1))]}]
    if source.random() < .4:
        date = source.choice([day(), day()[:7]])
        return {"folder": "nouvelles", "title": title, "date": date, "when": None, "fields": fields, "body": body, "photograph": ""}
    fields += [{"key": "prix", "type": "line", "value": source.choice(["", "Prix libre", "5 € : sur place"])},
               {"key": "inscription", "type": "contact", "value": source.choice(["", "https://example.org/a?b=1&c=2#d", "01 99 00 12 34", "a.b+c@example.org"])},
               {"key": "organisateurs", "type": "entries", "value": source.choice([[], ["phare"], ["Les Amis, réunis", "l'autre"]])},
               {"key": "places", "type": "number", "value": source.choice(["", "12"])}]
    start = source.choice(["", f"{source.randint(8, 21):02}:{source.choice(['00', '30'])}"])
    end = f"{(int(start[:2]) + source.randint(1, 4)) % 24:02}:00" if start else ""
    when = {"mode": source.choice(["once", "once", "days", "repeat", "repeat", "repeat", "unknown", "month"]), "date": day(), "start": start, "end": end}
    year, month, number = map(int, when["date"].split("-"))
    if when["mode"] == "unknown":
        when = {"mode": "unknown", "rhythm": "un vendredi par mois, " + line(2)}
    elif when["mode"] == "month":
        when = {"mode": "month", "month": when["date"][:7]}
    elif when["mode"] == "days":
        when["last"] = f"{year + 1}-01-0{source.randint(1, 9)}" if month == 12 else f"{year}-{month + 1:02}-{min(number, 28):02}"
    elif when["mode"] == "repeat":
        when |= {"every": source.choice(["day", "week", "fortnight", "month", "year"]),
                 "days": [str(source.randint(0, 6)) for _ in range(source.randint(0, 3))],
                 "place": source.choice(["1", "2", "3", "4", "dernier", "jour", "fin"]), "other": source.choice(["", "1", "3", "dernier"]),
                 "until": source.choice(["", f"{year + 2}-07-01"]), "count": source.choice(["", "10"]),
                 "holidays": source.random() < .3 and when["date"] < "2026", "publicHolidays": source.random() < .3, "except": []}
    return {"folder": "evenements", "title": title, "date": "", "when": when, "fields": fields, "body": body, "photograph": ""}


def photograph_with_position():
    """A JPEG of 3,000 by 40 px, turned by its Exif, which also says where it was taken; made by the browser and given an Exif by hand."""
    entry = lambda tag, kind, count, value: tag.to_bytes(2, "big") + kind.to_bytes(2, "big") + count.to_bytes(4, "big") + value
    gps = (1).to_bytes(2, "big") + entry(1, 2, 2, b"N\0\0\0") + b"\0\0\0\0"
    first = (3).to_bytes(2, "big") + entry(0x110, 2, 4, b"CAM\0") + entry(0x112, 3, 1, (6).to_bytes(2, "big") + b"\0\0") + entry(0x8825, 4, 1, (50).to_bytes(4, "big")) + b"\0\0\0\0"
    body = b"Exif\0\0" + b"MM\0*" + (8).to_bytes(4, "big") + first + gps
    return b"\xff\xe1" + (len(body) + 2).to_bytes(2, "big") + body


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(ROOT)))
threading.Thread(target=server.serve_forever, daemon=True).start()
origin = f"http://127.0.0.1:{server.server_port}"
script = max(ROOT.glob("theme/*/proposer.js"))
size = len(gzip.compress(script.read_bytes(), 9))
print(f"script: gzip {size} bytes")
if size > SCRIPT_LIMIT:
    faults.append(f"script of {size} bytes")

with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox", "--lang=fr-FR"])

    def fresh(**options):
        context = browser.new_context(viewport={"width": 360, "height": 780}, locale="fr-FR", **options)
        tab = context.new_page()
        tab.on("request", lambda r: None if r.url.startswith((origin, "data:", "blob:")) else faults.append(f"asks for {r.url}"))
        tab.on("pageerror", lambda error: faults.append(f"script: {error}"))
        tab.on("console", lambda message: faults.append(f"console: {message.text}") if message.type == "error" else None)
        return tab

    tab = fresh()
    tab.goto(f"{origin}{BASE_PATH}/proposer/evenement/")
    tab.fill("#p-jour", "2026-03-05")
    tab.focus("#p-jour")
    tab.keyboard.type("04")
    DAY_FIRST = tab.input_value("#p-jour") == "2026-03-04"

    written = {}
    for page, story, name, expected in STORIES:
        tab = fresh()
        tab.goto(f"{origin}{BASE_PATH}/proposer/{page}/")
        keys = Keyboard(tab)
        story(keys)
        saved, text = keys.save()
        if (saved, text) != (name, expected):
            faults.append(f"{story.__name__}: {saved}:\n{text}")
        folder = "nouvelles" if page == "nouvelle" else "evenements"
        written[f"{folder}/{saved}"] = text
        # What is not sent is there again.
        tab.goto(f"{origin}{BASE_PATH}/proposer/{page}/")
        again = Keyboard(tab).save()
        if again != (saved, text):
            faults.append(f"{story.__name__}: the draft is another: {again}")
        # By mail, whole.
        if story is one_evening:
            tab.evaluate("() => { window.matchMedia = () => ({ matches: true }) }")
            address = tab.evaluate("""() => new Promise(done => {
                window.navigation.addEventListener('navigate', event => { event.preventDefault(); done(event.destination.url) });
                document.querySelector('[data-action=mail]').click() })""")
            fields = parse_qs(urlsplit(address).query)
            if f"=== PROPOSITION evenements/{name} ===\r\n" + expected.replace("\n", "\r\n") + "=== FIN ===" not in fields["body"][0]:
                faults.append(f"mail: {unquote(address)}")
            address = tab.evaluate("""() => new Promise(done => { window.open = done; document.querySelector('[data-action=forge]').click() })""")
            fields = parse_qs(urlsplit(address).query)
            if fields != {"filename": [name], "value": [expected]}:
                faults.append(f"forge: {fields}")
    print(f"{len(written)} entries by keyboard")
    faults += [f"{story}" for story in remarks(written)]
    built(written)

    # axe: empty, with errors and everything unfolded, wide and narrow, by day and by night.
    for scheme in ("light", "dark"):
        tab = fresh(bypass_csp=True, color_scheme=scheme)
        for page in ("nouvelle", "evenement", "photo"):
            tab.goto(f"{origin}{BASE_PATH}/proposer/{page}/")
            axe(tab, f"{page} {scheme}")
            if page == "photo":
                continue
            tab.click(".more > summary")
            if page == "evenement":
                tab.check("#p-repeat")
            tab.click("[data-action=save]")
            axe(tab, f"{page} {scheme} with errors")
            if tab.evaluate("() => document.activeElement.hasAttribute('data-errors')") is not True:
                faults.append(f"{page}: nobody is led to the errors")
            width = tab.evaluate("() => document.documentElement.scrollWidth")
            if width > 360:
                faults.append(f"{page}: {width} px wide")

    # 500 entries at random.
    source = random.Random(20260305)
    tab = fresh()
    tab.goto(f"{origin}{BASE_PATH}/proposer/evenement/")
    given = [answers(source) for _ in range(RANDOM_ENTRIES)]
    made = tab.evaluate("""async given => {
        const { entryFile, placesInMonth } = await import(document.querySelector('script[type=module]').src);
        return given.map(one => {
          // The menu offers only what the day is.
          if (one.when?.every === 'month' && !placesInMonth(one.when.date).some(([name]) => name === one.when.place)) one.when.place = placesInMonth(one.when.date)[0][0];
          return entryFile(one) }) }""", given)
    files = {}
    for number, file in enumerate(made):
        folder, name = file["path"].split("/")
        files[f"{folder}/{number}-{name}"] = file["text"]
    found = remarks(files)
    for one in found[:12]:
        path = one["file"].removeprefix("Content/")
        faults.append(f"random: {one.get('message')}\n{files[path]}")
    print(f"{len(files)} entries at random, {len(found)} remarks")

    # What the form refuses is what the program would: ways to register, days that are left out.
    contacts = [
        "01 23 45", "123456", "06.12.34.56.7", "0199001122345", "39 39", "01/99/00/11/22", "tel:0199001122", "+33 (0)1.99.00.11.22",
        "0033199001122", "+32 2 555 12 12", "12", "élodie@exemple.fr", "jean.@exemple.fr", "a.b+c@exemple.org", "mailto:a@exemple.fr",
        "a@café.fr", "a@b..fr", "https://user@exemple.org", "https://exemple.org/a{b}", "https://exemple..org", "Https://exemple.org/x?y#z",
        "https://exemple.org:80/x", "https://exemple.org/a^b"]
    days = [one for one in given if (one["when"] or {}).get("mode") == "repeat"][:150]
    for one in days:
        when = one["when"]
        first = datetime.date.fromisoformat(when["date"])
        when |= {"count": "", "until": "", "holidays": False, "publicHolidays": False}
        when["except"] = [str(first + datetime.timedelta(source.randint(1, 60)))]
    taken, left = tab.evaluate("""async ([contacts, days]) => {
        const { entryFile, isEmail, isPhoneNumber, isWebAddress, placesInMonth, returns } = await import(document.querySelector('script[type=module]').src);
        for (const { when } of days) if (!placesInMonth(when.date).some(([name]) => name === when.place)) when.place = placesInMonth(when.date)[0][0];
        return [contacts.map(one => isEmail(one) || isPhoneNumber(one) || isWebAddress(one)),
          days.map(one => [returns(one.when, one.when.except[0]), entryFile(one).text])] }""", [contacts, days])
    files = {f"evenements/contact-{number}.md": f"---\ntitre: A\ndebut: 2026-03-20 19:00\nfin: 2026-03-20 20:00\ninscription: {one}\n---\n"
             for number, one in enumerate(contacts)}
    files |= {f"evenements/jour-{number}.md": text for number, (_, text) in enumerate(left)}
    refused = {Path(one["file"]).stem for one in remarks(files) if one["severity"] == "error"}
    for number, (one, isTaken) in enumerate(zip(contacts, taken)):
        if isTaken == (f"contact-{number}" in refused):
            faults.append(f"{one}: the form {'takes' if isTaken else 'refuses'} it, the program does not")
    for number, (isDay, text) in enumerate(left):
        if isDay == (f"jour-{number}" in refused):
            faults.append(f"the form {'takes' if isDay else 'refuses'} a day, the program does not:\n{text}")
    print(f"{len(contacts)} ways to register and {len(left)} days left out, {len(refused)} refused by both")

    # A photograph within a proposal: it is asked what it shows, the file names it, and it is saved under that name.
    def small():
        return bytes(tab.evaluate("""() => new Promise(done => { const canvas = document.createElement('canvas'); canvas.width = 400; canvas.height = 300;
            canvas.toBlob(async blob => done([...new Uint8Array(await blob.arrayBuffer())]), 'image/jpeg') })"""))

    tab = fresh()
    tab.goto(f"{origin}{BASE_PATH}/proposer/evenement/")
    tab.fill("#p-titre", "Bal")
    tab.fill("#p-jour", "2026-03-05")
    tab.click(".more > summary")
    plain = small()
    tab.set_input_files("#p-photo", {"name": "IMG_1.JPG", "mimeType": "image/jpeg", "buffer": plain[:2] + photograph_with_position() + plain[2:]})
    tab.wait_for_selector("#p-photo-alt")
    tab.click("[data-action=save]")
    if "Ce que montre la photo" not in tab.inner_text("[data-errors]"):
        faults.append("nobody asks what a photograph shows")
    tab.fill("#p-photo-alt", "La salle, pleine")
    with tab.expect_download() as download:
        tab.click("[data-action=save]")
    text = Path(download.value.path()).read_text()
    if "image: ../images/2026-03-05-bal.jpg\nimage_alt: La salle, pleine\n" not in text:
        faults.append(f"a proposal with a photograph:\n{text}")
    with tab.expect_download() as download:
        tab.click("[data-action=picture]")
    if download.value.suggested_filename != "2026-03-05-bal.jpg" or b"CAM" in Path(download.value.path()).read_bytes():
        faults.append(f"the photograph of a proposal: {download.value.suggested_filename}")

    # A photograph.
    tab = fresh()
    tab.goto(f"{origin}{BASE_PATH}/proposer/photo/")
    plain = bytes(tab.evaluate("""() => new Promise(done => { const canvas = document.createElement('canvas'); canvas.width = 3000; canvas.height = 40;
        canvas.toBlob(async blob => done([...new Uint8Array(await blob.arrayBuffer())]), 'image/jpeg') })"""))
    tab.set_input_files("[type=file]", {"name": "IMG_1234 été.JPG", "mimeType": "image/jpeg", "buffer": plain[:2] + photograph_with_position() + plain[2:]})
    tab.wait_for_selector("[data-save]")
    with tab.expect_download() as download:
        tab.click("[data-save]")
    picture = Path(download.value.path()).read_bytes()
    sizes = re.search(rb"\xff[\xc0\xc2]\x00\x11\x08(..)(..)", picture, re.S)
    sides = [int.from_bytes(side, "big") for side in sizes.groups()]
    if sides != [2400, 32] or b"Exif" in picture or b"CAM" in picture or b"\xff\xe1" in picture[:400]:
        faults.append(f"photograph: {sides}, {picture[:60]}")
    if download.value.suggested_filename != "img-1234-ete.jpg":
        faults.append(f"photograph: {download.value.suggested_filename}")
    print(f"photograph: {sides[1]} × {sides[0]}, {len(picture)} bytes, without Exif")
    browser.close()

finish("proposals", faults, f"{len(STORIES)} stories, {RANDOM_ENTRIES} random entries")
