"""axe (WCAG 2.2 A, AA and best practice) over one page of each kind, wide and narrow, light and dark; no sideways scroll at
320 px, with text at 200 % and with wide text spacing; no request elsewhere, no cookie, no script."""

import functools
import http.server
import re
import threading
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from built_site import BASE_PATH, ROOT, address, finish, pages

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# WCAG 2.2, 1.4.12 Text Spacing.
SPACING = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }"


class Handler(http.server.SimpleHTTPRequestHandler):
    def translate_path(self, path):
        path = urlsplit(path).path
        return super().translate_path(path[len(BASE_PATH):] if path.startswith(BASE_PATH) else "/404")

    def log_message(self, *arguments):
        pass


def kinds():
    """A few pages of each kind: those whose address differs by the last part alone are one kind; the heaviest is taken, and
    the lightest."""
    groups = {}
    for page in pages():
        if 'http-equiv="refresh"' in page.read_text():
            continue
        parent = str(page.parent.parent.relative_to(ROOT)) if page.parent != ROOT else page.name
        kind = parent if parent not in (".",) else address(page)
        groups.setdefault(kind + ("/year" if re.fullmatch(r"\d{4}", page.parent.name) else ""), []).append(page)
    for group in groups.values():
        group.sort(key=lambda p: p.stat().st_size)
        yield group[-1]
        if len(group) > 1:
            yield group[0]


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(ROOT)))
threading.Thread(target=server.serve_forever, daemon=True).start()
origin = f"http://127.0.0.1:{server.server_port}"
faults = []
looked = 0
chosen = list(dict.fromkeys(kinds()))
with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
    for width in (360, 1280):
        for scheme in ("light", "dark"):
            # The page's own policy forbids scripts; axe is one.
            context = browser.new_context(
                viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True, locale="fr-FR")
            tab = context.new_page()
            tab.on("request", lambda r: None if r.url.startswith((origin, "data:")) else faults.append(f"asks for {r.url}"))
            for page in chosen:
                tab.goto(origin + address(page))
                looked += 1
                results = Axe().run(tab, options={"runOnly": TAGS})
                for violation in results.response["violations"]:
                    node = violation["nodes"][0]
                    faults.append(
                        f"{address(page)} {width} {scheme}: {violation['id']} × {len(violation['nodes'])}: "
                        f"{node['html'][:120]} {' '.join(c['message'] for c in node['any'] + node['all'])[:160]}")
            if context.cookies():
                faults.append("sets a cookie")
            context.close()
    context = browser.new_context(viewport={"width": 320, "height": 700}, bypass_csp=True)
    tab = context.new_page()
    for page in chosen:
        for what, style in (("320 px", ""), ("200 % text", "html { font-size: 200% }"), ("text spacing", SPACING)):
            tab.set_viewport_size({"width": 640 if "200" in what else 320, "height": 700})
            tab.goto(origin + address(page))
            if style:
                tab.add_style_tag(content=style)
            overflow = tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            if overflow > 0:
                faults.append(f"{address(page)}: scrolls sideways by {overflow} px ({what})")
        if tab.evaluate("document.querySelectorAll('script:not([type=\"application/ld+json\"])').length") and not re.search("/(recherche|proposer)/", address(page)):
            faults.append(f"{address(page)}: has a script")
    browser.close()
finish("accessibility", faults, f"{len(chosen)} pages, {looked} looks")
