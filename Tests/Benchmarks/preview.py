"""The preview as a client meets it, and how long it takes from a saved file to the page that shows it."""

import os
import re
import signal
import socket
import statistics
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def save(file, text):
    """As most editors do: a new file takes the place of the old one."""
    beside = file.with_name("." + file.name + ".neu")
    beside.write_text(text, encoding="utf-8")
    os.replace(beside, file)


def next_version(stream):
    """Reads `stream` up to the next version."""
    for line in stream:
        if line.startswith(b"data:"):
            return line.split()[1].decode()
    return None


class Server:
    """A program that shows a site at an address of this machine."""

    def __init__(self, process, address):
        self.process = process
        self.address = address

    def get(self, path):
        with urllib.request.urlopen(self.address + path, timeout=120) as answer:
            return answer.read().decode()

    def changed(self, path, mark, expecting):
        """Returns once a request for `path` gets a page with `mark` in it; `expecting` is what `expect` gave before."""
        while mark not in self.get(path):
            time.sleep(0.001)

    def expect(self):
        """To be called before an edit."""
        return None

    def memory(self):
        """Bytes of it that are in memory."""
        fields = Path(f"/proc/{self.process.pid}/smaps_rollup").read_text()
        return int(re.search(r"^Rss:\s+(\d+)", fields, re.M)[1]) << 10

    def end(self):
        """Its exit status after Ctrl-C."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(20)


class Preview(Server):
    """`gazette serve` on a project."""

    def __init__(self, program, root, *options):
        self.port = free_port()
        process = subprocess.Popen(
            [program, "serve", "--root", root, "--themes", PROJECT / "Themes", "--date", "2026-03-15",
             "--port", str(self.port), *options],
            stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        for line in process.stderr:
            if found := re.search(r"http://127\.0\.0\.1:\d+\S*/", line):
                super().__init__(process, found[0])
                break
        else:
            sys.exit("serve: the program does not begin")
        # What it says later must not fill the pipe.
        subprocess.Popen(["cat"], stdin=process.stderr, stdout=subprocess.DEVNULL)

    def version(self):
        return re.search(r"since=(\d+)", self.get(""))[1]

    def expect(self):
        return self.events(self.version())

    def changed(self, path, mark, expecting):
        # As the reload script does: a request only when there is something new.
        with expecting as stream:
            next_version(stream)
        super().changed(path, mark, None)

    def events(self, version):
        """An open stream that ends with the version after this one."""
        return urllib.request.urlopen(f"http://127.0.0.1:{self.port}/__gazette/changes?since={version}", timeout=60)


class HugoServer(Server):
    """`hugo server` on a site."""

    def __init__(self, program, source):
        port = free_port()
        process = subprocess.Popen(
            [program, "server", "--source", source, "--port", str(port), "--bind", "127.0.0.1", "--renderToMemory"],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        super().__init__(process, f"http://127.0.0.1:{port}/")
        for _ in range(1200):
            try:
                self.get("")
                return
            except (OSError, urllib.error.URLError):
                time.sleep(0.1)
        sys.exit("hugo server does not begin")


def edit_to_page(server, file, path, edits):
    """Milliseconds from a saved file until a request for its page gets the new text, median and worst of so many edits.
    The waiting of the program for the file system is part of them."""
    text = file.read_text(encoding="utf-8")
    server.get(path)
    taken = []
    for number in range(edits + 1):
        # A program that waits for quiet is not to be met in its pause.
        time.sleep(0.7)
        mark = f"Édition numéro {number}."
        expecting = server.expect()
        start = time.perf_counter()
        save(file, f"{text}\n{mark}\n")
        server.changed(path, mark, expecting)
        taken.append((time.perf_counter() - start) * 1000)
    save(file, text)
    # The first edit fills caches.
    return statistics.median(taken[1:]), max(taken[1:])
