"""The site put online at a host of this machine, by rsync and by SFTP, over a connection that is cut again and again.

    upload.py [PROGRAM [CUTS]]

A real sshd, and between it and « gazette publish » something that passes on so many bytes and no more. Wherever it is cut,
each page that the host shows finds what it names; the next run ends what was begun; what others put there stays."""

import getpass
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from urllib.parse import unquote, urljoin

HERE = Path(__file__).resolve().parents[2]
PROGRAM = Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else HERE / ".build/release/gazette"
CUTS = int(sys.argv[2]) if len(sys.argv) > 2 else 20
BASE = "/halle/brume/"
DATE = "2026-03-15"
faults = []


def expect(condition, what):
    if not condition:
        faults.append(what)


class Line:
    """Passes on what comes to `port`, and is cut for good once `limit` bytes went to the host; `None`: never."""

    def __init__(self, to):
        self.to, self.limit, self.passed = to, None, 0
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            client, _ = self.listener.accept()
            if self.limit is not None and self.passed >= self.limit:
                client.close()
                continue
            host = socket.create_connection(("127.0.0.1", self.to))
            threading.Thread(target=self.carry, args=(client, host, True), daemon=True).start()
            threading.Thread(target=self.carry, args=(host, client, False), daemon=True).start()

    def carry(self, source, target, counts):
        try:
            while data := source.recv(16384):
                if counts:
                    if self.limit is not None and self.passed + len(data) > self.limit:
                        target.sendall(data[: max(0, self.limit - self.passed)])
                        self.passed = self.limit
                        break
                    self.passed += len(data)
                target.sendall(data)
        except OSError:
            pass
        for end in (source, target):
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass


def start_sshd(folder):
    for name in ("host", "user"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder / name], check=True)
    shutil.copy(folder / "user.pub", folder / "authorized")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    (folder / "sshd_config").write_text(
        f"Port {port}\nListenAddress 127.0.0.1\nHostKey {folder}/host\nAuthorizedKeysFile {folder}/authorized\n"
        f"PidFile {folder}/sshd.pid\nStrictModes no\nUsePAM no\nSubsystem sftp internal-sftp\nPermitRootLogin yes\n"
        "MaxStartups 100\n")
    if os.getuid() == 0:
        os.makedirs("/run/sshd", exist_ok=True)
    process = subprocess.Popen(["/usr/sbin/sshd", "-D", "-f", folder / "sshd_config"], stderr=open(folder / "sshd.log", "w"))
    for _ in range(100):
        try:
            socket.create_connection(("127.0.0.1", port)).close()
            return process, port
        except OSError:
            time.sleep(0.05)
    sys.exit("sshd does not begin")


def build(project, themes, site):
    subprocess.run(
        [PROGRAM, "build", "--root", project, "--themes", themes, "--date", DATE, "--output", site, "--keep-going"],
        capture_output=True)
    listed = (site / ".gazette").read_text().split("\n")[:-1]
    return {name: (site / name).read_bytes() for name in listed}


def publish(destination, site, environment, *options):
    return subprocess.run(
        [PROGRAM, "publish", destination, "--output", site, *options], env=environment, capture_output=True, text=True,
        stdin=subprocess.DEVNULL, timeout=300)


def missing(host):
    """What pages at the host name and it has not: their style, pictures, scripts and files."""
    lacking = set()
    for page in host.rglob("*.html"):
        name = str(page.relative_to(host))
        if name.startswith("admin/"):
            continue
        text = page.read_text()
        expect(text.rstrip().endswith("</html>") or "courriel" in name, f"{name} is not whole")
        for match in re.finditer(r'(?:src|href|srcset)="([^"]+)"', text):
            for part in match[1].split(", "):
                to = urljoin("http://x" + BASE + name, part.split(" ")[0])
                if not to.startswith("http://x" + BASE):
                    continue
                path = unquote(to[len("http://x" + BASE) :].split("#")[0].split("?")[0])
                if re.search(r"\.(css|js|png|jpg|webp|svg|pdf)$", path) and not (host / path).exists():
                    lacking.add(f"{name} → {path}")
    return lacking


def holds(host, files, others):
    for name, data in files.items():
        at = host / name
        if not at.is_file() or at.read_bytes() != data:
            return f"{name} is not there as it is"
        if at.stat().st_mode & 0o777 != 0o644:
            return f"{name} has the mode {at.stat().st_mode & 0o777:o}"
    for name, text in others.items():
        if not (host / name).is_file() or (host / name).read_text() != text:
            return f"{name}, which is not ours, is gone"
    left = {str(f.relative_to(host)) for f in host.rglob("*") if f.is_file()} - set(files) - set(others) - {".gazette"}
    left = {name for name in left if not name.startswith(("theme/", "images/"))}
    return f"left over: {sorted(left)[:5]}" if left else None


