"""The preview in a real browser: a page that changes by itself when its file does, the diagnostics page (axe: WCAG 2.2 A, AA
and best practice), the way back; then how long a change takes, and that memory grows with the content alone.

    serve.py [PROGRAM [SIZE …]]

Prints, for sites of SIZE entries (1,000 and 10,000), how long it takes from a file that was saved until the program has the
new page ready, and until the browser shows it."""

import os
import re
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

import corpus

HERE = Path(__file__).resolve().parents[2]
PROGRAM = sys.argv[1] if len(sys.argv) > 1 else HERE / ".build/release/gazette"
SIZES = [int(size) for size in sys.argv[2:]] or [1000, 10000]
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Milliseconds from a saved file to the page that is ready: what is promised.
LIMITS = {1000: 50, 10000: 300}
# Bytes that a thousand edits may add to a program that began with a small site.
GROWTH = 16 << 20
faults = []


def expect(condition, what):
    if not condition:
        faults.append(what)


class Server:
    """`gazette serve` on a copy of a project."""

    def __init__(self, root, *options):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.process = subprocess.Popen(
            [PROGRAM, "serve", "--root", root, "--themes", HERE / "Themes", "--date", "2026-03-15", "--port", str(self.port), *options],
            stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        for line in self.process.stderr:
            if found := re.search(r"http://127\.0\.0\.1:\d+\S*/", line):
                self.address = found[0]
                break
        else:
            sys.exit("serve: the program does not begin")
        # What it says later must not fill the pipe.
        subprocess.Popen(["cat"], stdin=self.process.stderr, stdout=subprocess.DEVNULL)

    def get(self, path):
        with urllib.request.urlopen(self.address + path) as answer:
            return answer.read().decode()

    def version(self):
        return re.search(r"since=(\d+)", self.get(""))[1]

    def events(self, version):
        """An open stream that ends with the version after this one."""
        host = f"http://127.0.0.1:{self.port}"
        return urllib.request.urlopen(f"{host}/__gazette/changes?since={version}", timeout=60)

    def memory(self):
        """Bytes of it that are in memory."""
        fields = Path(f"/proc/{self.process.pid}/smaps_rollup").read_text()
        return int(re.search(r"^Rss:\s+(\d+)", fields, re.M)[1]) << 10

    def end(self):
        self.process.send_signal(signal.SIGINT)
        expect(self.process.wait(20) == 0, "Ctrl-C does not end it with status 0")


def next_version(stream):
    """Reads `stream` up to the next version."""
    for line in stream:
        if line.startswith(b"data:"):
            return line.split()[1].decode()
    return None


def save(file, text):
    """As most editors do: a new file takes the place of the old one."""
    beside = file.with_name("." + file.name + ".neu")
    beside.write_text(text, encoding="utf-8")
    os.replace(beside, file)


def story(browser, folder):
    root = folder / "histoire"
    shutil.copytree(HERE / "Tests/Fixtures/complet", root)
    server = Server(root)
    file = root / "Content/nouvelles/en-direct.md"
    good = "---\ntitre: En direct\ndate: 2026-03-01\n---\nUn premier texte.\n"
    save(file, good)
    # The policy of the page stays in force: it must allow the reload by itself.
    tab = browser.new_page(locale="fr-FR")
    tab.set_default_timeout(30000)
    problems = []
    tab.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
    tab.goto(server.address + "nouvelles/")
    tab.get_by_text("En direct").first.wait_for()
    tab.goto(server.address + "nouvelles/en-direct/")
    tab.get_by_text("Un premier texte.").first.wait_for()
    save(file, good.replace("premier", "deuxième"))
    tab.get_by_text("Un deuxième texte.").first.wait_for()
    expect(not problems, f"the browser complains: {problems}")

    save(file, good.replace("date: 2026-03-01", "date: 2026-02-30"))
    tab.get_by_role("heading", name="Une erreur à corriger").wait_for()
    expect("Content/nouvelles/en-direct.md, ligne 3" in tab.inner_text("main"), "the place of the mistake is not shown")
    for scheme in ("light", "dark"):
        for width in (360, 1280):
            context = browser.new_context(
                viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True, locale="fr-FR")
            page = context.new_page()
            page.goto(tab.url)
            for violation in Axe().run(page, options={"runOnly": TAGS}).response["violations"]:
                faults.append(f"diagnostics page {width} {scheme}: {violation['id']} × {len(violation['nodes'])}")
            overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            expect(overflow <= 0, f"diagnostics page {width}: scrolls sideways")
            context.close()
    tab.get_by_role("link", name="Voir la page telle qu’elle était avant l’erreur").click()
    tab.get_by_text("Un deuxième texte.").first.wait_for()
    save(file, good.replace("premier", "troisième"))
    tab.get_by_text("Un troisième texte.").first.wait_for()
    expect("?" not in tab.url, "the mended page is still the last good one")

    server.end()
    # Begun anew with other content and on the same port: a page that stayed open finds it by itself.
    save(file, good.replace("premier", "quatrième"))
    again = subprocess.Popen(
        [PROGRAM, "serve", "--root", root, "--themes", HERE / "Themes", "--date", "2026-03-15", "--port", str(server.port)],
        stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    tab.get_by_text("Un quatrième texte.").first.wait_for()
    again.send_signal(signal.SIGINT)
    again.wait(20)
    tab.close()


def thousand_edits(folder):
    root = folder / "mille"
    shutil.copytree(HERE / "Tests/Fixtures/minimal", root)
    server = Server(root)
    file = root / "Content/nouvelles/mille.md"
    version = server.version()
    before = 0
    for number in range(1050):
        with server.events(version) as stream:
            save(file, f"---\ntitre: Édition {number}\ndate: 2026-03-01\n---\nTexte {number}.\n")
            version = next_version(stream)
        server.get("nouvelles/mille/")
        if number == 50:
            before = server.memory()
    growth = server.memory() - before
    print(f"serve: a thousand edits add {growth / 2**20:.1f} MiB to {before / 2**20:.1f} MiB")
    expect(growth < GROWTH, f"a thousand edits add {growth >> 20} MiB")
    server.end()


def latencies(browser, folder, size):
    root = folder / str(size)
    corpus.make(root, size)
    server = Server(root)
    file = root / "Content/nouvelles/nouvelle-7.md"
    text = file.read_text(encoding="utf-8")
    tab = browser.new_page()
    tab.goto(server.address + "nouvelles/nouvelle-7/")
    ready, visible = [], []
    version = server.version()
    for number in range(12):
        with server.events(version) as stream:
            start = time.perf_counter()
            save(file, text + f"\nÉdition numéro {number}.\n")
            version = next_version(stream)
            server.get("nouvelles/nouvelle-7/")
            ready.append((time.perf_counter() - start) * 1000)
        time.sleep(0.3)
        start = time.perf_counter()
        save(file, text + f"\nVue numéro {number}.\n")
        tab.get_by_text(f"Vue numéro {number}.").wait_for(timeout=60000)
        visible.append((time.perf_counter() - start) * 1000)
        version = server.version()
        time.sleep(0.3)
    print(f"serve: {size} entries: saved → page ready {statistics.median(ready):.0f} ms (worst {max(ready):.0f}), "
          f"→ visible in the browser {statistics.median(visible):.0f} ms, memory {server.memory() >> 20} MiB")
    limit = LIMITS.get(size)
    if limit and "GAZETTE_LATENCY" in os.environ:
        expect(statistics.median(ready) < limit, f"{size} entries: more than {limit} ms from a saved file to its page")
    tab.close()
    server.end()


with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
    folder = Path(name)
    browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
    story(browser, folder)
    thousand_edits(folder)
    for size in SIZES:
        latencies(browser, folder, size)
    browser.close()
for fault in faults:
    print(f"  {fault}")
print(f"serve: {len(faults)} faults")
sys.exit(1 if faults else 0)
