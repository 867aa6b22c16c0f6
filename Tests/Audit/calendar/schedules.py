"""Builds random schedules of the whole language, written as volunteers write them, and compares what the site says of them with
what they mean: its month pages, its letter, the data for search engines; and leaves each calendar beside its occurrences, as
compare.py reads them.

usage: schedules.py PROGRAM FOLDER FIRST_SEED COUNT
"""

import json
import re
import shutil
import subprocess
import sys
import tempfile
from datetime import date, datetime, timedelta
from pathlib import Path

from dateutil.rrule import DAILY, MONTHLY, WEEKLY, YEARLY, rrule, weekday

sys.path.append(str(Path(__file__).parents[1]))
from page_dates import PageDates
from written import written_event

NAMES = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

TODAY = date(2026, 6, 1)
# A letter of the week before, with as many weeks as a letter can look ahead.
LETTER_WEEKS = 104
SITE = """titre: Audit
adresse: https://example.org/
fuseau: Europe/Paris
identifiant: 0e9f6a52-3c1d-4b8e-9c57-6d1f2a8b4e33
departement: "94"
editeur:
  nom: Audit
  courriel: a@example.org
hebergeur: {nom: H, adresse: ici, telephone: 01 99 00 11 22}
"""
LETTER = f"""---
titre: Lettre
date_envoi: 2026-06-01
agenda_semaines: {LETTER_WEEKS}
---
Bonjour.
"""
BATCH = 100
# The year from which on nothing is compared.
LAST = "2034"


def build(program, folder, seeds):
    """One site of these schedules: their expectations by the name of the file."""
    content = folder / "Content"
    (content / "evenements").mkdir(parents=True)
    (content / "infolettres").mkdir()
    (content / "site.yml").write_text(SITE)
    (content / "infolettres/2026-06.md").write_text(LETTER)
    written = {}
    for seed in seeds:
        event = written_event(seed, f"Essai {seed}")
        (content / f"evenements/e{seed}.md").write_text(f"---\n{event.text}\n---\nTexte.\n")
        written[f"e{seed}"] = event
    command = [program, "build", "--root", folder, "--themes", "Themes", "--date", TODAY.isoformat(), "--keep-going"]
    result = subprocess.run(command + ["--output", folder / "Output"], capture_output=True, text=True)
    errors = [line for line in (result.stdout + result.stderr).splitlines() if re.search(r"e\d+\.md.*(erreur|avertissement)", line)]
    return written, errors, result


def on_months(site):
    """(name, start, whether it takes place) on the pages of the months."""
    found = set()
    for page in (site / "agenda").glob("????-??/index.html"):
        found |= {(href.split("/")[2], start, is_on) for href, start, is_on in PageDates(page.read_text()).found}
    return found


def is_past(start, end):
    return end[:10] < TODAY.isoformat()


def compare_months(written, site):
    months = sorted(page.name for page in (site / "agenda").glob("????-??"))
    low, high = months[0], months[-1]
    found = on_months(site)
    for name, event in written.items():
        here = {i[1:] for i in found if i[0] == name}
        wanted = {(start, state == "on") for state, start, end in event.expected if low <= start[:7] <= high}
        # What was never confirmed is not said to have taken place.
        if event.is_tentative:
            wanted, here = ({i for i in items if i[0][:10] >= TODAY.isoformat()} for items in (wanted, here))
        if here != wanted:
            yield f"{name}: months: only there {sorted(here - wanted)[:4]}, only meant {sorted(wanted - here)[:4]}"


def expanded(data):
    """The starts that a Schedule of schema.org means, from its own words alone."""
    number, unit = re.fullmatch(r"P(\d+)([DWMY])", data["repeatFrequency"]).groups()
    listed = lambda key: [data[key]] if not isinstance(data.get(key, []), list) else data.get(key, [])
    weekdays = [NAMES.index(name.rpartition("/")[2]) for name in listed("byDay")]
    options = {"interval": int(number), "dtstart": datetime.fromisoformat(data["startDate"]), "wkst": 0}
    if "repeatCount" in data:
        options["count"] = data["repeatCount"]
    else:
        options["until"] = datetime.fromisoformat(data.get("endDate", "2034-12-31"))
    if unit == "M" and weekdays:
        found = rrule(MONTHLY, byweekday=[weekday(d, n) for d in weekdays for n in listed("byMonthWeek")], **options)
    elif unit == "M":
        found = rrule(MONTHLY, bymonthday=listed("byMonthDay"), **options)
    elif unit == "Y":
        found = rrule(YEARLY, bymonth=listed("byMonth"), bymonthday=listed("byMonthDay"), **options)
    else:
        found = rrule(WEEKLY, byweekday=weekdays, **options) if unit == "W" else rrule(DAILY, **options)
    left = set(listed("exceptDate"))
    days = {moment.date().isoformat() for moment in found} - left
    return {day + ("T" + data["startTime"][:5] if "startTime" in data else "") for day in days}


