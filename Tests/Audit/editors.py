"""The editors at the forge, Sveltia CMS and Decap CMS, on the forms that `gazette schema` writes, with a repository that is only
in the browser: every collection and every entry opens, a news item and a weekly event are saved and pass `gazette check`, and
an entry that is saved with another title keeps every key and its text.

usage: editors.py PROGRAM EDITOR…
EDITOR is the file `sveltia-cms.js` or `decap-cms.js` as the project of that name publishes it; `netlify-cms.js` of before too.
"""

import functools
import http.server
import re
import shutil
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

import yaml
from playwright.sync_api import TimeoutError as TooLate
from playwright.sync_api import sync_playwright

PROGRAM = Path(sys.argv[1]).resolve()
ROOT = Path(__file__).resolve().parents[2]
PAGE = """<!doctype html><html><head><meta charset="utf-8"><link href="config.yml" type="text/yaml" rel="cms-config-url"></head>
<body><script>window.repoFiles = JSON.parse(sessionStorage.getItem("files") || "{}")</script><script src="editor.js"></script></body></html>"""
NEWS = {"titre": "Le four à pain : « enfin »", "date": "2026-03-14", "lieu": "Halle de la Corne"}
EVENT = {
    "titre": "Atelier du mardi", "debut": "2026-04-07 19:00", "fin": "2026-04-07 21:00",
    "repetition": "tous les mardis sauf le 14 avril 2026, jusqu’au 30 juin 2026", "prix": "8 € : 5 € réduit"}
TEXT = "Un texte - avec un tiret, et 5 € en poche."
faults = []


def front_matter(text):
    """The keys and the body of an entry; no keys where they are no YAML to an editor."""
    match = re.match(r"---\n(.*?)\n?---\n?(.*)", text, re.S)
    try:
        keys = yaml.load(match[1], Loader=yaml.BaseLoader) if match else None
    except yaml.YAMLError:
        keys = None
    return (keys if isinstance(keys, dict) else None), (match[2].strip() if match else "")


def holds(value):
    return value not in ("", None, [], {}) and value != "false"


def same(a, b):
    """Whether two values say the same: an editor may write a list of one, fold a text, leave out what is empty."""
    if isinstance(a, dict) and isinstance(b, dict):
        return all(same(a.get(k), b.get(k)) for k in a | b if holds(a.get(k)) or holds(b.get(k)))
    if isinstance(a, list) and isinstance(b, list):
        return len(a) == len(b) and all(map(same, a, b))
    if isinstance(b, list) and len(b) == 1:
        return same(a, b[0])
    # A day becomes a moment where an editor knows no key for it.
    a, b = (re.sub(r"T00:00:00\.000Z$", "", str(one)) for one in (a, b))
    return re.sub(r"\s+", " ", str(a)).strip() == re.sub(r"\s+", " ", str(b)).strip()


class Editor:
    """An editor in a tab, with the files of a project before it."""

    def __init__(self, browser, base, files):
        self.base, self.files = base, files
        self.tab = browser.new_context(viewport={"width": 1300, "height": 1400}, locale="fr-FR").new_page()
        self.tab.set_default_timeout(8000)
        self.tab.on("pageerror", lambda error: faults.append(f"{self.name}: {str(error)[:200]}"))
        self.tab.on("dialog", lambda dialog: dialog.accept())
        self.tab.route("**/*", lambda route: route.continue_() if route.request.url.startswith((base, "blob:", "data:")) else route.abort())
        self.tab.goto(base + "/empty.html")
        self.seed()
        self.start()

    def start(self):
        self.tab.goto(self.base + "/index.html")
        self.tab.reload()
        # Who is known to the browser is let in at once.
        self.tab.wait_for_timeout(1500)
        login = self.tab.get_by_role("button", name=self.login)
        if login.count():
            login.first.click()
            self.tab.wait_for_timeout(3000)

    def go(self, place):
        self.tab.goto(f"{self.base}/index.html#{place}")
        self.tab.wait_for_timeout(1000)

    def complaint(self):
        """What the form has against being saved."""
        return " / ".join(self.tab.locator('[role=alert], [aria-invalid=true]').all_inner_texts())[:200]

    def enter(self, values, text=None):
        for key, value in values.items():
            self.field(key).fill(value)
        if text:
            self.write(text)


