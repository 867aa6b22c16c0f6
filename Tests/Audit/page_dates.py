"""The dates of events that a page names."""

import re
from html.parser import HTMLParser


class PageDates(HTMLParser):
    """The dates that a page names of events: (address, start, whether it takes place)."""

    def __init__(self, text, base_path=""):
        super().__init__()
        self.found, self.href, self.struck, self.announced, self.in_main, self.depth = set(), None, 0, None, False, 0
        self.agenda = re.escape(base_path) + "/agenda/."
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.in_main |= tag == "main"
        if tag == "span":
            self.depth += 1
            if attributes.get("class") == "announced":
                self.announced = self.depth
        if tag == "a" and re.match(self.agenda, attributes.get("href", "")):
            self.href = attributes["href"]
        self.struck += tag == "s"
        # Months and years alone are in no calendar.
        if tag == "time" and self.in_main and self.href and self.announced is None and len(attributes["datetime"]) >= 10:
            self.found.add((self.href, attributes["datetime"][:16], not self.struck))

    def handle_endtag(self, tag):
        self.struck -= tag == "s"
        if tag == "span":
            if self.announced == self.depth:
                self.announced = None
            self.depth -= 1
        if tag in ("li", "td", "main", "header", "nav"):
            self.href = None
        self.in_main &= tag != "main"
