"""Compares the school calendar of the program (Sources/Time/Holidays/SchoolCalendar.swift) day by day with PyPI
`vacances-scolaires-france`. The bridge of Ascension, which that package lacks in some years, may be here alone.
"""

import re
import sys
from datetime import date, timedelta
from pathlib import Path

from dateutil.easter import easter
from vacances_scolaires_france import SchoolHolidayDates

# Days with lessons (the last ones before the summers, the return behind a bridge) that the package takes for free ones.
LESSONS = {date(2021, 5, 17), date(2021, 7, 6), date(2022, 7, 7)}
TABLE = Path(__file__).parents[2] / "Sources/Time/Holidays/SchoolCalendar.swift"
STAY = r"\((\d{4})_(\d{4}), (\d{4})_(\d{4})\)"


def day(year, rest):
    return date(int(year), int(rest[:2]), int(rest[2:]))


def days(stays):
    for first_year, first, last_year, last in stays:
        start, end = day(first_year, first), day(last_year, last)
        while start <= end:
            yield start
            start += timedelta(days=1)


def main():
    text = TABLE.read_text()
    published = SchoolHolidayDates()
    faults = compared = 0
    years = text.split("SchoolYear(\n")[1:]
    for zone in "abc":
        ours = set()
        for row in years:
            common = re.sub(r"\[.*?\]", "", row, flags=re.S)
            ours.update(days(re.findall(STAY, common)))
            ours.update(days(re.findall(r"\." + zone + ": " + STAY, row)))
        current, last = min(ours), max(ours)
        while current <= last:
            compared += 1
            theirs = published.is_holiday_for_zone(current, zone.upper())
            ascension = easter(current.year) + timedelta(days=39)
            is_bridge = ascension <= current <= ascension + timedelta(days=3)
            if (current in ours) != theirs and not (is_bridge and current in ours) and current not in LESSONS:
                faults += 1
                print(f"{current} zone {zone.upper()}: {'free' if current in ours else 'school'} here only")
            current += timedelta(days=1)
    print(f"{len(years)} school years, {compared} days compared, {faults} different")
    sys.exit(1 if faults or len(years) < 11 else 0)


main()