class Sveltia(Editor):
    name = "sveltia"
    login = re.compile("Test")
    WALK = """async files => {
      const root = await (await navigator.storage.getDirectory()).getDirectoryHandle('sveltia-cms-test', {create: true});
      const found = {};
      const walk = async (folder, path) => {
        for await (const [name, handle] of folder.entries()) {
          if (handle.kind === 'directory') await walk(handle, path + name + '/');
          else found[path + name] = await (await handle.getFile()).text();
        }
      };
      for (const [path, text] of Object.entries(files)) {
        const parts = path.split('/');
        let folder = root;
        for (const part of parts.slice(0, -1)) folder = await folder.getDirectoryHandle(part, {create: true});
        const file = await (await folder.getFileHandle(parts.at(-1), {create: true})).createWritable();
        await file.write(text);
        await file.close();
      }
      await walk(root, '');
      return found;
    }"""

    def seed(self):
        self.tab.evaluate(self.WALK, self.files)

    def saved(self):
        return self.tab.evaluate(self.WALK, {})

    def field(self, key):
        return self.tab.locator(f'[data-key-path="{key}"]').first.locator("input").first

    def write(self, text):
        # The fields come as they are scrolled to; those of the preview bear the same names.
        self.tab.locator('[data-key-path="partenaires"]').first.scroll_into_view_if_needed()
        self.tab.mouse.move(300, 700)
        self.tab.mouse.wheel(0, 9000)
        self.tab.locator('[data-key-path="body"][data-field-type=markdown] [contenteditable]').first.click()
        self.tab.keyboard.type(text)

    def save(self):
        self.tab.get_by_role("button", name="Save").first.click()
        self.tab.wait_for_timeout(2500)


class Decap(Editor):
    name = "decap"
    login = re.compile("^(Login|Se connecter|Connexion)")

    def go(self, place):
        # A form that is open stays open where only the address changes.
        super().go("/".join(place.split("/")[:3]))
        super().go(place)

    def seed(self):
        self.tab.evaluate(
            """files => {
              const tree = {};
              for (const [path, text] of Object.entries(files)) {
                const parts = path.split('/');
                let folder = tree;
                for (const part of parts.slice(0, -1)) folder = folder[part] ??= {};
                folder[parts.at(-1)] = {content: text};
              }
              sessionStorage.setItem('files', JSON.stringify(tree));
            }""", self.files)

    def saved(self):
        return self.tab.evaluate(
            """() => {
              const found = {};
              const walk = (folder, path) => {
                for (const [name, one] of Object.entries(folder)) {
                  if (typeof one.content === 'string') found[path + name] = one.content; else walk(one, path + name + '/');
                }
              };
              walk(window.repoFiles, '');
              return found;
            }""")

    def field(self, key):
        return self.tab.locator(f'input[id^="{key}-field-"]').first

    def write(self, text):
        self.tab.locator('[data-slate-editor="true"]').first.click()
        self.tab.keyboard.type(text)
        self.tab.wait_for_timeout(800)

    def save(self):
        self.tab.get_by_role("button", name=re.compile("^(Publish|Publier)$")).first.click()
        self.tab.get_by_text(re.compile("^(Publish now|Publier maintenant)$")).first.click()
        self.tab.wait_for_timeout(2500)


def check(folder, files):
    """What `gazette check` has to say of these files."""
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)
    answer = subprocess.run(
        [PROGRAM, "check", "--root", folder, "--themes", ROOT / "Themes", "--date", "2026-03-15"], capture_output=True, text=True)
    return [line for line in (answer.stdout + answer.stderr).splitlines() if any(path in line for path in files)]


