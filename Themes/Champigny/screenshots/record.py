"""Records the picture of the README from the lively fixture: the home page, the agenda on a phone in the dark, the letter.

Build it first: gazette build --root Sources/Building/Starter/example --themes Themes --date 2026-03-12T10:00 --output SITE
usage: .venv/bin/python Themes/Champigny/screenshots/record.py SITE      (.venv as `make audit` leaves it)
"""

import base64
import functools
import http.server
import sys
import threading
from pathlib import Path

from playwright.sync_api import sync_playwright

SITE, HEIGHT = Path(sys.argv[1]).resolve(), 1082
VIEWS = [("index.html", 750, "light"), ("agenda/index.html", 360, "dark"), ("infolettres/2026-03/courriel.html", 534, "light")]


class Handler(http.server.SimpleHTTPRequestHandler):
    # The site's own addresses begin with its sub-folder.
    def translate_path(self, path):
        return super().translate_path(path.removeprefix("/hangar"))

    def log_message(self, *arguments):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(SITE)))
threading.Thread(target=server.serve_forever, daemon=True).start()
with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
    pictures = []
    for path, width, scheme in VIEWS:
        tab = browser.new_context(
            viewport={"width": width, "height": HEIGHT}, device_scale_factor=0.8, color_scheme=scheme).new_page()
        tab.goto(f"http://127.0.0.1:{server.server_port}/hangar/{path}")
        pictures.append(base64.b64encode(tab.screenshot()).decode())
    tab = browser.new_page()
    tab.set_content(
        "<style>body { margin: 0 } div { display: inline-flex; gap: 13px; background: #888 }</style><div>"
        + "".join(f'<img src="data:image/png;base64,{picture}">' for picture in pictures) + "</div>")
    tab.set_viewport_size({"width": 1400, "height": 900})
    tab.locator("div").screenshot(path=Path(__file__).with_name("site-and-letter.png"))
    browser.close()
