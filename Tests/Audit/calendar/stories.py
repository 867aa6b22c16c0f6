"""Random stories of a repository, seen by somebody who subscribed to its calendar on the first day.

Each story is a repository with events of the whole language of schedules. Day by day something lands on its published branch
(an edit, a merge of an older branch, a merge the other way round, a squash, a rebase, a conflict solved, a renamed file, a
renamed place, a deletion, a revert, another title of the site) and the site is built anew. Of every VEVENT: other bytes want a
higher SEQUENCE and a later LAST-MODIFIED; the same content gives the same bytes; what is to come and not in the content any
more is CANCELLED, never gone. What a subscriber has after the update, by the rules of RFC 5546 (2.1.4, 2.1.5), is what
somebody who subscribes today gets. Two programs read every calendar: icalendar and `ical`.

usage: stories.py PROGRAM FIRST_SEED COUNT
"""

import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from datetime import date, datetime, timedelta
from pathlib import Path

import icalendar
from ical.calendar_stream import IcsCalendarStream

from written import written_event

SITE = """titre: {title}
adresse: https://example.org/
fuseau: Europe/Paris
departement: "94"
identifiant: 0e9f6a52-3c1d-4b8e-9c57-6d1f2a8b4e33
editeur:
  nom: Audit
  courriel: a@example.org
hebergeur: {{nom: H, adresse: ici, telephone: 01 99 00 11 22}}
"""
DAYS = 10


def title(event):
    """Of an event, without that of one of its sessions."""
    return re.sub(r"^\[.*?\]\s", "", re.split(r"\s: ", str(event["SUMMARY"]))[0])


