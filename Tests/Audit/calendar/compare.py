"""Compares the occurrences that the site shows for random schedules with those that other programs find in its calendars.

usage: compare.py FOLDER EXPAND ICAL      (FOLDER as schedule-probe leaves it, EXPAND the program made of expand.c, ICAL
the ical.js of Thunderbird)
"""

import re
import subprocess
import sys
import tempfile
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import recurring_ical_events
from dateutil.rrule import rrulestr
from ical.calendar_stream import IcsCalendarStream

from khal_settings import KHAL

PARIS = ZoneInfo("Europe/Paris")
START, END = date(2018, 1, 1), date(2030, 12, 31)
# khal goes through them day by day.
KHAL_YEARS = date(2025, 7, 1), date(2026, 12, 31)
TODAY = datetime(2026, 6, 1)
CANCELLED = "CANCELLED"


def expected(path):
    """(state, start, end) as the site shows them; days end on their last day."""
    found = set()
    for line in path.read_text().splitlines():
        state, start, end = line.split()
        found.add((state, start, end))
    return found


def name(moment):
    return moment.strftime("%Y-%m-%dT%H:%M") if isinstance(moment, datetime) else moment.isoformat()


def is_in_range(start, first=START, last=END):
    return first.isoformat() <= start[:10] <= last.isoformat()


def is_past(end):
    if "T" in end:
        return datetime.fromisoformat(end) <= TODAY
    return date.fromisoformat(end) < TODAY.date()


def by_recurring_ical_events(path):
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    faults = [error for event in calendar.walk() for error in event.errors]
    if faults:
        raise ValueError(f"icalendar: {faults}")
    found = set()
    for event in recurring_ical_events.of(calendar).between(START, END + timedelta(days=1)):
        start, end = event["DTSTART"].dt, event["DTEND"].dt if "DTEND" in event else event["DTSTART"].dt
        if isinstance(start, datetime):
            start, end = start.astimezone(PARIS), end.astimezone(PARIS)
        else:
            end -= timedelta(days=1)
        state = "off" if event.get("STATUS") == CANCELLED else "on"
        found.add((state, name(start), name(end)))
    return found


def by_libical(path, program):
    output = subprocess.run([program, path], capture_output=True, text=True, check=False).stdout
    found, overrides = [], {}
    for line in output.splitlines():
        kind, *rest = line.split()
        if kind == "E":
            raise ValueError("libical: " + output)
        if kind == "O":
            uid, original, start, status, end = rest
            overrides[uid, original] = (start, status, end)
        else:
            found.append(tuple(rest))
    spans = [overrides.pop((uid, start), (start, status, end)) for uid, start, status, end in found]
    # Overrides of occurrences before or after the years looked at.
    spans += overrides.values()
    return {("off" if status == CANCELLED else "on", int(start), int(end)) for start, status, end in spans}


def by_ical_js(folder, library):
    """Of all calendars of a folder at once: a program that starts 1500 times takes its time."""
    files = [str(path) for path in sorted(folder.glob("*.ics"))]
    command = ["node", str(Path(__file__).with_name("expand.mjs")), library, str(START.year), str(END.year), *files]
    found, name = {}, None
    for line in subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines():
        if line.endswith(".ics"):
            name = line
            found[name] = set()
        else:
            found[name].add(tuple(line.split()))
    return found


def by_home_assistant(path):
    """PyPI `ical`, the library of Home Assistant."""
    calendar = IcsCalendarStream.calendar_from_ics(path.read_text())
    first = datetime.combine(START, time(), PARIS)
    found = set()
    for event in calendar.timeline_tz(PARIS).overlapping(first, datetime.combine(END + timedelta(days=1), time(), PARIS)):
        start, end = event.start, event.end
        if isinstance(start, datetime):
            start, end = start.astimezone(PARIS), end.astimezone(PARIS)
        else:
            end -= timedelta(days=1)
        found.add(("off" if event.status == "CANCELLED" else "on", name(start), name(end)))
    return found


