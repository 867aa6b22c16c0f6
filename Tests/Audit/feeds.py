"""Atom (RFC 4287), JSON Feed 1.1 and iCalendar files are read by programs that are not ours."""

import json
import xml.etree.ElementTree as ElementTree
from urllib.parse import urlsplit

import icalendar

from built_site import ROOT, finish

ATOM = "{http://www.w3.org/2005/Atom}"
faults = []
count = 0
for file in sorted(ROOT.rglob("*.xml")):
    count += 1
    try:
        tree = ElementTree.parse(file).getroot()
    except ElementTree.ParseError as error:
        faults.append(f"{file.name}: {error}")
        continue
    if tree.tag != ATOM + "feed":
        continue
    ids = [e.findtext(ATOM + "id") for e in tree.iter(ATOM + "entry")]
    if len(ids) != len(set(ids)):
        faults.append(f"{file}: an id stands twice")
    for element in [tree, *tree.iter(ATOM + "entry")]:
        for name in ("id", "title", "updated"):
            if not (element.findtext(ATOM + name) or "").strip():
                faults.append(f"{file}: no {name} in {element.findtext(ATOM + 'title')}")
for file in sorted(ROOT.rglob("feed.json")):
    count += 1
    feed = json.loads(file.read_text())
    if feed["version"] != "https://jsonfeed.org/version/1.1":
        faults.append(f"{file}: version {feed['version']}")
    for item in feed["items"]:
        if not item.get("id") or not urlsplit(item["url"]).scheme or not (item.get("content_html") or item.get("content_text")):
            faults.append(f"{file}: {item.get('title')} is not whole")
for file in sorted(ROOT.rglob("*.ics")):
    count += 1
    data = file.read_bytes()
    if b"\n" in data.replace(b"\r\n", b"") or not data.endswith(b"\r\n"):
        faults.append(f"{file}: a line does not end with CRLF")
    if any(len(line) > 75 for line in data.split(b"\r\n")):
        faults.append(f"{file}: a line of more than 75 octets")
    calendar = icalendar.Calendar.from_ical(data)
    for component in calendar.walk():
        faults += [f"{file}: {e}" for e in component.errors]
    seen = set()
    for event in calendar.walk("VEVENT"):
        recurrence = event.get("RECURRENCE-ID")
        key = (str(event["UID"]), recurrence.to_ical() if recurrence else None)
        if key in seen:
            faults.append(f"{file}: {key} stands twice")
        seen.add(key)
finish("feeds", faults, f"{count} files")