class Story:
    def __init__(self, program, seed, root):
        self.program, self.root, self.r = program, Path(root), random.Random(seed)
        self.day, self.seeds, self.number = datetime(2026, 3, 2, 9), {}, seed * 1000
        self.faults, self.said = [], []

    # MARK: The repository

    def git(self, *arguments, day=None):
        moment = (day or self.day).strftime("%Y-%m-%dT%H:%M:%S+0100")
        environment = {**os.environ, "GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment, "GIT_CONFIG_GLOBAL": "/dev/null"}
        command = ["git", "-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main", *arguments]
        return subprocess.run(command, cwd=self.root, env=environment, capture_output=True, text=True)

    def commit(self, message, day=None):
        self.git("add", "-A")
        self.git("commit", "-qm", message, day=day)

    def path(self, name):
        return self.root / "Content/evenements" / f"{name}.md"

    def write(self, name, identity=None, alias=None):
        """Another schedule and another text for an event; its title and identity stay."""
        self.number += 1
        text = written_event(self.number, f"Essai {name.rstrip('n')}").text
        lines = [text, f"lieu: {self.r.choice(['salle', 'Au parc'])}"]
        lines += [f"id: {identity}"] if identity else []
        lines += [f"alias: /agenda/{alias}/"] if alias else []
        if "title:" in text:
            lines = [line.replace("lieu:", "place:") for line in lines]
        self.path(name).parent.mkdir(parents=True, exist_ok=True)
        self.path(name).write_text("---\n" + "\n".join(lines) + f"\n---\nTexte {self.number}.\n")

    def begin(self):
        for folder in ("evenements", "lieux"):
            (self.root / "Content" / folder).mkdir(parents=True)
        (self.root / "Content/site.yml").write_text(SITE.format(title="Audit"))
        self.place("La salle")
        for number in range(4):
            self.write(f"e{number}")
        self.git("init", "-q")
        self.commit("Begin")

    def place(self, title):
        (self.root / "Content/lieux/salle.md").write_text(f"---\ntitre: {title}\nadresse: 1 rue du Port\n---\nLa salle.\n")

    def names(self):
        return sorted(path.stem for path in (self.root / "Content/evenements").glob("*.md"))

    def edit(self, name):
        """A small change, or another schedule altogether."""
        path = self.path(name)
        text = path.read_text()
        if self.r.random() < 0.5:
            path.write_text(text.replace("\n---\nTexte", "\n---\nAutre texte"))
        else:
            identity = re.search(r"^id: (.*)$", text, re.M)
            alias = re.search(r"^alias: /agenda/(.*)/$", text, re.M)
            self.write(name, identity and identity[1], alias and alias[1])

    def step(self):
        """What lands on a day."""
        r, old = self.r, self.day - timedelta(days=2)
        if len(self.names()) < 2:
            self.number += 1
            self.write(f"e{self.number}")
            self.commit("New")
            return "new"
        name = r.choice(self.names())
        kind = r.choice([
            "edit", "merge", "merged back", "squash", "rebase", "conflict", "rename", "place", "title", "delete", "revert", "new"])
        if kind == "edit":
            self.edit(name)
            self.commit("Edit")
        elif kind in ("merge", "merged back", "squash", "rebase"):
            other = r.choice(self.names())
            self.git("checkout", "-qb", "branch")
            self.edit(name)
            self.commit("Edit on a branch", old)
            self.git("checkout", "-q", "main")
            if other != name:
                self.edit(other)
                self.commit("Edit meanwhile", old + timedelta(hours=2))
            if kind == "merge":
                self.git("merge", "-q", "--no-ff", "--no-edit", "branch")
            elif kind == "squash":
                self.git("merge", "-q", "--squash", "branch")
                self.commit("Squash")
            elif kind == "rebase":
                self.git("checkout", "-q", "branch")
                self.git("rebase", "-q", "main")
                self.git("checkout", "-q", "main")
                self.git("merge", "-q", "--ff-only", "branch")
            else:
                self.git("checkout", "-q", "branch")
                self.git("merge", "-q", "--no-edit", "main")
                self.git("checkout", "-q", "main")
                self.git("merge", "-q", "--ff-only", "branch")
            self.git("branch", "-qD", "branch")
        elif kind == "conflict":
            self.git("checkout", "-qb", "branch")
            self.write(name)
            self.commit("One", old)
            self.git("checkout", "-q", "main")
            self.write(name)
            self.commit("Two", old)
            self.git("merge", "-q", "branch")
            self.write(name)
            self.commit("Solve")
            self.git("branch", "-qD", "branch")
        elif kind == "rename":
            text = self.path(name).read_text()
            new = f"{name}n"
            if "\nid:" not in text and "\nalias:" not in text:
                self.git("mv", f"Content/evenements/{name}.md", f"Content/evenements/{new}.md")
                added = f"id: evenements/{name}\nalias: /agenda/{name}/\n---\nTexte"
                added = f"\nid: evenements/{name}\nalias: /agenda/{name}/\n---\n"
                self.path(new).write_text(re.sub(r"\n---\n(?=Texte|Autre)", added, text))
                self.commit("Rename")
        elif kind == "place":
            self.place(r.choice(["La salle", "La grande salle", "Le hangar"]))
            self.commit("Place")
        elif kind == "title":
            (self.root / "Content/site.yml").write_text(SITE.format(title=r.choice(["Audit", "Le port"])))
            self.commit("Title")
        elif kind == "delete" and len(self.names()) > 2:
            self.path(name).unlink()
            self.commit("Delete")
        elif kind == "revert" and self.git("rev-parse", "HEAD~1").returncode == 0:
            self.git("revert", "--no-edit", "HEAD")
            if (self.root / ".git/REVERT_HEAD").exists():
                self.git("revert", "--abort")
        elif kind == "new":
            self.number += 1
            self.write(f"e{self.number}")
            self.commit("New")
        return kind

    # MARK: The subscriber

    def build(self, commit):
        """The VEVENTs of the calendar of all as of a commit and of this day: by identity, their bytes and what they say."""
        with tempfile.TemporaryDirectory() as place:
            copy = Path(place) / "copy"
            subprocess.run(["git", "clone", "-q", "--no-local", str(self.root), str(copy)], check=True, capture_output=True)
            subprocess.run(["git", "checkout", "-q", "-B", "main", commit], cwd=copy, check=True, capture_output=True)
            command = [self.program, "build", "--root", copy, "--themes", "Themes", "--date", self.day.strftime("%Y-%m-%dT%H:%M")]
            result = subprocess.run(command + ["--output", copy / "Output"], capture_output=True, text=True)
            if result.returncode:
                errors = [line for line in result.stderr.splitlines() if "erreur" in line]
                self.faults.append(f"does not build: {errors[:3]}")
                return {}
            text = (copy / "Output/agenda.ics").read_bytes().decode()
            IcsCalendarStream.calendar_from_ics(text)
            calendar = icalendar.Calendar.from_ical(text)
            parts = re.findall(r"BEGIN:VEVENT\r\n.*?END:VEVENT\r\n", text, re.S)
            events = calendar.walk("VEVENT")
            if len(parts) != len(events) or any(event.errors for event in events):
                self.faults.append("icalendar does not read all of it")
            found = {}
            for part, event in zip(parts, events):
                recurrence = event.get("RECURRENCE-ID")
                key = str(event["UID"]), recurrence.to_ical().decode() if recurrence else None
                if key in found:
                    self.faults.append(f"{key} stands twice")
                found[key] = part, event
            return found

    def compare(self, old, new, kind):
        content = lambda part: re.sub(r"(SEQUENCE|LAST-MODIFIED|DTSTAMP):[^\r]*\r\n", "", part)
        revision = lambda event: (event.get("SEQUENCE", 0), event["LAST-MODIFIED"].dt if "LAST-MODIFIED" in event else datetime.min)
        for key, (part, event) in new.items():
            if key not in old or old[key][0] == part:
                continue
            before, after = revision(old[key][1]), revision(event)
            if not (before[0] < after[0] and before[1] < after[1]):
                what = "other" if content(old[key][0]) != content(part) else "the same"
                self.faults.append(f"{kind}: {key}: {what} content, revision {before} → {after}")
        masters, titles = {}, self.titles()
        for (uid, _), (_, event) in new.items():
            masters[uid] = max(masters.get(uid, -1), event.get("SEQUENCE", 0))
        for (uid, recurrence), (part, event) in old.items():
            if (uid, recurrence) in new:
                continue
            if uid in masters:
                # An override goes where the rule itself is newer, or the date is said by another VEVENT of the event.
                if masters[uid] <= event.get("SEQUENCE", 0):
                    self.faults.append(f"{kind}: {uid} {recurrence} is gone, and nothing of it is newer")
            elif self.has_future(event) and title(event) not in titles:
                # A date taken out of a plan goes; an event that is taken away is told as such.
                self.faults.append(f"{kind}: {uid} ({event['SUMMARY']}) is gone, with dates to come: {event['DTSTART'].dt}")

    def titles(self):
        """Of the events that are there."""
        texts = [path.read_text() for path in (self.root / "Content/evenements").glob("*.md")]
        return {found for text in texts for found in re.findall(r"^(?:titre|title): (.*)$", text, re.M)}

    def has_future(self, event):
        if event.get("STATUS") == "CANCELLED":
            return False
        day = event["DTSTART"].dt
        day = day.date() if isinstance(day, datetime) else day
        # Of what returns, those of the next twelve months are told.
        return timedelta(days=1) < day - self.day.date() < timedelta(days=360)

    def run(self):
        self.begin()
        before = self.git("rev-parse", "HEAD").stdout.strip()
        for _ in range(DAYS):
            self.day += timedelta(days=self.r.randrange(3, 20))
            kind = self.step()
            if self.git("status", "--porcelain").stdout:
                self.git("reset", "-q", "--hard")
                self.git("clean", "-fdq")
            after = self.git("rev-parse", "HEAD").stdout.strip()
            self.said.append(kind)
            self.compare(self.build(before), self.build(after), kind)
            before = after
        return self.faults


def main():
    program, first, count = os.path.abspath(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    failed = 0
    for seed in range(first, first + count):
        with tempfile.TemporaryDirectory() as root:
            story = Story(program, seed, root)
            for fault in story.run()[:5]:
                failed += 1
                print(f"  story {seed} ({', '.join(story.said)}): {fault}"[:600])
    print(f"{count} stories of {DAYS} days, {failed} faults")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