def by_dateutil(path):
    """What a plain program makes of it: rules by dateutil, on the clock of the place, and what replaces a date by its day."""
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    naive = lambda moment: moment.replace(tzinfo=None) if isinstance(moment, datetime) else datetime.combine(moment, time())
    masters, overrides = [], {}
    for event in calendar.walk("VEVENT"):
        if "RECURRENCE-ID" in event:
            overrides[event["UID"], naive(event["RECURRENCE-ID"].dt)] = event
        else:
            masters.append(event)
    found = []
    for event in masters:
        start = naive(event["DTSTART"].dt)
        length = naive(event["DTEND"].dt) - start if "DTEND" in event else event["DURATION"].dt if "DURATION" in event else timedelta(0)
        starts = [start]
        if "RRULE" in event:
            until = event["RRULE"].get("UNTIL", [None])[0]
            words = re.sub(r";?UNTIL=[^;]*", "", event["RRULE"].to_ical().decode())
            rule = rrulestr(words, dtstart=start)
            last = datetime.combine(END, time(23, 59))
            if until is not None:
                until = until.astimezone(PARIS) if isinstance(until, datetime) and until.tzinfo else until
                last = min(last, naive(until))
            starts = rule.between(start, last, inc=True)
        lists = lambda key: event.get(key, []) if isinstance(event.get(key, []), list) else [event[key]]
        starts = set(starts) | {naive(d.dt) for each in lists("RDATE") for d in each.dts}
        for begin in starts - {naive(d.dt) for each in lists("EXDATE") for d in each.dts}:
            replaced = overrides.pop((event["UID"], begin), None)
            found.append(replaced if replaced is not None else (event, begin, begin + length))
    result = set()
    for item in found + list(overrides.values()):
        event, start, end = item if isinstance(item, tuple) else (item, naive(item["DTSTART"].dt), naive(item["DTEND"].dt))
        state = "off" if event.get("STATUS") == CANCELLED else "on"
        if isinstance(event["DTSTART"].dt, datetime):
            result.add((state, name(start), name(end)))
        else:
            result.add((state, name(start.date()), name(end.date() - timedelta(days=1))))
    return result


def by_khal(folder):
    """Of all calendars of a folder at once, by the names of the files; khal wants a file for each event."""
    with tempfile.TemporaryDirectory() as place:
        Path(place, "calendar").mkdir()
        Path(place, "config").write_text(KHAL.format(folder=place))
        files = {}
        for path in folder.glob("*.ics"):
            calendar = icalendar.Calendar.from_ical(path.read_bytes())
            parts = {}
            for event in calendar.walk("VEVENT"):
                parts.setdefault(str(event["UID"]), []).append(event)
            for number, (uid, events) in enumerate(parts.items()):
                part = icalendar.Calendar()
                part.add("VERSION", "2.0")
                part.add("PRODID", "-//audit//")
                for zone in calendar.walk("VTIMEZONE"):
                    part.add_component(zone)
                for event in events:
                    part.add_component(event)
                Path(place, "calendar", f"{path.stem}-{number}.ics").write_bytes(part.to_ical())
                files[uid] = path.stem
        found = {path.stem: set() for path in folder.glob("*.ics")}
        command = [Path(sys.executable).with_name("khal"), "-c", Path(place, "config"), "list", "--notstarted"]
        command += ["--format", "{uid}\t{start}\t{end}\t{status}", "--day-format", ""]
        command += [str(KHAL_YEARS[0]), str(KHAL_YEARS[1] + timedelta(days=1))]
        output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        for line in output.splitlines():
            if line.count("\t") == 3:
                uid, start, end, status = line.split("\t")
                found[files[uid]].add(("off" if status.strip() == CANCELLED else "on", start, end))
        return found


def seconds(start):
    if "T" in start:
        return int(datetime.fromisoformat(start).replace(tzinfo=PARIS).timestamp())
    return int(datetime.fromisoformat(start).replace(tzinfo=timezone.utc).timestamp())


