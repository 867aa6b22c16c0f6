"""What a build runs and whom it asks, as the system sees it: of our own site, and of a project that would like it to do more.

    confinement.py [PROGRAM]

The build runs under strace. It may start git and the two programs of libvips (by a shell that limits their memory), and connects to nobody. Where
the kernel has Landlock, it has given up what it does not need before it starts anything, be it a thread."""

import ctypes
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parents[2]
PROGRAM = Path(sys.argv[1] if len(sys.argv) > 1 else HERE / ".build/release/gazette").resolve()
# What a shell does before it becomes one of these: `Sources/Files/ChildProcess.swift`.
LIMITED = re.compile(r'^"/bin/sh", \["/bin/sh", "-c", "\{ ulimit -c 0; ulimit -v \d+; ulimit -t \d+; exec \\"\$0\\" \\"\$@\\"; \} ", "([^"]*)"')
ALLOWED = {"git", "vipsthumbnail", "vips"}
# landlock_create_ruleset(2), asked for the version: from 2 on builds use it.
HAS_LANDLOCK = ctypes.CDLL(None).syscall(444, None, 0, 1) >= 2
faults = []


def hostile(folder):
    """A project that names programs and addresses wherever somebody might look."""
    project = folder / "projet"
    shutil.copytree(HERE / "Tests/Fixtures/complet", project)
    mark, far = folder / "pris", "http://127.0.0.1:9"
    (project / "Content/nouvelles/piege.svg").write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg"><image href="{far}/a.png"/></svg>')
    (project / "Content/nouvelles/piege.md").write_text(
        f"---\ntitre: Un piège\ndate: 2026-03-01\nimage: piege.svg\nimage_alt: Un piège\n---\n![a]({far}/b.png) "
        f"![b](|touch%20{mark}) <img src='{far}/c.png'> [c](file:///etc/passwd)\n\n![d](`touch {mark}`.jpg)\n")
    for name in ["gitattributes", "mailmap"]:
        (project / f".{name}").write_text("* diff=a filter=a\n")
    subprocess.run(["git", "init", "-q", "-b", "main", project], check=True)
    author = ["-c", "user.name=A", "-c", "user.email=a@exemple.org"]
    subprocess.run(["git", "-C", project, *author, "add", "."], check=True)
    subprocess.run(["git", "-C", project, *author, "commit", "-q", "-m", "Un début"], check=True)
    with open(project / ".git/config", "a") as config:
        config.write(
            f"[core]\n\tfsmonitor = touch {mark}\n\tpager = touch {mark}\n\tsshCommand = touch {mark}\n\talternateRefsCommand = touch {mark}\n"
            f"\thooksPath = hooks\n[diff]\n\texternal = touch {mark}\n[diff \"a\"]\n\ttextconv = touch {mark}\n\tcommand = touch {mark}\n"
            f"[filter \"a\"]\n\tclean = touch {mark}\n\tsmudge = touch {mark}\n\tprocess = touch {mark}\n[gpg]\n\tprogram = touch {mark}\n"
            f"[log]\n\tshowSignature = true\n[alias]\n\tlog = !touch {mark}\n\trev-parse = !touch {mark}\n"
            f"[credential]\n\thelper = !touch {mark}\n[protocol]\n\tallow = always\n[remote \"o\"]\n\turl = ext::touch {mark}\n\tpromisor = true\n"
            "[extensions]\n\tpartialClone = o\n")
    # Objects that git would ask the remote for.
    for file in (project / ".git/objects").glob("??/*"):
        kind = subprocess.run(
            ["git", "-C", project, "-c", "core.fsmonitor=false", "cat-file", "-t", file.parent.name + file.name],
            capture_output=True, text=True, env={"PATH": os.environ["PATH"], "GIT_NO_LAZY_FETCH": "1", "GIT_ALLOW_PROTOCOL": ""})
        if kind.stdout.strip() == "tree":
            file.unlink()
    mark.unlink(missing_ok=True)
    return project, mark


def watch(name, arguments, folder):
    log = folder / (name + ".strace")
    done = subprocess.run(
        ["strace", "-f", "-qq", "-s", "400", "-e", "trace=execve,execveat,connect,socket,clone,clone3,vfork,fork,landlock_restrict_self", "-e", "signal=none", "-o", log,
         PROGRAM, "build", *arguments], capture_output=True, text=True, timeout=1200)
    if done.returncode not in (0, 1):
        faults.append(f"{name}: the build ends with {done.returncode}: {done.stderr[-300:]}")
    started, lines, is_held = set(), log.read_text(errors="replace").splitlines(), not HAS_LANDLOCK
    for line in lines:
        call = line.split(" ", 1)[1].strip() if " " in line else line
        if call.startswith("landlock_restrict_self(") and call.endswith("= 0"):
            is_held = True
        elif call.startswith(("clone", "vfork", "fork")) and not is_held:
            faults.append(f"{name}: begins before it has given up its rights: {call[:200]}")
            is_held = True
        elif call.startswith(("execve(", "execveat(")):
            # Not found along PATH is not run.
            if re.search(r"= -1 ENOENT", call):
                continue
            words = call.split("(", 1)[1]
            shell = LIMITED.match(words)
            path = re.match(r'"([^"]*)"', words)
            run = shell.group(1) if shell else path.group(1) if path else words
            started.add(os.path.basename(run))
            if os.path.basename(run) not in ALLOWED and Path(run) != PROGRAM:
                faults.append(f"{name}: runs {words[:200]}")
        elif call.startswith("connect("):
            faults.append(f"{name}: {call[:200]}")
        elif call.startswith("socket(") and not call.startswith("socket(AF_UNIX"):
            faults.append(f"{name}: {call[:200]}")
    if len(lines) < 1 or PROGRAM.name not in started:
        faults.append(f"{name}: strace saw nothing")
    return started


def main():
    folder = Path(tempfile.mkdtemp())
    project, mark = hostile(folder)
    themes = ["--themes", HERE / "Themes"]
    seen = watch("hostile", ["--root", project, *themes, "--date", "2026-03-15", "--keep-going", "--output", folder / "a"], folder)
    if mark.exists():
        faults.append("hostile: what the project names was run")
    if not (folder / "a/index.html").exists() or "git" not in seen:
        faults.append(f"hostile: nothing was built, or git not asked ({seen})")
    # Pictures made anew, whatever was made before.
    copy = folder / "ours"
    shutil.copytree(HERE / "Content", copy / "Content")
    seen = watch("ours", ["--root", copy, *themes, "--output", folder / "b"], folder)
    if "vipsthumbnail" not in seen:
        faults.append(f"ours: no picture was made ({seen})")
    for fault in faults[:40]:
        print(f"FAULT {fault}")
    shutil.rmtree(folder, ignore_errors=True)
    if faults:
        return 1
    held = "held to that by Landlock" if HAS_LANDLOCK else "this kernel has no Landlock to hold them to it"
    print(f"confinement: builds run git and libvips alone, and connect to nobody; {held}")
    return 0


sys.exit(main())
