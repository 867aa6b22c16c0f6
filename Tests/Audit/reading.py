"""How pages are read by keyboard, at 400 % and on a slow network: every stop can be seen and left, what a page is about begins
on the first screen of 320 × 256, and nothing jumps (CLS) while it loads and is scrolled."""

import re

from playwright.sync_api import sync_playwright

from browsing import CHROMIUM, kinds, serve
from built_site import BASE_PATH, address, finish

# Of a laptop's 1280 × 1024 at 400 % (WCAG 2.2, 1.4.10).
NARROW = {"width": 320, "height": 256}
# web.dev/articles/cls; « good » is 0.1.
JUMP_LIMIT = 0.05
STOP_LIMIT = 400

STOP = """() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const box = e.getBoundingClientRect(), style = getComputedStyle(e);
  const at = document.elementFromPoint(
    Math.min(Math.max(box.left + Math.min(box.width, 8) / 2, 0), innerWidth - 1),
    Math.min(Math.max(box.top + Math.min(box.height, 8) / 2, 0), innerHeight - 1));
  return {
    html: e.outerHTML.slice(0, 90),
    isSeen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    hasOutline: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    isCovered: !!at && !e.contains(at) && !at.contains(e),
  };
}"""

TOPS = """() => {
  const top = (e) => e ? Math.round(e.getBoundingClientRect().top) : null;
  const event = top(document.querySelector("main .month .h-event .agenda-title"));
  // What the team wrote above its agenda is for the team to shorten.
  const own = document.querySelector("main > .wide > .text");
  const room = own?.nextElementSibling ? top(own.nextElementSibling) - top(own) : 0;
  return { title: top(document.querySelector("main h1")), event: event === null ? null : event - room };
}"""

WATCH = """() => {
  window.jumps = [];
  new PerformanceObserver((list) => {
    for (const e of list.getEntries()) if (!e.hadRecentInput) window.jumps.push([e.startTime, e.value]);
  }).observe({ type: "layout-shift", buffered: true });
}"""


# Pictures that take no room while they are not there.
ROOMLESS = """() => [...document.querySelectorAll("main img")].filter((e) => {
  const box = e.getBoundingClientRect();
  return e.offsetParent !== null && (box.width < 2 || box.height < 2);
}).map((e) => e.getAttribute("src"))"""


def keeps_room(browser, width, faults):
    """Looks at pages whose pictures never come."""
    context = browser.new_context(viewport={"width": width, "height": 700}, locale="fr-FR")
    tab = context.new_page()
    waiting = []
    tab.route(re.compile(r"/images/"), lambda route: waiting.append(route))
    for page in chosen:
        if not re.search(r"<img|<picture", page.read_text().split("<main", 1)[1]):
            continue
        tab.goto(origin + address(page), wait_until="domcontentloaded")
        for source in tab.evaluate(ROOMLESS):
            faults.append(f"{address(page)} {width}: no room is kept for {source}")
    for route in waiting:
        route.abort()
    context.close()


def shift(entries):
    """The largest sum of a window of five seconds at most, with gaps of one at most."""
    largest = total = 0
    start = last = None
    for time, value in entries:
        if start is None or time - last > 1000 or time - start > 5000:
            start, total = time, 0
        total, last = total + value, time
        largest = max(largest, total)
    return largest


def to_content(tab, where, faults):
    """The first stop of a page leads to its content."""
    tab.keyboard.press("Tab")
    first = tab.evaluate(STOP)
    if not first or 'class="skip"' not in first["html"] or not first["isSeen"]:
        faults.append(f"{where}: the first stop does not lead to the content")
        return
    tab.keyboard.press("Enter")
    if tab.evaluate("document.activeElement.tagName") != "MAIN":
        faults.append(f"{where}: the link to the content does not lead there")
    tab.reload()


