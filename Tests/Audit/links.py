"""Every link, picture, style sheet and fragment leads somewhere; every page is reached; titles, descriptions and
canonical addresses are its own; the first view is light."""

import gzip
import re
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

from built_site import BASE, BASE_PATH, ROOT, address, file_of, finish, pages

# HTML and CSS of one page, compressed: the agenda of a lively place is the heaviest.
VIEW_LIMIT = 12_000
# The first that most people see.
HOME_LIMIT = 10_000
# A page to work on, with a style sheet of its own.
FORM_LIMIT = 15_000


class Page(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.links, self.ids, self.title, self.meta, self.canonical, self.sheets = [], [], "", {}, None, []
        self._in_title = False
        self.headings = []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        a = dict(attributes)
        if "id" in a:
            self.ids.append(a["id"])
        for name in ("href", "src"):
            if name in a and not (tag == "link" and a.get("rel") in ("canonical",)):
                self.links.append((tag, a[name] or ""))
        for candidate in (a.get("srcset") or "").split(","):
            if candidate.strip():
                self.links.append((tag, candidate.split()[0]))
        if tag == "meta" and "name" in a:
            self.meta[a["name"]] = a.get("content", "")
        if tag == "link" and a.get("rel") == "canonical":
            self.canonical = a["href"]
        # What is for paper is fetched last, and no view waits for it.
        if tag == "link" and a.get("rel") == "stylesheet" and a.get("media") != "print":
            self.sheets.append(a["href"])
        self._in_title = tag == "title" or (self._in_title and tag != "/title")
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)

    def handle_endtag(self, tag):
        if tag == "title":
            self._in_title = False

    def handle_data(self, data):
        if self._in_title:
            self.title += data


faults = []
parsed = {}
for page in pages():
    text = page.read_text()
    parsed[page] = Page(text)
    if "http-equiv=\"refresh\"" not in text.replace("'", '"').lower() and parsed[page].headings.count(1) != 1:
        faults.append(f"{address(page)}: {parsed[page].headings.count(1)} h1")
    levels = parsed[page].headings
    for before, after in zip(levels, levels[1:]):
        if after > before + 1:
            faults.append(f"{address(page)}: heading jumps from {before} to {after}")
    if len(set(parsed[page].ids)) != len(parsed[page].ids):
        faults.append(f"{address(page)}: an id stands twice")

reached = set()
count = 0
for page, content in parsed.items():
    here = BASE + address(page)[len(BASE_PATH):]
    for tag, link in content.links:
        count += 1
        target = urlsplit(urljoin(here, link))
        if target.scheme in ("mailto", "tel", "geo", "webcal", "data"):
            continue
        if not target._replace(query="", fragment="").geturl().startswith(BASE):
            if tag in ("img", "link", "script", "source", "iframe"):
                faults.append(f"{address(page)}: loads {link} from elsewhere")
            continue
        file = file_of(target.path)
        if file is None:
            faults.append(f"{address(page)}: {link} leads nowhere")
            continue
        if file != page:
            reached.add(file)
        if target.fragment and file in parsed and target.fragment not in parsed[file].ids:
            faults.append(f"{address(page)}: {link}: no such fragment")

indexed = {p: c for p, c in parsed.items() if "noindex" not in c.meta.get("robots", "")}
for page in indexed:
    if page not in reached and page != ROOT / "index.html":
        faults.append(f"{address(page)}: no page leads here")
for what, value in (("title", lambda c: c.title), ("description", lambda c: c.meta.get("description", ""))):
    seen = {}
    for page, content in indexed.items():
        text = value(content).strip()
        if not text:
            faults.append(f"{address(page)}: no {what}")
        elif text in seen:
            faults.append(f"{address(page)}: same {what} as {seen[text]}")
        seen.setdefault(text, address(page))
for page, content in indexed.items():
    expected = BASE + address(page)[len(BASE_PATH):]
    if content.canonical != expected:
        faults.append(f"{address(page)}: canonical {content.canonical}")

sitemap = set(re.findall("<loc>([^<]*)</loc>", (ROOT / "sitemap.xml").read_text()))
wanted = {BASE + address(p)[len(BASE_PATH):] for p in indexed}
faults += [f"sitemap lacks {a}" for a in sorted(wanted - sitemap)]
faults += [f"sitemap has {a}, no indexable page" for a in sorted(sitemap - wanted)]

heaviest = 0
for page, content in parsed.items():
    sheets = [file_of(urlsplit(urljoin(BASE + "/", s)).path) for s in content.sheets]
    weight = sum(len(gzip.compress(f.read_bytes(), 9)) for f in [page, *filter(None, sheets)])
    if address(page) == BASE_PATH + "/":
        print(f"first view of the home page: {weight} bytes of HTML and CSS, gzip")
        if weight > HOME_LIMIT:
            faults.append(f"{address(page)}: first view of {weight} bytes")
    heaviest = max(heaviest, weight)
    if weight > (FORM_LIMIT if "/proposer/" in address(page) else VIEW_LIMIT) and len(page.read_bytes()) < 60_000:
        faults.append(f"{address(page)}: first view of {weight} bytes")
print(f"heaviest page: {heaviest} bytes of HTML and CSS, gzip")
finish("links", faults, f"{len(parsed)} pages, {count} links")
