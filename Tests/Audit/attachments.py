"""Every kind of file that volunteers may attach, with as much in it as would run, behind real servers with the configuration
that the program writes, opened by Chromium: no script runs, nothing is asked of another host.

    attachments.py [PROGRAM]"""

import http.server
import io
import json
import shutil
import subprocess
import sys
import tempfile
import threading
import zipfile
from pathlib import Path

from playwright.sync_api import Error, sync_playwright

import servers
from servers import BASE, DATE, HERE, PROGRAM, apache, caddy, end, nginx

faults = []
heard = []
# What runs in a file of XML, whatever else this is.
SCRIPT = "<script xmlns='http://www.w3.org/1999/xhtml'>alert('pris')</script>"


class Listener(http.server.BaseHTTPRequestHandler):
    """The other host: whoever asks it has left the site."""

    page = b""

    def do_GET(self):
        heard.append(self.path)
        self.send_response(200)
        self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(self.page if self.path == "/essai" else b"")

    do_POST = do_GET

    def log_message(self, *arguments):
        pass


def archive(names):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        for name, text in names.items():
            file.writestr(name, text)
    return packed.getvalue()


def pdf(far):
    """One that runs, sends, and goes elsewhere as it is opened (PDF 1.7, 12.6.4). What a viewer lets it say in a box of its own
    does not reach the site."""
    objects = [
        "<</Type/Catalog/Pages 2 0 R/OpenAction 4 0 R/AA<</WC 5 0 R>>>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/AA<</O 5 0 R>>>>",
        f"<</S/JavaScript/JS(app.alert('un PDF'); try {{ document.title = 'pris'; }} catch (e) {{}} this.submitForm('{far}/pdf-js'); app.launchURL('{far}/pdf-launch');)"
        " /Next 5 0 R>>",
        f"<</S/URI/URI({far}/pdf-uri)/Next<</S/SubmitForm/F<</FS/URL/F({far}/pdf-form)>>>>>>",
    ]
    text, places = "%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(text))
        text += f"{number} 0 obj{content}endobj\n"
    start = len(text)
    text += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n" + "".join(f"{place:010} 00000 n \n" for place in places)
    return (text + f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n").encode()


def samples(far):
    """By ending: the bytes of a file."""
    page = (
        f"<!doctype html><html xmlns='http://www.w3.org/1999/xhtml'><script>fetch('{far}/'+location.pathname.split('.').pop());document.title='pris';"
        f"alert('pris')</script><img src='{far}/img' onerror=\"alert('pris')\"><iframe src='{far}/frame'></iframe>"
        f"<meta http-equiv='refresh' content='0; url={far}/refresh'></html>")
    packed = archive({"index.html": page, "META-INF/container.xml": page, "mimetype": "application/epub+zip"})
    office = archive({"[Content_Types].xml": page, "word/document.xml": page, "content.xml": page})
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + page.encode()
    film = b"\0\0\0\x18ftypisom\0\0\0\0isommp42" + page.encode()
    by_kind = {
        "pdf": pdf(far), "txt": page, "csv": "a;b\n=HYPERLINK(\"" + far + "/csv\");" + page, "rtf": "{\\rtf1 " + page + "}",
        "ics": f"BEGIN:VCALENDAR\r\nATTACH:{far}/ics\r\n{page}\r\nEND:VCALENDAR\r\n",
        "vcf": f"BEGIN:VCARD\r\nPHOTO;VALUE=URI:{far}/vcf\r\n{page}\r\nEND:VCARD\r\n",
        "gpx": f"<?xml version=\"1.0\"?><gpx xmlns=\"http://www.topografix.com/GPX/1/1\" version=\"1.1\" creator=\"{far}/gpx\"><metadata>"
        f"<link href=\"{far}/gpx\"/><link href=\"javascript:alert(1)\"/></metadata><script>alert('pris')</script>" + SCRIPT + "</gpx>",
        "zip": packed, "epub": packed, **{name: office for name in ["odt", "ods", "odp", "odg", "docx", "xlsx", "pptx"]},
        **{name: old for name in ["doc", "xls", "ppt"]}, "mp3": "ID3" + page, "wav": b"RIFF\0\0\0\0WAVE" + page.encode(),
        "flac": "fLaC" + page, **{name: "OggS" + page for name in ["ogg", "oga", "opus", "ogv"]},
        **{name: film for name in ["m4a", "mp4", "m4v", "mov"]}, "webm": b"\x1a\x45\xdf\xa3" + page.encode(),
    }
    return {name: content.encode() if isinstance(content, str) else content for name, content in by_kind.items()}


def remarks(project):
    done = subprocess.run(
        [PROGRAM, "check", "--root", project, "--themes", HERE / "Themes", "--date", DATE, "--format", "json"],
        capture_output=True, text=True)
    return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]


def project_of(folder, files):
    """A project whose news item leads to each of them; the fixture's pictures and drawings besides."""
    project = folder / "projet"
    shutil.copytree(HERE / "Tests/Fixtures/complet", project)
    text = "---\ntitre: Des fichiers\ndate: 2026-03-01\n---\n"
    for ending, content in files.items():
        (project / f"Content/nouvelles/fichier.{ending}").write_bytes(content)
        text += f"[{ending}](fichier.{ending})\n\n"
    # As much as a drawing may have.
    (project / "Content/nouvelles/dessin.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><style>@keyframes a{to{opacity:0}}rect{animation:a 1s}</style>'
        '<rect id="r" width="9" height="9"/><use href="#r"/></svg>')
    (project / "Content/nouvelles/fichiers.md").write_text(text + "![Un dessin](dessin.svg)\n")
    return project