def is_moved_to_another_form(calendar):
    """Whether a date that has hours became one that has none, or the other way about."""
    events = icalendar.Calendar.from_ical(calendar.read_bytes()).walk("VEVENT")
    return any(
        isinstance(event["RECURRENCE-ID"].dt, datetime) != isinstance(event["DTSTART"].dt, datetime)
        for event in events if "RECURRENCE-ID" in event)


def compare(path, program, ical_js, khal):
    wanted = expected(path.with_suffix(".txt"))
    calendar = path.with_suffix(".ics")
    if not calendar.exists():
        return 0, [f"no calendar for {len(wanted)} occurrences"] if wanted else []
    faults = []

    readers = {
        "recurring-ical-events": by_recurring_ical_events(calendar), "ical.js": ical_js[str(calendar)],
        "ical": by_home_assistant(calendar), "dateutil": by_dateutil(calendar), "khal": khal[calendar.stem]}
    for reader, found in readers.items():
        kept = {i for i in wanted if is_in_range(i[1], *(KHAL_YEARS if reader == "khal" else (START, END)))}
        found = {i for i in found if is_in_range(i[1]) and not (i[0] == "off" and is_past(i[2]))}
        if reader == "khal":
            found = {i for i in found if is_in_range(i[1], *KHAL_YEARS)}
            # It shows a date besides what it has become where only one of the two has hours, and counts a DURATION in seconds
            # over a change of the clock. The others do neither.
            if is_moved_to_another_form(calendar):
                continue
            if "\nDURATION:" in calendar.read_text():
                found, kept = ({i[:2] for i in one} for one in (found, kept))
        if found != kept:
            faults.append(f"{reader}: only there {sorted(found - kept)[:5]}, only here {sorted(kept - found)[:5]}")

    # libical counts days from midnight UTC to the midnight at their end.
    low, high = seconds("2018-01-02"), seconds("2030-12-30")
    here = {(state, seconds(start), seconds(end) + (0 if "T" in end else 86400)) for state, start, end in wanted}
    there = by_libical(calendar, program)
    on_here = {i for i in here if low <= i[1] <= high}
    on_there = {i for i in there if low <= i[1] <= high}
    limit = int(TODAY.replace(tzinfo=PARIS).timestamp()) + 4 * 86400
    # libical keeps the length in seconds. Where the clock changes within an occurrence, the calendar says its end for ten
    # years from the first one on, and for none that is called off.
    first = min(re.findall(r"DTSTART[^:]*:(\d{8})", calendar.read_text().partition("BEGIN:VEVENT")[2]), default="20180101")
    last = seconds(f"{first[:4]}-{first[4:6]}-{first[6:]}") + 3600 * 86400
    # It adds a DURATION on the clock, and takes what comes out of a first one over a clock change for the length of all.
    is_exact = "\nDURATION:" not in calendar.read_text()
    known = lambda i: i if is_exact and i[0] == "on" and i[1] < last else (*i[:2], 0)
    on_here = {known(i) for i in on_here if i[0] == "on" or i[1] > limit}
    on_there = {known(i) for i in on_there if i[0] == "on" or i[1] > limit}
    if on_here != on_there:
        faults.append(f"libical: only there {sorted(on_there - on_here)[:5]}, only here {sorted(on_here - on_there)[:5]}")
    return len(wanted), faults


def main():
    folder, program, ical_js = Path(sys.argv[1]), sys.argv[2], by_ical_js(Path(sys.argv[1]), sys.argv[3])
    khal = by_khal(folder)
    schedules = occurrences = failed = 0
    for path in sorted(folder.glob("*.txt"), key=lambda path: int(path.stem)):
        schedules += 1
        try:
            number, faults = compare(path, program, ical_js, khal)
        except Exception as error:  # What another program can't read is a fault of ours, and must not hide the others.
            number, faults = 0, [repr(error)]
        occurrences += number
        if faults:
            failed += 1
            print(f"seed {path.stem}:", *faults, sep="\n  ")
    print(f"{schedules} schedules, {occurrences} occurrences, {failed} different")
    sys.exit(1 if failed or schedules < 1 or occurrences < schedules else 0)


main()
