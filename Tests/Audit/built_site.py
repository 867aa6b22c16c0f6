"""What the checks share: the files of a built site, its address, and the counting of faults."""

import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(sys.argv[1]).resolve()


def base():
    """The public address, with its sub-folder and without `/` at the end, as the site map has it."""
    tree = ElementTree.parse(ROOT / "sitemap.xml")
    first = next(tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")).text
    addresses = [e.text for e in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    return min([first, *addresses], key=len).rstrip("/")


BASE = base()
BASE_PATH = urlsplit(BASE).path


def pages():
    """Every page of the site, mails not among them."""
    return sorted(p for p in ROOT.rglob("*.html") if not p.name.startswith("courriel"))


def address(page):
    """The path a browser asks for."""
    path = "/" + str(page.relative_to(ROOT))
    return BASE_PATH + (path[: -len("index.html")] if path.endswith("/index.html") else path)


def file_of(path):
    """The file that a server sends for a path with the site's sub-folder in front; None where there is none."""
    from urllib.parse import unquote

    if BASE_PATH and not path.startswith(BASE_PATH + "/"):
        return None
    relative = unquote(path[len(BASE_PATH):]).lstrip("/")
    file = ROOT / relative if relative else ROOT
    if path.endswith("/") or file == ROOT:
        file = file / "index.html"
    return file if file.is_file() else None


def finish(name, faults, looked_at):
    """Prints the result of a check and ends with its status."""
    for fault in faults[:60]:
        print(f"  {fault}")
    if len(faults) > 60:
        print(f"  … {len(faults) - 60} more")
    print(f"{name}: {looked_at}, {len(faults)} faults")
    sys.exit(1 if faults else 0)
