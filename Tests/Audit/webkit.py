"""Pages and letters in WebKit, the engine of every browser and of Mail on an iPhone: nothing is wider than a screen of 320 px,
no script fails, and the search finds.

Runs with the Python of the system, which has the bindings of WebKitGTK, within `xvfb-run`.
"""

import functools
import http.server
import json
import os
import re
import threading
from urllib.parse import urlsplit

from built_site import BASE_PATH, ROOT, address, finish, pages

os.environ["WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS"] = "1"
os.environ["WEBKIT_DISABLE_COMPOSITING_MODE"] = "1"

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import GLib, Gtk, WebKit2

WIDTH = 320
MEASURE = """
  const wide = [...document.querySelectorAll("body *")].filter((e) => e.getBoundingClientRect().right > innerWidth + 1)
  return JSON.stringify({
    width: document.documentElement.scrollWidth, window: innerWidth,
    wide: wide.slice(0, 2).map((e) => e.tagName + "." + e.className + " " + e.textContent.trim().slice(0, 40)),
    errors: window.auditErrors || [], found: document.querySelectorAll("main mark").length,
  })
"""
WATCH = """
  window.auditErrors = []
  addEventListener("error", (event) => event.message && window.auditErrors.push(event.message))
  addEventListener("unhandledrejection", (event) => window.auditErrors.push(String(event.reason)))
"""


class Handler(http.server.SimpleHTTPRequestHandler):
    def translate_path(self, path):
        path = urlsplit(path).path
        return super().translate_path(path.removeprefix(BASE_PATH) if BASE_PATH else path)

    def log_message(self, *_):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(ROOT)))
threading.Thread(target=server.serve_forever, daemon=True).start()
origin = f"http://127.0.0.1:{server.server_port}"

letters = ["/".join(["", *p.relative_to(ROOT).parts]) for p in sorted(ROOT.rglob("courriel*.html"))]
search = [address(p) for p in pages() if p.parent == ROOT / "recherche"]
titles = [re.search(r"<h1[^>]*>([^<]+)", p.read_text()) for p in pages() if p.parent.parent.name in ("agenda", "nouvelles")]
word = max((word for title in titles if title for word in re.findall(r"[a-z]{5,}", title[1])), key=len, default=None)
queue = [(address(p), False) for p in pages()] + [(BASE_PATH + l, False) for l in letters]
queue += [(f"{path}?q={word}", True) for path in search if word]

faults = []
view = WebKit2.WebView()
view.get_settings().set_property("hardware-acceleration-policy", WebKit2.HardwareAccelerationPolicy.NEVER)
view.get_user_content_manager().add_script(WebKit2.UserScript.new(
    WATCH, WebKit2.UserContentInjectedFrames.TOP_FRAME, WebKit2.UserScriptInjectionTime.START, None, None))
window = Gtk.OffscreenWindow()
window.add(view)
window.set_default_size(WIDTH, 700)
view.set_size_request(WIDTH, 700)
window.show_all()
rest = iter(queue)
seen = 0
current = None


def following():
    global current
    current = next(rest, None)
    if current is None:
        Gtk.main_quit()
    else:
        view.load_uri(origin + current[0])
    return False


def loaded(_, event):
    # Pictures of letters stand at the public address: what is not there ends a second time.
    if event == WebKit2.LoadEvent.FINISHED and view.get_uri() == origin + current[0]:
        # What is searched for comes after the page.
        GLib.timeout_add(2000 if current[1] else 30, measure)


def measure():
    view.evaluate_javascript("(() => {" + MEASURE + "})()", -1, None, None, None, measured, None)
    return False


def measured(view, result, _):
    global seen
    path, searches = current
    try:
        answer = json.loads(view.evaluate_javascript_finish(result).to_string())
    except (GLib.Error, ValueError) as error:
        faults.append(f"{path}: {error}")
    else:
        seen += 1
        if answer["window"] != WIDTH:
            faults.append(f"{path}: the window is {answer['window']} px wide")
        if answer["width"] > WIDTH:
            faults.append(f"{path}: {answer['width']} px wide: {answer['wide']}")
        faults.extend(f"{path}: {error}" for error in answer["errors"])
        if searches and not answer["found"]:
            faults.append(f"{path}: nothing is found")
    GLib.idle_add(following)


view.connect("load-changed", loaded)
view.connect(
    "load-failed", lambda _view, _event, path, error: error.matches(WebKit2.network_error_quark(), WebKit2.NetworkError.CANCELLED)
    or faults.append(f"{path}: {error.message}"))
GLib.idle_add(following)
GLib.timeout_add_seconds(600, Gtk.main_quit)
Gtk.main()
if seen < len(queue):
    faults.append(f"only {seen} of {len(queue)} were seen")
finish("webkit", faults, f"{seen} pages and letters")