def by_keyboard(tab, where, faults):
    """Goes through a page by the key Tab alone."""
    to_content(tab, where, faults)
    stops = 0
    while stops < STOP_LIMIT:
        tab.keyboard.press("Tab")
        stop = tab.evaluate(STOP)
        if stop is None:
            return stops
        stops += 1
        for fault, words in (("isSeen", "is not seen"), ("hasOutline", "shows no outline")):
            if not stop[fault]:
                faults.append(f"{where}: the stop {stop['html']} {words}")
        if stop["isCovered"]:
            faults.append(f"{where}: the stop {stop['html']} is covered")
    if not re.search("/(agenda|plan-du-site|proposer)/", where):
        faults.append(f"{where}: no end after {STOP_LIMIT} stops")
    return stops


origin = serve()
faults = []
stops = 0
largest = (0, "")
# The pages by which letters are read over show these in frames, whose stops are the letters'.
chosen = [p for p in dict.fromkeys(kinds()) if p.parent.name != "a-relire"]
with sync_playwright() as playwright:
    browser = playwright.chromium.launch(**CHROMIUM)
    context = browser.new_context(viewport=NARROW, bypass_csp=True, locale="fr-FR")
    tab = context.new_page()
    for page in chosen:
        where = address(page)
        tab.goto(origin + where)
        tops = tab.evaluate(TOPS)
        if tops["title"] is not None and tops["title"] >= NARROW["height"]:
            faults.append(f"{where}: at 400 % the title begins at {tops['title']} of {NARROW['height']}")
        if where == BASE_PATH + "/agenda/" and tops["event"] is not None and tops["event"] >= NARROW["height"]:
            faults.append(f"{where}: at 400 % the first event begins at {tops['event']} of {NARROW['height']}")
    context.close()

    for width in (360, 1280):
        context = browser.new_context(viewport={"width": width, "height": 700}, bypass_csp=True, locale="fr-FR")
        tab = context.new_page()
        for page in chosen:
            tab.goto(origin + address(page))
            stops += by_keyboard(tab, f"{address(page)} {width}", faults)
        # What is folded is opened by the keyboard alone.
        tab.goto(origin + BASE_PATH + "/")
        fold = tab.locator(".fold > summary")
        if fold.is_visible():
            fold.focus()
            tab.keyboard.press("Enter")
            tab.keyboard.press("Tab")
            if tab.evaluate("document.activeElement.closest('.fold') === null"):
                faults.append(f"{width}: the menu does not open by the keyboard")
        context.close()

    for width in (360, 1280):
        keeps_room(browser, width, faults)
        context = browser.new_context(viewport={"width": width, "height": 640}, locale="fr-FR")
        context.add_init_script(f"({WATCH})()")
        tab = context.new_page()
        network = context.new_cdp_session(tab)
        network.send("Network.enable")
        for page in chosen:
            if not re.search(r"<img|<picture", page.read_text().split("<main", 1)[1]):
                continue
            network.send("Network.clearBrowserCache")
            # « Slow 3G » of browsers' tools.
            network.send(
                "Network.emulateNetworkConditions",
                {"offline": False, "latency": 400, "downloadThroughput": 60_000, "uploadThroughput": 60_000})
            tab.goto(origin + address(page), wait_until="load")
            height = tab.evaluate("document.documentElement.scrollHeight")
            for y in range(0, min(height, 12_000), 500):
                tab.evaluate(f"window.scrollTo(0, {y})")
                tab.wait_for_timeout(120)
            tab.wait_for_timeout(1500)
            jump = shift(tab.evaluate("window.jumps"))
            largest = max(largest, (jump, f"{address(page)} {width}"))
            if jump > JUMP_LIMIT:
                faults.append(f"{address(page)} {width}: jumps by {jump:.3f}")
        context.close()
    browser.close()
print(f"farthest jump: {largest[0]:.3f} {largest[1]}")
finish("reading", faults, f"{len(chosen)} pages, {stops} stops")
