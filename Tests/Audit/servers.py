"""The built site behind real servers: Apache (with the .htaccess of the site, as much as hosts allow of it), nginx and Caddy
(with what « gazette publish --server » writes), each on a port of this machine.

    servers.py [PROGRAM]

Every file of the site is asked for: its type, charset, policy, caching; then pages that are none, earlier addresses with and
without a query, compression, and whether what has not changed is sent again."""

import gzip
import http.client
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import quote

HERE = Path(__file__).resolve().parents[2]
PROGRAM = sys.argv[1] if len(sys.argv) > 1 else HERE / ".build/release/gazette"
BASE = "/halle/brume"
DATE = "2026-03-15"
faults = []

UTF8 = "; charset=utf-8"
TYPES = {
    "html": "text/html" + UTF8, "txt": "text/plain" + UTF8, "css": "text/css" + UTF8, "js": "text/javascript" + UTF8,
    "ics": "text/calendar" + UTF8, "xml": "application/xml" + UTF8, "json": "application/json", "eml": "message/rfc822",
    "svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg", "webp": "image/webp", "pdf": "application/pdf",
}
FEEDS = {
    "nouvelles/atom.xml": "application/atom+xml" + UTF8, "infolettres/atom.xml": "application/atom+xml" + UTF8,
    "agenda/changements.xml": "application/atom+xml" + UTF8, "nouvelles/feed.json": "application/feed+json" + UTF8,
}
OWN = [".gazette", "_headers", "_redirects", ".htaccess"]


def ask(port, path, **fields):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", path, headers={"Host": "example.org", **{k.replace("_", "-"): v for k, v in fields.items()}})
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer.status, {k.lower(): v for k, v in answer.getheaders()}, body


def expect(server, condition, what):
    if not condition:
        faults.append(f"{server}: {what}")


def files(site):
    for file in sorted(site.rglob("*")):
        name = str(file.relative_to(site))
        if file.is_file() and file.name not in OWN and name != ".gitkeep":
            yield name, file


