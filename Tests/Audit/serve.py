"""The preview in a real browser: a page that changes by itself when its file does, the diagnostics page (axe: WCAG 2.2 A, AA
and best practice), the way back; then how long a change takes, and that memory grows with the content alone.

    serve.py [PROGRAM [SIZE …]]

Prints, for sites of SIZE entries (1,000 and 10,000), how long it takes from a file that was saved until the program has the
new page ready, and until the browser shows it."""

import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

HERE = Path(__file__).resolve().parents[2]
sys.path.append(str(HERE / "Tests/Benchmarks"))
import corpus
from preview import Preview, edit_to_page, next_version, save

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


def serve(root):
    return Preview(PROGRAM, root)


def end(server):
    expect(server.end() == 0, "Ctrl-C does not end it with status 0")


def story(browser, folder):
    root = folder / "histoire"
    shutil.copytree(HERE / "Tests/Fixtures/complet", root)
    server = serve(root)
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
    # The last good page stays, and leads to what is wrong.
    tab.get_by_role("link", name="Une erreur à corriger").wait_for()
    expect("Un deuxième texte." in tab.inner_text("body"), "the last good page is gone")
    for violation in Axe().run(tab, options={"runOnly": TAGS}).response["violations"]:
        faults.append(f"last good page: {violation['id']} × {len(violation['nodes'])}")
    tab.get_by_role("link", name="Une erreur à corriger").click()
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
    tab.goto(server.address + "nouvelles/en-direct/")
    tab.get_by_text("Un deuxième texte.").first.wait_for()
    save(file, good.replace("premier", "troisième"))
    tab.get_by_text("Un troisième texte.").first.wait_for()
    expect("Une erreur à corriger" not in tab.inner_text("body"), "the mended page is still the last good one")

    end(server)
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
    server = serve(root)
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
    end(server)


def latencies(browser, folder, size):
    root = folder / str(size)
    corpus.write(size, root)
    server = serve(root)
    file = root / "Content/nouvelles/nouvelle-7.md"
    ready, worst = edit_to_page(server, file, "nouvelles/nouvelle-7/", 12)
    text = file.read_text(encoding="utf-8")
    tab = browser.new_page()
    tab.goto(server.address + "nouvelles/nouvelle-7/")
    visible = []
    for number in range(12):
        time.sleep(0.3)
        start = time.perf_counter()
        save(file, text + f"\nVue numéro {number}.\n")
        tab.get_by_text(f"Vue numéro {number}.").wait_for(timeout=60000)
        visible.append((time.perf_counter() - start) * 1000)
    print(f"serve: {size} entries: saved → page ready {ready:.0f} ms (worst {worst:.0f}), "
          f"→ visible in the browser {statistics.median(visible):.0f} ms, memory {server.memory() >> 20} MiB")
    if size in LIMITS and "GAZETTE_LATENCY" in os.environ:
        expect(ready < LIMITS[size], f"{size} entries: more than {LIMITS[size]} ms from a saved file to its page")
    tab.close()
    end(server)


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
