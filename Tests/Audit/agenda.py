"""The agenda of a lively site: its pages name the dates that its calendar has, neither more nor fewer; its lists are short, its
home page names nothing twice, its letters are light; its menu opens by keyboard, and nothing moves while pictures come.

usage: agenda.py SITE DAY      (DAY as the site was built with --date)
"""

import functools
import http.server
import re
import sys
import threading
from datetime import date, datetime, timedelta
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import icalendar
import recurring_ical_events
from playwright.sync_api import sync_playwright

from built_site import BASE_PATH, ROOT, address, file_of, finish, pages
from page_dates import PageDates

TODAY = date.fromisoformat(sys.argv[2])
PARIS = ZoneInfo("Europe/Paris")
# What a visitor bears: screens of 360 × 640, stops of the Tab key, lines of one list, bytes of a letter.
AGENDA_SCREENS, PLACE_SCREENS, AGENDA_STOPS, LIST_LINES, LETTER_BYTES, LAYOUT_SHIFT = 12, 8, 150, 60, 60_000, 0.05


def dates(path):
    file = file_of(BASE_PATH + path)
    return PageDates(file.read_text(), BASE_PATH).found if file else set()


def calendar_dates(start, end):
    """The same, and the states, as the calendar has them."""
    found = {}
    calendar = icalendar.Calendar.from_ical((ROOT / "agenda.ics").read_bytes())
    for event in recurring_ical_events.of(calendar).between(start, end + timedelta(days=1)):
        begin = event["DTSTART"].dt
        is_timed = isinstance(begin, datetime)
        name = begin.astimezone(PARIS).strftime("%Y-%m-%dT%H:%M") if is_timed else begin.isoformat()
        if name[:10] <= end.isoformat():
            found[urlsplit(event["URL"]).path, name] = event.get("STATUS", "CONFIRMED")
    return found


def compare_dates():
    months = sorted(p.name for p in (ROOT / "agenda").iterdir() if re.fullmatch(r"\d{4}-\d{2}", p.name))
    last = TODAY.replace(year=TODAY.year + 1)
    calendar = calendar_dates(date.fromisoformat(months[0] + "-01"), last)
    on_pages = set().union(*(dates(f"/agenda/{month}/") for month in months))
    on_pages = {d for d in on_pages if d[1][:10] <= last.isoformat()}
    # What was never confirmed is not said to have taken place; what was called off leaves the calendar in time.
    is_past = lambda start: start[:10] < TODAY.isoformat()
    held = {(*key, True) for key, state in calendar.items() if state == "CONFIRMED" or state == "TENTATIVE" and not is_past(key[1])}
    off = {(*key, False) for key, state in calendar.items() if state == "CANCELLED" and not is_past(key[1])}
    shown = {d for d in on_pages if d[2] and calendar.get(d[:2]) != "TENTATIVE" or not is_past(d[1])}
    for name, here, there in (("months", shown, held | off), ("calendar", held | off, shown)):
        faults.extend(f"only in the {name}: {d}" for d in sorted(here - there)[:9])
    lists = ["/", "/agenda/", "/agenda/ce-week-end/", "/agenda/en-ligne/"]
    lists += [address(p)[len(BASE_PATH):] for p in pages() if re.search(r"/(lieux|infolettres|etiquettes)/[^/]+/index.html$", str(p))]
    for path in lists:
        for href, start, is_on in sorted(dates(path)):
            state = calendar.get((href, start))
            if start[:10] <= last.isoformat() and state is None and (is_on or not is_past(start)):
                faults.append(f"{path}: {href} at {start} is in no calendar")
            elif state and is_on != (state != "CANCELLED"):
                faults.append(f"{path}: {href} at {start} is {state}")
    return len(held | off)


class Handler(http.server.SimpleHTTPRequestHandler):
    def translate_path(self, path):
        path = urlsplit(path).path
        return super().translate_path(path[len(BASE_PATH):] if path.startswith(BASE_PATH) else "/404")

    def log_message(self, *arguments):
        pass