def check(server, port, site):
    for name, file in files(site):
        path = BASE + "/" + quote(name)
        if name.endswith("index.html"):
            path = path[: -len("index.html")]
        status, fields, body = ask(port, path)
        where = f"{name} ({status})"
        # The page at an earlier address is for servers that lead nowhere.
        if b'http-equiv="refresh"' in file.read_bytes():
            expect(server, status in (301, 308), where)
            continue
        expect(server, status == 200 and body == file.read_bytes(), where)
        kind = FEEDS.get(name) or TYPES[name.rsplit(".", 1)[1]]
        got = fields.get("content-type", "").lower().replace(";charset", "; charset")
        expect(server, got == kind, f"{where}: Content-Type {got}, not {kind}")
        lasting = name.startswith(("theme/", "images/")) and not name.endswith("index.html")
        caching = "public, max-age=31536000, immutable" if lasting else "no-cache"
        expect(server, fields.get("cache-control") == caching, f"{where}: Cache-Control {fields.get('cache-control')}")
        expect(server, "etag" in fields, f"{where}: no ETag")
        expect(server, fields.get("x-content-type-options") == "nosniff", f"{where}: nosniff")
        policy = fields.get("content-security-policy", "")
        boxed = name.rsplit(".", 1)[1] in ("ics", "txt", "svg", "eml")
        expect(server, policy.endswith("; sandbox") == boxed, f"{where}: policy {policy}")
        expect(server, (fields.get("x-robots-tag") == "noindex") == ("/courriel." in name), f"{where}: X-Robots-Tag")
        shared = name in FEEDS or name.endswith(".ics")
        expect(server, (fields.get("access-control-allow-origin") == "*") == shared, f"{where}: CORS")
        again, _, _ = ask(port, path, If_None_Match=fields.get("etag", ""))
        expect(server, again == 304, f"{where}: asked again {again}")
        if name.rsplit(".", 1)[1] in ("html", "css", "js", "ics", "xml", "json", "svg", "eml") and len(body) > 2000:
            _, packed, bytes_ = ask(port, path, Accept_Encoding="gzip")
            expect(server, packed.get("content-encoding") == "gzip", f"{where}: not compressed")
            if packed.get("content-encoding") == "gzip":
                expect(server, gzip.decompress(bytes_) == body, f"{where}: compressed to something else")
            expect(server, "accept-encoding" in packed.get("vary", "").lower(), f"{where}: Vary")
            again, _, _ = ask(port, path, Accept_Encoding="gzip", If_None_Match=packed.get("etag", ""))
            expect(server, again == 304, f"{where}: compressed and asked again {again} {packed.get('etag')}")
    status, fields, body = ask(port, BASE + "/nulle-part/")
    expect(server, status == 404 and body == (site / "404.html").read_bytes(), f"404: {status}")
    status, fields, _ = ask(port, BASE + "/agenda")
    expect(server, status in (301, 308) and fields.get("location", "").endswith(BASE + "/agenda/"), f"/agenda: {status} {fields.get('location')}")
    for name in OWN:
        status, _, _ = ask(port, f"{BASE}/{name}")
        expect(server, status in (403, 404), f"{name} is shown ({status})")
    for old, leads in [
        ("/vieux/", True), ("/vieux", True), ("/a+b.html", True), ("/a%2Bb.html", True), ("/aab.html", False),
        ("/spip.php?article12", True), ("/spip.php?x=1&article12&y", True), ("/spip.php?article123", False),
        ("/?p=12", True), ("/?p=123", False), ("/m/?m=1&id=a.b", True), ("/m/?m=1&id=aXb", False), ("/?q=p=12", False),
        ("/%C3%A9t%C3%A9/", True),
    ]:
        status, fields, _ = ask(port, BASE + old)
        to = fields.get("location", "")
        led = status in (301, 308) and to.split("?")[0].endswith(BASE + "/nouvelles/vieille/")
        expect(server, led == leads, f"{old}: {status} {to}")
        if leads and "?" in old:
            expect(server, "p=12" not in to and "article" not in to, f"{old}: keeps its query: {to}")


def look(project, port):
    """What « gazette look » says of it, but that this machine has no certificate."""
    done = subprocess.run(
        [PROGRAM, "look", f"http://127.0.0.1:{port}{BASE}/", "--root", project, "--themes", HERE / "Themes", "--date", DATE],
        capture_output=True, text=True)
    lines = [line for line in done.stdout.splitlines() if line.startswith(("faux", "à voir")) and "https" not in line]
    return done.returncode, lines, done.stdout + done.stderr


def begin(command, port, log):
    process = subprocess.Popen(command, stdout=log, stderr=log, start_new_session=True)
    for _ in range(100):
        try:
            ask(port, BASE + "/")
            return process
        except OSError:
            time.sleep(0.1)
    faults.append(f"{command[0]} does not begin")
    return process


def end(process):
    os.killpg(process.pid, signal.SIGTERM)
    process.wait(20)


APACHE = """
ServerRoot {folder}
PidFile {folder}/apache.pid
Listen 127.0.0.1:{port}
ServerName example.org
{modules}
User www-data
Group www-data
ErrorLog {folder}/apache.log
TypesConfig /etc/mime.types
DocumentRoot {root}
<Directory {root}>
  Require all granted
  Options FollowSymLinks
  AllowOverride {override}
</Directory>
<Files ".ht*">
  Require all denied
</Files>
"""
MODULES = "mpm_event authn_core authz_core dir alias mime headers filter deflate rewrite"


