"""The search page in a browser: the queries of the fixture give what they should, it works by keyboard and with the back
button, axe on the page with results and without any, the size of the index and of the script, the time of a key."""

import functools
import gzip
import http.server
import json
import sys
import threading
from pathlib import Path
from urllib.parse import quote, urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from built_site import BASE_PATH, ROOT, finish

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# With queries: what they must give. Without: any site, to be measured.
QUERIES = json.loads(Path(sys.argv[2]).read_text()) if len(sys.argv) > 2 else None
INDEX_LIMIT = 60_000
SCRIPT_LIMIT = 10_000
KEY_LIMIT = 50


class Handler(http.server.SimpleHTTPRequestHandler):
    def translate_path(self, path):
        path = urlsplit(path).path
        return super().translate_path(path[len(BASE_PATH):] if path.startswith(BASE_PATH) else "/404")

    def log_message(self, *arguments):
        pass


def results(tab):
    return tab.eval_on_selector_all("#recherche_resultats a", "all => all.map(a => a.getAttribute('href'))")


def axe(tab, name):
    for violation in Axe().run(tab, options={"runOnly": TAGS}).response["violations"]:
        faults.append(f"{name}: {violation['id']}: {violation['nodes'][0]['html'][:120]}")


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(ROOT)))
threading.Thread(target=server.serve_forever, daemon=True).start()
origin = f"http://127.0.0.1:{server.server_port}"
page_address = origin + BASE_PATH + "/recherche/"
faults = []

index = (ROOT / "recherche" / "index.json").read_bytes()
entries = len(json.loads(index)["entries"])
size = len(gzip.compress(index, 9))
script = max(ROOT.glob("theme/*/search.js")).stat().st_size
print(f"index of {entries} entries: {len(index)} bytes, gzip {size}; script: {script} bytes")
if size > max(INDEX_LIMIT, entries * INDEX_LIMIT // 300):
    faults.append(f"index of {size} bytes for {entries} entries")
if script > SCRIPT_LIMIT:
    faults.append(f"script of {script} bytes")

with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
    tab = browser.new_page(locale="fr-FR")
    if QUERIES:
        tab.clock.set_fixed_time(QUERIES["today"] + "T12:00:00+01:00")
    messages = []
    tab.on("console", lambda message: messages.append(message.text) if message.type == "error" else None)
    tab.on("pageerror", lambda error: messages.append(str(error)))

    # From the head of the home page, by keyboard alone.
    tab.goto(origin + BASE_PATH + "/")
    if tab.evaluate("performance.getEntriesByType('resource').some(r => r.name.includes('index.json') || r.name.endsWith('.js'))"):
        faults.append("the home page loads a script or the index")
    field = tab.locator("header input[name=q]")
    field.focus()
    field.press_sequentially("atelier")
    field.press("Enter")
    tab.wait_for_url(page_address + "?q=atelier")
    field = tab.locator("#recherche_mots")
    field.wait_for(state="visible")

    asked = QUERIES["queries"] if QUERIES else []
    for query in asked:
        field.fill(query["asked"])
        found = [a[len(BASE_PATH):] for a in results(tab)[:3]]
        if found != query["first"]:
            faults.append(f"« {query['asked']} »: {found} instead of {query['first']}")

    # One key after the other: the results stand when the key's event is over. Of five times the shortest counts, as
    # nothing but this script is to be measured.
    tab.goto(page_address)
    field.wait_for(state="visible")
    slowest = tab.evaluate(
        """queries => {
          const input = document.getElementById("recherche_mots");
          const key = text => {
            input.value = text;
            const before = performance.now();
            input.dispatchEvent(new Event("input", { bubbles: true }));
            document.getElementById("recherche_resultats").getBoundingClientRect();
            return performance.now() - before;
          };
          const starts = queries.flatMap(query => Array.from(query, (_, i) => query.slice(0, i + 1)));
          return Math.max(...starts.map(start => Math.min(...Array.from({ length: 5 }, () => key(start)))));
        }""",
        ["equipements", "champy soupe", "latelier", "zzzzzzz", "un atelier de reparation"])
    print(f"slowest key with {entries} entries: {slowest:.1f} ms")
    if slowest > KEY_LIMIT and entries <= 1100:
        faults.append(f"a key takes {slowest:.0f} ms")

    if QUERIES:
        tab.clock.resume()
        field.fill("soupe")
        tab.locator("#recherche_bilan", has_text="résultats").wait_for()
        if not tab.locator("#recherche_resultats mark").count():
            faults.append("nothing is marked")
        axe_tab = browser.new_context(bypass_csp=True, locale="fr-FR").new_page()
        for query, name in (("soupe", "with results"), ("zzzzzz", "without results"), ("", "the index")):
            axe_tab.goto(page_address + ("?q=" + quote(query) if query else ""))
            axe_tab.locator("#recherche_mots").wait_for(state="visible")
            axe_tab.wait_for_timeout(400)
            axe(axe_tab, name)
        if not axe_tab.locator("#recherche_liste a").first.is_visible():
            faults.append("the index is hidden although nothing is asked")

        # To the second result and back.
        field.press("ArrowDown")
        tab.keyboard.press("ArrowDown")
        address = tab.evaluate("document.activeElement.href")
        tab.keyboard.press("Enter")
        tab.wait_for_url(address)
        tab.go_back()
        tab.locator("#recherche_resultats a").first.wait_for()
        if field.input_value() != "soupe":
            faults.append(f"after going back « {field.input_value()} » is asked")
        field.fill("zzzzzz")
        tab.locator("#recherche_bilan", has_text="Rien").wait_for()
        if not tab.locator("#recherche_liste a").first.is_visible():
            faults.append("nothing is found, and the index is hidden")

        still = browser.new_context(java_script_enabled=False).new_page()
        still.goto(page_address)
        if still.locator("#recherche_liste a").count() < entries - 10 or still.locator("#recherche_mots").is_visible():
            faults.append("without script the page is no index")
    faults += messages
    browser.close()
finish("search", faults, f"{len(asked)} queries")
