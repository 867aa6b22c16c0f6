"""Each CSS property of the mail's style attributes is looked up in caniemail's data (the file that GAZETTE_CANIEMAIL names)
for the mail programs our readers use. What only decorates may be missing in one; what the layout stands on may not."""

import collections
import json
import os
import re
import sys
from html.parser import HTMLParser

from built_site import ROOT, finish

path = os.environ.get("GAZETTE_CANIEMAIL")
if not path:
    print("mail css: skipped, GAZETTE_CANIEMAIL names no data")
    sys.exit(0)
features = json.load(open(path))["features"]
CLIENTS = ["gmail-web", "gmail-android", "gmail-ios", "apple-mail-macos", "apple-mail-ios", "outlook-windows",
           "outlook-com", "orange-web", "orange-ios", "orange-android", "laposte-web"]
# Where it is missing the letter loses an ornament and nothing else; why, for each.
DECORATION = {
    "border-radius": "corners stay square",
    "max-width": "Outlook has columns of its own by conditional comments",
    "word-break": "long addresses are wrapped by overflow or not at all",
    "word-wrap": "long addresses are wrapped by word-break or not at all",
    "overflow-wrap": "long addresses are wrapped by the client or not at all",
    "mso-padding-alt": "Outlook's own", "mso-hide": "Outlook's own", "mso-line-height-rule": "Outlook's own",
    "text-underline-offset": "underlines stand closer",
    "opacity": "the preheader is hidden by other means too",
    "overflow": "the preheader is hidden by other means too",
    "max-height": "the preheader is hidden by other means too",
    "display": "the preheader is hidden by Outlook's mso-hide",
    "text-decoration": "links keep, or lose, their underline; they have a colour of their own",
    "table-layout": "Outlook takes the widths of the cells' attributes",
}
SAME = {"border-top": "border", "border-bottom": "border", "border-left": "border", "border-right": "border",
        "padding-top": "padding", "padding-left": "padding", "padding-bottom": "padding", "padding-right": "padding",
        "margin-top": "margin", "margin-bottom": "margin", "margin-left": "margin", "margin-right": "margin",
        "font-family": "font", "font-style": "font", "border-color": "border", "border-style": "border",
        "border-width": "border", "list-style-type": "list-style-type"}
# Supported since the first mail programs that show HTML; not in the data.
ANCIENT = {"color", "font-family", "font-style"}


class Styles(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.properties = collections.defaultdict(set)
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        for declaration in (dict(attributes).get("style") or "").split(";"):
            name, _, value = declaration.partition(":")
            if value:
                self.properties[name.strip()].add((tag, value.strip()))


faults, looked = [], set()
for file in sorted(ROOT.rglob("courriel.html")):
    text = file.read_text()
    for name, uses in Styles(text).properties.items():
        if name in looked:
            continue
        looked.add(name)
        if name in ANCIENT or name.startswith("mso-"):
            continue
        feature = features.get("css-" + name) or features.get("css-" + SAME.get(name, "?"))
        if feature is None:
            if name not in DECORATION:
                faults.append(f"{name}: not in the data ({sorted(uses)[0]})")
            continue
        missing = [c for c in CLIENTS if feature["s"].get(c, "u")[0] == "n"]
        if missing and name not in DECORATION:
            faults.append(f"{name}: not in {', '.join(missing)} ({sorted(uses)[0]})")
        elif missing:
            print(f"  {name}: not in {', '.join(missing)}: {DECORATION[name]}")
    inline = re.sub(r"<style.*?</style>", "", text, flags=re.S)
    for word in ("flex", "grid", "float:", "position:", "calc(", "var(", "rgba(", "rem;"):
        if word in " ".join(re.findall(r'style="([^"]*)"', inline)):
            faults.append(f"{file.parent.name}: {word} in a style attribute")
finish("mail css", faults, f"{len(looked)} properties")