def apache(folder, root, override, port, log, modules=MODULES):
    lines = [f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so" for name in modules.split()]
    text = APACHE.format(folder=folder, root=root, override=override, port=port, modules="\n".join(lines))
    if "mime" not in modules.split():
        text = text.replace("TypesConfig /etc/mime.types\n", "")
    (folder / "apache.conf").write_text(text)
    return begin(["/usr/sbin/apache2", "-X", "-f", str(folder / "apache.conf")], port, log)


def sample(project, server):
    return subprocess.run(
        [PROGRAM, "publish", "--root", project, "--themes", HERE / "Themes", "--date", DATE, "--server", server],
        check=True, capture_output=True, text=True).stdout


def nginx(folder, project, root, port, log):
    text = sample(project, "nginx").replace("/var/www/site", str(root)).replace("listen 80;", f"listen 127.0.0.1:{port};")
    text = text.replace("  listen [::]:80;\n", "")
    (folder / "nginx.conf").write_text(
        f"daemon off;\npid {folder}/nginx.pid;\nerror_log {folder}/nginx.log;\nevents {{}}\nhttp {{\naccess_log off;\n{text}}}\n")
    return begin(["nginx", "-p", str(folder), "-c", str(folder / "nginx.conf")], port, log)


def caddy(folder, project, root, port, log):
    text = sample(project, "caddy").replace("/var/www/site", str(root))
    name = next(line.split(" ")[0] for line in text.splitlines() if line.endswith(" {") and not line.startswith(("#", " ")))
    text = text.replace(f"\n{name} {{", f"\nhttp://:{port} {{")
    (folder / "Caddyfile").write_text("{\n  admin off\n}\n" + text)
    return begin(["caddy", "run", "--adapter", "caddyfile", "--config", str(folder / "Caddyfile")], port, log)


def main():
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    project, root = folder / "projet", folder / "www"
    site = root / BASE[1:]
    shutil.copytree(HERE / "Tests/Fixtures/complet", project)
    (project / "Content/nouvelles/vieille.md").write_text(
        "---\ntitre: Vieille\ndate: 2019-01\nalias: [/vieux/, /a+b.html, '/spip.php?article12', '/?p=12', '/m/?m=1&id=a.b', /été/]\n"
        "---\nUne nouvelle.\n")
    subprocess.run(
        [PROGRAM, "build", "--root", project, "--themes", HERE / "Themes", "--date", DATE, "--output", site],
        check=True, capture_output=True)
    log = open(folder / "log", "w")
    port = 8481
    for override in ["All", "FileInfo", "AuthConfig FileInfo Indexes Limit"]:
        server = apache(folder, root, override, port, log)
        check(f"Apache, AllowOverride {override}", port, site)
        status, lines, words = look(project, port)
        expect(f"Apache, AllowOverride {override}", status == 0 and not lines, f"look: {words}")
        end(server)
        port += 1
    # Where a host has next to nothing, pages are shown all the same.
    for what, override, modules in [
        ("AllowOverride None", "None", MODULES), ("no modules", "FileInfo", "mpm_event authn_core authz_core dir"),
    ]:
        server = apache(folder, root, override, port, log, modules)
        status, _, body = ask(port, BASE + "/")
        expect(f"Apache, {what}", status == 200 and body == (site / "index.html").read_bytes(), f"home {status}")
        status, lines, words = look(project, port)
        expect(f"Apache, {what}", status == 1 and any("Mal annoncés" in line for line in lines), f"look: {words}")
        end(server)
        port += 1

    server = nginx(folder, project, root, port, log)
    check("nginx", port, site)
    status, lines, words = look(project, port)
    expect("nginx", status == 0 and not lines, f"look: {words}")
    end(server)
    port += 1

    server = caddy(folder, project, root, port, log)
    check("Caddy", port, site)
    status, lines, words = look(project, port)
    expect("Caddy", status == 0 and not lines, f"look: {words}")
    end(server)

    for fault in faults[:60]:
        print(f"FAULT {fault}")
    if faults:
        print(f"{len(faults)} faults; what the servers said: {folder}")
        return 1
    shutil.rmtree(folder)
    print("servers: Apache, nginx and Caddy send every file as they should")
    return 0


if __name__ == "__main__":
    sys.exit(main())