def known(project):
    """The endings that the program publishes: it lists them where another one is refused."""
    other = project / "Content/nouvelles/autre.md"
    (project / "Content/nouvelles/autre.inconnu").write_text("x")
    other.write_text("---\ntitre: Autre\ndate: 2026-03-01\n---\n[x](autre.inconnu)\n")
    hints = [remark.get("hint") or "" for remark in remarks(project) if (remark.get("file") or "").endswith("autre.md")]
    other.unlink()
    hint = next((hint for hint in hints if "publiés" in hint), "")
    return {word.strip() for word in hint.split(":", 1)[-1].split(" et les images")[0].replace("\u00a0", " ").split(",")}


def look(name, port, site, browser, far):
    origin = f"http://127.0.0.1:{port}"
    looked = set()
    for file in sorted(site.rglob("*")):
        relative = file.relative_to(site)
        # The site's own pages are others' to look at (mail.py, validity.py); the pages of a server's files are no files.
        if not file.is_file() or file.name.startswith((".", "_")) or file.suffix in (".html", ".css", ".js", ".woff2", ".json", ".xml"):
            continue
        # Of what the program makes itself, one of each kind.
        if file.suffix in looked and not file.name.startswith("fichier."):
            continue
        looked.add(file.suffix)
        heard.clear()
        context = browser.new_context(accept_downloads=True)
        page = context.new_page()
        said, asked = [], []
        page.on("dialog", lambda dialog: (said.append(dialog.message) if "pris" in dialog.message else None, dialog.dismiss()))
        page.on("console", lambda message: said.append(message.text) if "pris" in message.text else None)
        context.on("request", lambda request: asked.append(request.url))
        address = f"{origin}{BASE}/{relative}"
        try:
            page.goto(address, wait_until="load", timeout=20000)
            page.wait_for_timeout(600 if file.suffix == ".pdf" else 150)
            if "pris" in page.title():
                faults.append(f"{name}: {relative}: its script ran")
        except Error as error:
            if "Download is starting" not in str(error) and "ERR_ABORTED" not in str(error):
                faults.append(f"{name}: {relative}: {str(error)[:120]}")
        away = [url for url in asked if not url.startswith((origin, "data:", "blob:", "chrome-extension:", "chrome:", "about:"))]
        if said or away or heard:
            faults.append(f"{name}: {relative}: {said[:2]} {away[:2]} {heard[:2]}")
        context.close()
        yield file.suffix[1:]


def main():
    listener = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Listener)
    threading.Thread(target=listener.serve_forever, daemon=True).start()
    far = f"http://127.0.0.1:{listener.server_port}"
    files = samples(far)
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    project, root = project_of(folder, files), folder / "www"
    site = root / BASE[1:]
    for ending in known(project) - set(files):
        faults.append(f"no sample of a .{ending}")
    subprocess.run(
        [PROGRAM, "build", "--root", project, "--themes", HERE / "Themes", "--date", DATE, "--output", site, "--keep-going"],
        capture_output=True)
    # What is refused for what it holds is refused; what is left is looked at without it.
    wrong = {word for remark in remarks(project) if remark["severity"] == "error" for word in files if f"fichier.{word} " in remark["message"]}
    if wrong != {"gpx"}:
        faults.append(f"refused: {sorted(wrong)}")
    for ending in wrong:
        (project / f"Content/nouvelles/fichier.{ending}").write_bytes(files[ending].replace(SCRIPT.encode(), b""))
    subprocess.run(
        [PROGRAM, "build", "--root", project, "--themes", HERE / "Themes", "--date", DATE, "--output", site], check=True, capture_output=True)
    log = open(folder / "log", "w")
    begun = [
        ("Apache", lambda port: apache(folder, root, "FileInfo", port, log)), ("nginx", lambda port: nginx(folder, project, root, port, log)),
        ("Caddy", lambda port: caddy(folder, project, root, port, log)),
    ]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for port, (name, begin) in enumerate(begun, 8491):
            server = begin(port)
            opened = set(look(name, port, site, browser, far))
            end(server)
            missing = (set(files) | {"svg", "jpg"}) - opened
            if missing:
                faults.append(f"{name}: not opened: {sorted(missing)}")
        # The same page from where it may run: what is watched for is seen.
        Listener.page = files["txt"]
        page = browser.new_page()
        said = []
        page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
        page.goto(far + "/essai")
        page.wait_for_timeout(500)
        if not said or "/essai" not in heard or len(heard) < 2:
            faults.append(f"what runs is not seen: {said} {heard}")
        browser.close()
    for fault in faults + servers.faults:
        print(f"FAULT {fault}")
    shutil.rmtree(folder, ignore_errors=True)
    if faults or servers.faults:
        return 1
    print(f"attachments: {len(files) + 2} kinds of files, opened as three servers send them, run nothing and ask nobody")
    return 0


sys.exit(main())
