"""axe (WCAG 2.2 A, AA and best practice) over every page, wide and narrow, light and dark; no sideways scroll at 320 px, with
text at 200 % and with wide text spacing; no request elsewhere, no cookie, no script."""

import re

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from browsing import CHROMIUM, serve, shown
from built_site import address, finish

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Search, forms, and the unlisted page by which a letter is read over before it goes.
SCRIPTED = "/(recherche|proposer|a-relire)/"
# WCAG 2.2, 1.4.12 Text Spacing.
SPACING = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }"


origin = serve()
faults = []
looked = 0
chosen = shown()
with sync_playwright() as playwright:
    browser = playwright.chromium.launch(**CHROMIUM)
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
        if tab.evaluate("document.querySelectorAll('script:not([type=\"application/ld+json\"])').length") and not re.search(SCRIPTED, address(page)):
            faults.append(f"{address(page)}: has a script")
    browser.close()
finish("accessibility", faults, f"{len(chosen)} pages, {looked} looks")