def audit(kind, browser, base, folder, collections, is_old):
    files = {str(p.relative_to(folder)): p.read_text() for p in (folder / "Content").rglob("*") if p.suffix in (".md", ".yml")}
    editor = kind(browser, base, files)

    def story(name, body):
        try:
            return body()
        except TooLate as error:
            faults.append(f"{kind.name}: {name}: {str(error).splitlines()[0]}: {str(error).splitlines()[-1][:120]}")
            editor.start()

    # Each collection opens, and its form for a new entry.
    for collection in collections:
        def open_form():
            editor.go(f"/collections/{collection}/new")
            editor.field("titre").wait_for()
        story(f"{collection}: new", open_form)

    # What is written anew passes the check.
    for collection, values in (("nouvelles", NEWS), ("evenements", EVENT)):
        def add():
            editor.go(f"/collections/{collection}/new")
            editor.enter(values, TEXT)
            before = editor.saved()
            editor.save()
            new = {p: t for p, t in editor.saved().items() if before.get(p) != t}
            if len(new) != 1:
                return faults.append(f"{kind.name}: {collection}: wrote {sorted(new)}")
            keys, text = front_matter(*new.values())
            wrong = [k for k, v in values.items() if not same((keys or {}).get(k), v)] + ([] if text == TEXT else [text])
            faults.extend(f"{kind.name}: {collection}: {one!r} is not as it was entered" for one in wrong)
            faults.extend(f"{kind.name}: {line}" for line in check(folder, new))
        story(f"{collection}: add", add)

    if is_old:
        return
    # What is there already comes back as it was, with another title.
    count = 0
    for path, text in sorted(files.items()):
        parts = Path(path).parts
        keys, body = front_matter(text)
        if parts[1] not in collections or len(parts) != 3 or not keys or "titre" not in keys:
            continue
        # A list of maps with a line among them, Decap does not open.
        if kind is Decap and len({type(one) for one in keys.get("seances", [])}) > 1:
            continue

        def change():
            editor.go(f"/collections/{parts[1]}/entries/{Path(path).stem}")
            title = keys["titre"] + " bis"
            editor.field("titre").fill(title)
            editor.save()
            saved = editor.saved().get(path, "")
            after, words = front_matter(saved)
            if saved == text or not after:
                return faults.append(f"{kind.name}: {path}: not saved: {editor.complaint()}")
            known = check(folder, {path: text})
            new = [line for line in check(folder, {path: saved}) if line not in known]
            check(folder, {path: text})
            lost = False
            for key in sorted(keys | after):
                a, b = (title if key == "titre" else keys.get(key)), after.get(key)
                if not (holds(a) or holds(b)) or same(a, b):
                    continue
                lost = True
                # What an editor does not understand it may lose, as long as nobody can publish that.
                if not any("erreur" in line for line in new):
                    faults.append(f"{kind.name}: {path}: {key}: {str(a)[:60]!r} became {str(b)[:60]!r}")
            # Marks may be others of the same meaning; a block of code is said to be plain.
            if re.sub(r"[\W_]+", "", words.replace("```plain", "")) != re.sub(r"[\W_]+", "", body):
                faults.append(f"{kind.name}: {path}: the text became {words[:80]!r}")
            faults.extend(f"{kind.name}: {line}" for line in new if not lost and " : note : " not in line)
        story(path, change)
        count += 1
    print(f"{kind.name}: {count} entries changed")


def main():
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as place:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for number, file in enumerate(sys.argv[2:]):
            source = Path(file).read_bytes()
            kind = Sveltia if b"sveltia-cms-test" in source else Decap
            # Before Decap, days in YAML became moments: what stands there was not kept as it is.
            is_old = b"tag:yaml.org,2002:timestamp" in source and b"sveltia" not in source
            folder, site = Path(place, f"project-{number}"), Path(place, f"site-{number}")
            shutil.copytree(ROOT / "Tests/Fixtures/complet/Content", folder / "Content")
            subprocess.run([PROGRAM, "schema", "--root", folder], check=True, capture_output=True)
            config = (folder / ".schema/config.yml").read_text()
            site.mkdir()
            # A repository in the browser; what is saved is there at once.
            config = re.sub(r"^backend:\n(?:  .*\n)+", 'backend:\n  name: "test-repo"\n', config)
            (site / "config.yml").write_text(config.replace('publish_mode: "editorial_workflow"', 'publish_mode: "simple"'))
            (site / "index.html").write_text(PAGE)
            (site / "empty.html").write_text("<!doctype html><title>x</title>")
            (site / "editor.js").write_bytes(source)
            handler = functools.partial(Quiet, directory=str(site))
            server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
            threading.Thread(target=server.serve_forever, daemon=True).start()
            collections = [one["name"] for one in yaml.safe_load(config)["collections"] if "folder" in one]
            audit(kind, browser, f"http://127.0.0.1:{server.server_port}", folder, collections, is_old)
            server.shutdown()
        browser.close()
    print(*sorted(set(faults)), sep="\n", end="\n" if faults else "")
    print(f"editors: {len(set(faults))} faults")
    sys.exit(bool(faults))


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


main()