STOPS = "all => all.filter(e => e.checkVisibility({ visibilityProperty: true })).length"
SHIFT = """new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => list.getEntries().forEach(e => e.hadRecentInput || (sum += e.value)))
    .observe({ type: "layout-shift", buffered: true });
  const step = () => {
    scrollBy(0, 300);
    if (scrollY + innerHeight < document.documentElement.scrollHeight - 1) setTimeout(step, 60);
    else setTimeout(() => done(sum), 1500);
  };
  step();
})"""


def look(browser, origin):
    phone = browser.new_context(viewport={"width": 360, "height": 640}, locale="fr-FR")
    tab = phone.new_page()
    limits = {"/agenda/": (AGENDA_SCREENS, AGENDA_STOPS)}
    limits |= {"/lieux/" + p.name + "/": (PLACE_SCREENS, AGENDA_STOPS) for p in (ROOT / "lieux").iterdir() if p.is_dir()}
    for path, (screens, stops) in limits.items():
        tab.goto(origin + BASE_PATH + path)
        height = tab.evaluate("document.documentElement.scrollHeight / innerHeight")
        count = tab.eval_on_selector_all("a[href], button, input, summary", STOPS)
        print(f"{path}: {height:.1f} screens of a phone, {count} stops")
        if height > screens or count > stops:
            faults.append(f"{path}: {height:.1f} screens, {count} stops")

    # The menu by keyboard alone: opened, walked through, closed.
    tab.goto(origin + BASE_PATH + "/")
    menu = tab.locator("header summary")
    for _ in range(6):
        tab.keyboard.press("Tab")
        if menu.evaluate("e => e === document.activeElement"):
            break
    else:
        faults.append("six stops do not lead to the menu")
    tab.keyboard.press("Enter")
    links = tab.locator("header nav a")
    reached = set()
    for _ in range(links.count() + 4):
        tab.keyboard.press("Tab")
        reached.add(tab.evaluate("document.activeElement.closest('header nav') && document.activeElement.href"))
    if len(reached - {None}) != links.count() or not links.first.is_visible():
        faults.append(f"by keyboard {len(reached - {None})} of {links.count()} entries of the menu are reached")
    menu.focus()
    tab.keyboard.press("Space")
    if links.first.is_visible():
        faults.append("the menu does not close by keyboard")

    for path in ("/", "/agenda/"):
        slow = browser.new_context(viewport={"width": 360, "height": 640}, bypass_csp=True)
        tab = slow.new_page()
        tab.context.new_cdp_session(tab).send(
            "Network.emulateNetworkConditions",
            {"offline": False, "latency": 300, "downloadThroughput": 50_000, "uploadThroughput": 50_000})
        tab.goto(origin + BASE_PATH + path, wait_until="domcontentloaded")
        shift = tab.evaluate(SHIFT)
        print(f"{path}: layout shift {shift:.3f}")
        if shift > LAYOUT_SHIFT:
            faults.append(f"{path}: layout shift {shift:.3f}")

    tab = browser.new_context(java_script_enabled=True).new_page()
    for page in pages():
        path = address(page)[len(BASE_PATH):]
        # These two are there to list everything.
        if path in ("/plan-du-site/", "/recherche/") or 'http-equiv="refresh"' in page.read_text():
            continue
        tab.goto(origin + BASE_PATH + path)
        longest = tab.evaluate("Math.max(0, ...[...document.querySelectorAll('main :is(ul, ol, dl)')].map(e => e.children.length))")
        if longest > LIST_LINES:
            faults.append(f"{path}: a list of {longest} lines")


faults = []
compared = compare_dates()
home = re.findall(r'class="agenda-title"><a[^>]* href="([^"]*)"', (ROOT / "index.html").read_text())
faults += [f"the home page names {href} {home.count(href)} times" for href in sorted(set(home)) if home.count(href) > 1]
for letter in sorted(ROOT.glob("infolettres/*/courriel.html")):
    if letter.stat().st_size > LETTER_BYTES:
        faults.append(f"{letter}: {letter.stat().st_size} bytes")

server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(ROOT)))
threading.Thread(target=server.serve_forever, daemon=True).start()
with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
    look(browser, f"http://127.0.0.1:{server.server_port}")
    browser.close()
finish("agenda", faults, f"{compared} dates, {len(home)} events on the home page")
