"""What the checks that open a browser share: the site as a server sends it, and which pages to look at."""

import functools
import http.server
import re
import threading
from urllib.parse import urlsplit

from built_site import BASE_PATH, ROOT, address, pages

CHROMIUM = {"executable_path": "/usr/bin/chromium", "args": ["--no-sandbox"]}


class Handler(http.server.SimpleHTTPRequestHandler):
    def translate_path(self, path):
        path = urlsplit(path).path
        return super().translate_path(path[len(BASE_PATH):] if path.startswith(BASE_PATH) else "/404")

    def log_message(self, *arguments):
        pass


def shown():
    """Every page that stays where it is opened."""
    return [p for p in pages() if 'http-equiv="refresh"' not in p.read_text()]


def kinds():
    """A few pages of each kind: those whose address differs by the last part alone are one kind; the heaviest is taken, and
    the lightest."""
    groups = {}
    for page in shown():
        parent = str(page.parent.parent.relative_to(ROOT)) if page.parent != ROOT else page.name
        kind = parent if parent not in (".",) else address(page)
        groups.setdefault(kind + ("/year" if re.fullmatch(r"\d{4}", page.parent.name) else ""), []).append(page)
    for group in groups.values():
        group.sort(key=lambda p: p.stat().st_size)
        yield group[-1]
        if len(group) > 1:
            yield group[0]


def serve():
    """The origin from which the site is sent, until the check ends."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(ROOT)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}"