def compare_data(written, site):
    """What search engines are given: the rule, or the next dates."""
    for name, event in written.items():
        page = (site / "agenda" / name / "index.html").read_text()
        blocks = [json.loads(b) for b in re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)]
        events = [b for b in blocks if b.get("@type", "").endswith("Event")]
        to_come = {i for i in event.expected if not is_past(*i[1:])}
        on, off = ({i[1] for i in event.expected if i[0] == state} for state in ("on", "off"))
        listed = {"on": set(), "off": set()}
        for one in events:
            state = "off" if re.search("Cancelled|Postponed", one["eventStatus"]) else "on"
            if one["startDate"] < LAST:
                listed[state].add(one["startDate"][:16])
            if "eventSchedule" in one:
                rule = expanded(one["eventSchedule"])
                # Those that moved or were called off stand in it as exceptions.
                planned = {planned for planned, start in event.held.items() if start == planned}
                if {d for d in rule if d < LAST} != {d for d in planned if d < LAST}:
                    yield f"{name}: schedule: only there {sorted(rule - planned)[:4]}, only meant {sorted(planned - rule)[:4]}"
        if listed["on"] - on or listed["off"] - off:
            yield f"{name}: data: only there {sorted(listed['on'] - on)[:4]} {sorted(listed['off'] - off)[:4]}"
        if to_come and not events:
            yield f"{name}: no data for search engines"


def compare_letter(written, site):
    """The letter names each event with a date in its weeks once, and no date that is none."""
    page = (site / "infolettres/2026-06/courriel.html").read_text()
    text = (site / "infolettres/2026-06/courriel.txt").read_text()
    on_site = PageDates((site / "infolettres/2026-06/index.html").read_text()).found
    dates = {(href.split("/")[2], start, is_on) for href, start, is_on in on_site}
    limit = (TODAY + timedelta(weeks=LETTER_WEEKS)).isoformat()
    for name, event in written.items():
        links = re.findall(rf'href="https://example.org/agenda/{name}/(?:[?#][^"]*)?"', page)
        coming = [i for i in event.expected if not is_past(*i[1:]) and i[1][:10] < limit]
        named = {i[1:] for i in dates if i[0] == name}
        if wrong := named - {(start, state == "on") for state, start, _ in event.expected}:
            yield f"{name}: letter: {sorted(wrong)[:4]}"
        if bool(coming) != bool(links) or bool(coming) != (f"/agenda/{name}/" in text):
            yield f"{name}: letter: {len(coming)} dates in its weeks, {len(links)} links"


def main():
    program, folder, first, count = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
    folder.mkdir(parents=True, exist_ok=True)
    faults = occurrences = 0
    for low in range(first, first + count, BATCH):
        with tempfile.TemporaryDirectory() as place:
            written, errors, result = build(program, Path(place), range(low, min(low + BATCH, first + count)))
            site = Path(place) / "Output"
            said = errors or ([] if result.returncode == 0 else [result.stderr[-400:]])
            said += [fault for compare in (compare_months, compare_data, compare_letter) for fault in compare(written, site)]
            for fault in said:
                faults += 1
                print("  " + fault[:400])
            for name, event in written.items():
                seed = name[1:]
                occurrences += len(event.expected)
                # A calendar does without what was called off and is over.
                kept = sorted(i for i in event.expected if i[0] == "on" or not is_past(*i[1:]))
                (folder / f"{seed}.txt").write_text("".join(" ".join(i) + "\n" for i in kept))
                (folder / f"{seed}.md").write_text(event.text)
                calendar = site / "agenda" / name / "evenement.ics"
                if calendar.exists():
                    shutil.copy(calendar, folder / f"{seed}.ics")
    print(f"{count} written schedules, {occurrences} occurrences: pages, letter, data, {faults} faults")
    sys.exit(1 if faults or not occurrences else 0)


if __name__ == "__main__":
    main()