def main():
    folder = Path(tempfile.mkdtemp())
    project, themes = folder / "projet", folder / "Themes"
    shutil.copytree(HERE / "Tests/Fixtures/complet", project)
    shutil.copytree(HERE / "Themes", themes)
    first = build(project, themes, folder / "site1")
    # Another style (a remark would not be published), a page less, a picture less, a page where a folder was.
    with open(themes / "Champigny/assets/style.css", "a") as style:
        style.write(".essai { margin: 0 }\n")
    for file in (project / "Content/nouvelles").glob("2026-02*"):
        file.unlink()
    second = build(project, themes, folder / "site2")
    sites = [(folder / "site1", first), (folder / "site2", second)]
    others = {"admin/index.html": "formulaire", ".well-known/acme/x": "preuve", "lanternes/note.txt": "à quelqu’un"}

    sshd, port = start_sshd(folder)
    line = Line(port)
    (folder / "ssh_config").write_text(
        f"Host hote\n  HostName 127.0.0.1\n  Port {line.port}\n  User {getpass.getuser()}\n  IdentityFile {folder}/user\n"
        "  StrictHostKeyChecking no\n  UserKnownHostsFile /dev/null\n  LogLevel ERROR\n")
    # Without rsync here, the same destination is reached by SFTP.
    tools = folder / "bin"
    tools.mkdir()
    (tools / "sftp").write_text(f'#!/bin/sh\nexec {shutil.which("sftp")} -F {folder}/ssh_config "$@"\n')
    (tools / "sftp").chmod(0o755)
    environment = {
        **os.environ, "PATH": f"{tools}:{os.environ['PATH']}", "RSYNC_RSH": f"ssh -F {folder}/ssh_config"}
    ways = {
        "rsync": ("hote:{}", environment), "sftp": ("sftp://hote{}", environment),
        "no rsync": ("hote:{}", {**environment, "PATH": str(tools)}),
    }
    for way, (destination, environment) in ways.items():
        host = folder / f"www-{way.replace(' ', '-')}"

        def reset():
            shutil.rmtree(host, ignore_errors=True)
            for name, text in others.items():
                (host / name).parent.mkdir(parents=True, exist_ok=True)
                (host / name).write_text(text)

        def run(step, cut=None):
            line.limit, line.passed = cut, 0
            return publish(destination.format(host), sites[step][0], environment)

        reset()
        sizes = []
        for step, (_, files) in enumerate(sites):
            done = run(step)
            sizes.append(line.passed)
            expect(done.returncode == 0, f"{way}: {done.stdout}{done.stderr}")
            wrong = holds(host, files, others)
            expect(wrong is None, f"{way}, site {step + 1}: {wrong}")
            expect(not missing(host), f"{way}, site {step + 1}: {sorted(missing(host))[:3]}")
            again = run(step)
            expect("déjà en ligne" in again.stdout, f"{way}: sent twice: {again.stdout}{again.stderr}")
        kept = {f.parent.name for f in (host / "theme").rglob("style.css")}
        expect(len(kept) == 2, f"{way}: the style of the last build is gone: {kept}")
        late = publish(destination.format(host), sites[1][0], {**environment, "SOURCE_DATE_EPOCH": str(int(time.time()) + 8 * 86400)})
        kept = {f.parent.name for f in (host / "theme").rglob("style.css")}
        expect(len(kept) == 1, f"{way}: a week later {kept} {late.stderr}")
        if way == "no rsync":
            continue
        cut = 0
        for number in range(CUTS):
            step = number % 2
            reset()
            if step == 1:
                expect(run(0).returncode == 0, f"{way}: no first site")
            size = sizes[step]
            at = int(size * (number + 0.5) / CUTS)
            broken = run(step, at)
            cut += broken.returncode != 0
            expect(
                broken.returncode in (0, 74) and (broken.returncode == 0 or "relancer la commande" in broken.stderr),
                f"{way}, cut at {at} of {size}: {broken.returncode} {broken.stderr}")
            expect(not missing(host), f"{way}, cut at {at} of {size}: {sorted(missing(host))[:3]}")
            ended = run(step)
            expect(ended.returncode == 0, f"{way}, after a cut at {at}: {ended.stderr}")
            wrong = holds(host, sites[step][1], others)
            expect(wrong is None, f"{way}, after a cut at {at} of {size}: {wrong}")
        expect(cut >= CUTS * 3 // 4, f"{way}: only {cut} of {CUTS} were cut")
        print(f"{way}: cut {cut} times, ended each time")
    sshd.terminate()
    sshd.wait(10)
    for fault in faults[:40]:
        print(f"FAULT {fault}")
    if faults:
        print(f"{len(faults)} faults; see {folder}")
        return 1
    shutil.rmtree(folder, ignore_errors=True)
    return 0


sys.exit(main())
