"""Random schedules of the whole language, written as volunteers write them, each with the occurrences that it means.

What they mean is worked out by dateutil, holidays and vacances_scolaires_france: nothing here knows how the program does it.
"""

import random
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

import holidays
from dateutil.easter import easter
from dateutil.rrule import DAILY, MONTHLY, WEEKLY, YEARLY, rrule, weekday
from vacances_scolaires_france import SchoolHolidayDates

# As long as any of the program's horizons.
HORIZON = date(2034, 12, 31)
WEEKDAYS = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
ENGLISH = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
MONTHS = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"]
NTH = {1: "1er", 2: "2e", 3: "3e", 4: "4e", 5: "5e", -1: "dernier"}
NTH_WORDS = {1: "premier", 2: "deuxième", 3: "troisième", 4: "quatrième", 5: "cinquième", -1: "dernier"}
NTH_ENGLISH = {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth", -1: "last"}
NUMBERS = {2: "deux", 3: "trois", 4: "quatre"}
ONE = timedelta(days=1)
PUBLIC = set(holidays.France(years=range(2017, 2036)))


def school_holidays():
    """The free days of zone C, as far as the package knows them, and the last of them."""
    calendar = SchoolHolidayDates()
    days = set()
    for year in range(2018, 2029):
        try:
            days |= {day for day in calendar.holidays_for_year_and_zone(year, "C")}
        except Exception:
            break
    # The package lacks some of these bridges, which the yearly decree names: from the Thursday to the Sunday.
    for year in range(2018, 2029):
        days |= {easter(year) + ONE * n for n in range(39, 43)}
    return days, max(days)


SCHOOL, SCHOOL_KNOWN_TO = school_holidays()


@dataclass
class Rule:
    """One rule, from its first date on."""

    unit: str
    interval: int = 1
    weekdays: list = field(default_factory=list)
    month_days: list = field(default_factory=list)  # (weekday, nth), a number, or -1 for the last day
    parity: int | None = None

    def days(self, first):
        """All of them from `first` on, which is one of them."""
        options = {"dtstart": datetime.combine(first, time()), "until": datetime.combine(HORIZON, time()), "wkst": 0}
        if self.unit == "jour":
            found = rrule(DAILY, interval=self.interval, **options)
        elif self.unit == "semaine":
            found = rrule(WEEKLY, interval=self.interval, byweekday=self.weekdays, **options)
        elif self.unit == "an":
            found = rrule(YEARLY, interval=self.interval, bymonth=first.month, bymonthday=first.day, **options)
        elif isinstance(self.month_days[0], tuple):
            named = [weekday(day, nth) for day, nth in self.month_days]
            found = rrule(MONTHLY, interval=self.interval, byweekday=named, **options)
        else:
            found = rrule(MONTHLY, interval=self.interval, bymonthday=self.month_days, **options)
        days = [moment.date() for moment in found]
        return [d for d in days if self.parity is None or d.isocalendar().week % 2 == self.parity]


def pick_rule(r, start):
    """A rule and its first date, in the days after `start`."""
    unit = r.choice(["jour", "semaine", "semaine", "semaine", "mois", "mois", "mois", "an"])
    if unit == "jour":
        return Rule(unit, r.choice([1, 1, 2, 3, 4])), start
    if unit == "an":
        return Rule(unit, r.choice([1, 1, 2, 4])), r.choice([start, date(2024, 2, 29), start.replace(month=5, day=1)])
    if unit == "semaine":
        days = sorted(r.sample(range(7), r.choice([1, 1, 1, 2, 3, 5])))
        if r.random() < 0.2:
            low = r.randrange(5)
            days = list(range(low, r.randrange(low + 1, 7) + 1))
        parity = r.choice([None, None, None, 0, 1])
        rule = Rule(unit, 1 if parity is not None else r.choice([1, 1, 1, 2, 3]), days, parity=parity)
    else:
        kind = r.choice(["nth", "nth", "nth", "number", "last"])
        if kind == "last":
            month_days = [-1]
        elif kind == "number":
            month_days = sorted(r.sample(range(1, 32), r.choice([1, 1, 2])))
        else:
            month_days = sorted({(r.randrange(7), r.choice([1, 2, 3, 4, 5, -1])) for _ in range(r.choice([1, 1, 2]))})
        rule = Rule(unit, r.choice([1, 1, 1, 2, 3]), month_days=month_days)
    # An interval counts from the first date on, so that this one is looked for without.
    once = Rule(rule.unit, 1, rule.weekdays, rule.month_days, rule.parity)
    day = start
    while True:
        if is_day_of(once, day):
            return rule, day
        day += ONE


def is_day_of(rule, day):
    if rule.unit == "semaine":
        return day.weekday() in rule.weekdays and (rule.parity is None or day.isocalendar().week % 2 == rule.parity)
    last = (day.replace(day=28) + timedelta(days=4)).replace(day=1) - ONE
    for named in rule.month_days:
        if isinstance(named, tuple):
            nth = named[1]
            if day.weekday() == named[0] and (nth == (day.day - 1) // 7 + 1 or nth == -1 and (last - day).days < 7):
                return True
        elif day == last if named == -1 else day.day == named:
            return True
    return False


# MARK: What is written.


def joined(words):
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + " et " + words[-1]


def spoken_day(day, r):
    number = "1er" if day.day == 1 else str(day.day)
    return r.choice([f"{number} {MONTHS[day.month - 1]} {day.year}", day.isoformat()])


def in_words(r, rule, first):
    """The rule as one says it; its bounds and exceptions come behind."""
    if rule.unit == "jour":
        if rule.interval == 1:
            return r.choice(["tous les jours", "chaque jour"])
        if rule.interval == 2:
            return r.choice(["un jour sur deux", "tous les deux jours", "tous les 2 jours"])
        return r.choice([f"tous les {rule.interval} jours", f"tous les {NUMBERS[rule.interval]} jours"])
    if rule.unit == "an":
        if rule.interval == 1:
            return r.choice(["tous les ans", "chaque année"])
        return f"tous les {rule.interval} ans"
    if rule.unit == "semaine":
        names = [WEEKDAYS[d] for d in rule.weekdays]
        is_range = len(names) > 2 and rule.weekdays == list(range(rule.weekdays[0], rule.weekdays[-1] + 1))
        if rule.parity is not None:
            word = "impaire" if rule.parity else "paire"
            weeks = r.choice([f"les semaines {word}s", f"en semaine {word}"])
            return joined(["le " + n for n in names]) + " " + weeks
        if rule.interval == 1:
            if is_range:
                return f"du {names[0]} au {names[-1]}"
            if len(names) == 1:
                return r.choice(["tous les {}s", "chaque {}", "le {}", "les {}s", "chaque semaine le {}"]).format(names[0])
            return r.choice([joined(["le " + n for n in names]), "tous les " + joined([n + "s" for n in names])])
        if len(names) == 1 and rule.interval == 2:
            return r.choice(["un {} sur deux", "toutes les deux semaines le {}", "tous les 15 jours le {}"]).format(names[0])
        if len(names) == 1:
            return f"toutes les {rule.interval} semaines le {names[0]}"
        number = r.choice([str(rule.interval), NUMBERS[rule.interval]])
        return f"toutes les {number} semaines, " + joined(["le " + n for n in names])
    if rule.month_days == [-1]:
        day = "le dernier jour"
    elif isinstance(rule.month_days[0], tuple):
        table = r.choice([NTH, NTH_WORDS])
        day = joined([f"le {table[nth]} {WEEKDAYS[d]}" for d, nth in rule.month_days])
    else:
        day = joined(["le " + ("1er" if d == 1 else str(d)) for d in rule.month_days])
    if rule.interval == 1:
        return day + r.choice([" du mois", " de chaque mois"])
    return f"tous les {r.choice([str(rule.interval), NUMBERS[rule.interval]])} mois, {day}"


class Writer:
    """Lines of front matter, quoted or not, in block or in flow, in French or in English."""

    def __init__(self, r):
        self.r, self.is_english = r, r.random() < 0.2

    def key(self, french, english):
        return english if self.is_english else french

    def text(self, value):
        style = self.r.randrange(4)
        return f'"{value}"' if style == 0 else f"'{value}'" if style == 1 and "'" not in value else value

    def list(self, values, indent):
        """A list of texts: in flow on one line, or in block."""
        if self.r.random() < 0.5:
            return " [" + ", ".join(self.text(v) if "," not in v else f'"{v}"' for v in values) + "]"
        return "".join("\n" + " " * (indent + 2) + "- " + self.text(v) for v in values)


def map_lines(w, r, rule, first):
    """`chaque`, `le` and what goes with them."""
    unit = {"jour": "day", "semaine": "week", "mois": "month", "an": "year"}[rule.unit] if w.is_english else rule.unit
    lines = [f"{w.key('chaque', 'every')}: {w.text(unit)}"]
    if rule.unit == "semaine" and (rule.weekdays != [first.weekday()] or r.random() < 0.6):
        names = [(ENGLISH if w.is_english else WEEKDAYS)[d] for d in rule.weekdays]
        is_range = len(names) > 2 and rule.weekdays == list(range(rule.weekdays[0], rule.weekdays[-1] + 1))
        if is_range and not w.is_english and r.random() < 0.7:
            lines.append("le: " + w.text(f"du {names[0]} au {names[-1]}"))
        elif len(names) == 1:
            lines.append(f"{w.key('le', 'on')}: " + w.text(names[0]))
        else:
            lines.append(f"{w.key('le', 'on')}:" + w.list(names, 2))
    if rule.unit == "mois" and (rule.month_days != [first.day] or r.random() < 0.6):
        names = []
        for named in rule.month_days:
            if named == -1:
                names.append("last day" if w.is_english else "dernier jour")
            elif isinstance(named, tuple):
                table = NTH_ENGLISH if w.is_english else r.choice([NTH, NTH_WORDS])
                names.append(f"{table[named[1]]} {(ENGLISH if w.is_english else WEEKDAYS)[named[0]]}")
            else:
                names.append(str(named))
        lines.append(f"{w.key('le', 'on')}:" + (" " + w.text(names[0]) if len(names) == 1 else w.list(names, 2)))
    if rule.interval > 1:
        french = r.choice(["tous_les", "toutes_les"])
        lines.append(f"{w.key(french, 'interval')}: {w.text(str(rule.interval))}")
    if rule.parity is not None:
        word = ("odd" if rule.parity else "even") if w.is_english else ("impaires" if rule.parity else "paires")
        lines.append(f"{w.key('semaines', 'weeks')}: {w.text(word)}")
    return lines


# MARK: An event.


@dataclass
class Written:
    """The front matter of an event, and (state, start, end) of each occurrence: `on`, `off`; days end on their last day."""

    text: str
    expected: set
    is_tentative: bool = False
    held: dict = field(default_factory=dict)  # the start of each planned one that takes place, by the start announced


class Span:
    """When an occurrence on a day begins and ends."""

    def __init__(self, r, first):
        self.is_timed, self.days, self.start, self.end = r.random() < 0.75, 0, None, None
        if self.is_timed:
            self.start = time(r.randrange(7, 23), r.choice([0, 15, 30, 45]))
            latest = datetime.combine(first, time(23, 59))
            end = datetime.combine(first, self.start) + timedelta(minutes=15 * r.randrange(1, 16))
            if r.random() < 0.15:
                end = datetime.combine(first + ONE * r.randrange(1, 3), time(r.randrange(6, 20)))
                self.days, self.end = (end.date() - first).days, end.time()
            else:
                self.end = min(end, latest).time()
        elif r.random() < 0.3:
            self.days = r.randrange(1, 4)

    def at(self, day):
        if not self.is_timed:
            return day.isoformat(), (day + ONE * self.days).isoformat()
        start, end = datetime.combine(day, self.start), datetime.combine(day + ONE * self.days, self.end)
        return start.strftime("%Y-%m-%dT%H:%M"), end.strftime("%Y-%m-%dT%H:%M")


def written_event(seed, title):
    r = random.Random(seed)
    w = Writer(r)
    start = date(2024, 1, 1) + ONE * r.randrange(0, 1100)
    rule, first = pick_rule(r, start)
    span = Span(r, first)
    occurrences = {}  # planned day -> [state, start, end]
    lines = [f"{w.key('titre', 'title')}: {title}"]
    begin, end = span.at(first)
    spaced = lambda moment: moment.replace("T", r.choice([" ", "T"]))
    head = [f"{w.key('debut', 'start')}: {w.text(spaced(begin))}"]
    if span.is_timed or span.days:
        if span.is_timed and span.days == 0 and r.random() < 0.3:
            head = [f"{w.key('debut', 'start')}: {w.text(begin.replace('T', ' ') + ' - ' + end[11:])}"]
        else:
            head.append(f"{w.key('fin', 'end')}: {w.text(spaced(end))}")
    kind = r.choices(["rule", "words", "regle", "dates", "sessions", "once"], [5, 5, 2, 1, 1, 1])[0]
    if kind == "once":
        status = r.choice(["", "", "annulé", "reporté", "à confirmer"])
        if status:
            lines.append(f"{w.key('etat', 'status')}: {w.text(status)}")
        state = "off" if status in ("annulé", "reporté") else "on"
        return Written("\n".join(lines + head), {(state, begin, end)}, status == "à confirmer")
    if kind in ("dates", "sessions"):
        return dated_event(r, w, lines, head, span, first, kind)

    # Planned days: the rule, its changes, its bound, what is never held.
    days, changes = rule.days(first), []
    by_day = {d: span for d in days}
    if kind == "rule" and r.random() < 0.25:
        days, by_day, changes = with_changes(r, w, rule, first, span, days)
    until = count = None
    bound = r.choice(["", "until", "count"]) if not changes else r.choice(["", "until"])
    if bound == "until":
        until = (first if not changes else days[-1] if len(days) < 400 else days[399]) + ONE * r.randrange(10, 1500)
        days = [d for d in days if d <= until]
    elif bound == "count":
        count = r.randrange(2, 60)
        days = days[:count] if kind == "rule" else days
    excluded, exceptions, is_school = pick_exclusions(r, days[:count])
    held = [d for d in days if d not in excluded]
    if is_school:
        held = [d for d in held if d <= SCHOOL_KNOWN_TO]
    if bound == "count" and kind != "rule":
        # Said in words, a number counts the dates that are held.
        held = held[:count]
    if len(held) < 2 or (held[-1] - held[0]).days < 2:
        return written_event(seed + 1_000_000, title)
    for day in held:
        occurrences[day] = ["on", *by_day[day].at(day)]

    rule_lines, words = [], ""
    if kind == "rule":
        rule_lines += map_lines(w, r, rule, first)
        if until:
            rule_lines.append(f"{w.key('jusqu_au', 'until')}: {w.text(until.isoformat())}")
        if count:
            rule_lines.append(f"{w.key('nombre', 'count')}: {w.text(str(count))}")
        if exceptions:
            names = [english_exception(e) if w.is_english else written_exception(e) for e in exceptions]
            if len(names) == 1 and r.random() < 0.5:
                rule_lines.append(f"{w.key('sauf', 'except')}: {w.text(names[0])}")
            else:
                rule_lines.append(f"{w.key('sauf', 'except')}:" + w.list(names, 2))
    else:
        words = in_words(r, rule, first)
        if until:
            words += r.choice([" ", ", "]) + "jusqu'au " + spoken_day(until, r)
        if count:
            words += f", {count} fois"
        if exceptions:
            words += " " + spoken_exceptions(r, exceptions)
    rule_lines += day_exceptions(r, w, held, occurrences, by_day)
    rule_lines += changes

    name = w.key("repetition", "repeat")
    if kind == "words":
        lines += head + [f"{name}: {w.text(words)}"] if len(rule_lines) == 0 else []
    if kind == "regle" or kind == "words" and rule_lines:
        rule_lines = [f"{w.key('regle', 'rule')}: {w.text(words)}"] + rule_lines
        lines += head + [f"{name}:"] + indented(rule_lines)
    elif kind == "rule":
        simple = all("\n" not in line for line in rule_lines)
        if simple and r.random() < 0.3:
            lines += head + [f"{name}: {{" + ", ".join(rule_lines) + "}"]
        else:
            lines += head + [f"{name}:"] + indented(rule_lines)
    if r.random() < 0.06:
        lines.append(f"{w.key('etat', 'status')}: {w.text('annulé')}")
        for occurrence in occurrences.values():
            occurrence[0] = "off"
    held = {by_day[d].at(d)[0]: o[1] for d, o in occurrences.items() if o[0] == "on"}
    return Written("\n".join(lines), {tuple(o) for o in occurrences.values()}, held=held)


def indented(lines):
    return ["  " + line for line in lines]


def pick_exclusions(r, days):
    """Days that are never held; how they are named; whether school holidays are among them."""
    excluded, exceptions, is_school = set(), [], False
    if r.random() < 0.2:
        exceptions.append("jours fériés")
        excluded |= PUBLIC
    if r.random() < 0.2:
        exceptions.append("vacances scolaires")
        excluded |= SCHOOL
        is_school = True
    near = days[: 60]
    if r.random() < 0.3 and len(near) > 6:
        for day in r.sample(near[1:], r.randrange(1, 4)):
            if day not in excluded:
                exceptions.append(day)
                excluded.add(day)
    if r.random() < 0.25 and len(near) > 6:
        low = r.choice(near[1:]) - ONE * r.randrange(0, 3)
        high = low + ONE * r.randrange(3, 40)
        exceptions.append((low, high))
        excluded |= {low + ONE * n for n in range((high - low).days + 1)}
    return excluded, exceptions, is_school


def written_exception(exception):
    if isinstance(exception, tuple):
        return f"{exception[0]} au {exception[1]}"
    return str(exception)


def english_exception(exception):
    if isinstance(exception, tuple):
        return f"{exception[0]} to {exception[1]}"
    return {"jours fériés": "public holidays", "vacances scolaires": "school holidays"}.get(exception, str(exception))


def spoken_exceptions(r, exceptions):
    said = []
    for exception in exceptions:
        if isinstance(exception, tuple):
            said.append(f"sauf du {spoken_day(exception[0], r)} au {spoken_day(exception[1], r)}")
        elif isinstance(exception, date):
            said.append(f"sauf le {spoken_day(exception, r)}")
        else:
            said.append(r.choice(["hors ", "sauf "]) + exception)
    return r.choice([" ", ", "]).join(said)


def day_exceptions(r, w, held, occurrences, by_day):
    """Cancelled, full and moved ones; puts them into `occurrences`."""
    lines = []
    near = [d for d in held if d not in (held[0],)][:40]
    r.shuffle(near)
    if near and r.random() < 0.35:
        days = [near.pop() for _ in range(min(len(near), r.randrange(1, 4)))]
        names = [d.isoformat() for d in sorted(days)]
        if r.random() < 0.3:
            inner = w.key("motif", "reason")
            lines.append(f"{w.key('annulees', 'cancelled')}:" + "".join(
                f"\n    - {{date: {n}, {inner}: Salle prise}}" for n in names))
        else:
            lines.append(f"{w.key('annulees', 'cancelled')}:" + w.list(names, 2))
        for day in days:
            occurrences[day][0] = "off"
    if near and r.random() < 0.2:
        lines.append(f"{w.key('completes', 'full')}:" + w.list([near.pop().isoformat()], 2))
    if near and r.random() < 0.35:
        planned = near.pop()
        span = by_day[planned]
        new = planned + ONE * r.choice([-3, -2, -1, 1, 2, 3, 10])
        moved = span.at(new)
        taken = {o[1] for d, o in occurrences.items()}
        if moved[0] not in taken and new not in occurrences:
            text = new.isoformat()
            if span.is_timed and span.days == 0 and r.random() < 0.5:
                hour = time(r.randrange(7, 18), 30)
                length = datetime.combine(new, span.end) - datetime.combine(new, span.start)
                begin = datetime.combine(new, hour)
                if (begin + length).date() == new:
                    moved = (begin.strftime("%Y-%m-%dT%H:%M"), (begin + length).strftime("%Y-%m-%dT%H:%M"))
                    text = f"{new} {hour:%H:%M}"
            occurrences[planned][1:] = moved
            lines.append(
                f"{w.key('deplacees', 'moved')}:\n    - {w.key('prevue', 'from')}: {w.text(planned.isoformat())}"
                f"\n      {w.key('nouvelle', 'to')}: {w.text(text)}")
    return lines


def with_changes(r, w, rule, first, span, days):
    """Another rule or other hours from a day on: all planned days, the span of each, the lines that say so."""
    parts, lines = [(first, rule, span)], f"{w.key('changements', 'changes')}:"
    at = first
    for _ in range(r.choice([1, 1, 2])):
        begin = at + ONE * r.randrange(30, 400)
        _, before, hours = parts[-1]
        new_rule, new_span = before, hours
        members = [f"{w.key('a_partir_du', 'from')}: {begin.isoformat()}"]
        if span.is_timed and span.days == 0 and r.random() < 0.6:
            new_span = Span(r, begin)
            while not new_span.is_timed or new_span.days:
                new_span = Span(r, begin)
            members.append(f"{w.key('debut', 'start')}: {w.text(new_span.start.strftime('%H:%M'))}")
            members.append(f"{w.key('fin', 'end')}: {w.text(new_span.end.strftime('%H:%M'))}")
        if new_span is hours or r.random() < 0.4:
            new_rule, _ = pick_rule(r, begin)
            while new_rule.unit in ("an", "jour"):
                new_rule, _ = pick_rule(r, begin)
            members += map_lines_whole(w, r, new_rule)
        candidate = begin
        if new_rule is before:
            # The rhythm of days goes on as it was.
            candidate = next((d for d in before.days(parts[-1][0]) if d >= begin), None)
            if candidate is None:
                return days, {d: span for d in days}, []
        else:
            while not is_day_of(new_rule, candidate):
                candidate += ONE
        parts.append((candidate, new_rule, new_span))
        lines += "\n    - " + "\n      ".join(members)
        at = candidate
    result, by_day = [], {}
    marks = [date.fromisoformat(line.split(": ")[1]) for line in lines.split("\n") if "a_partir_du" in line or "- from" in line]
    for index, (begin, part, hours) in enumerate(parts):
        end = marks[index] if index < len(marks) else date.max
        for day in part.days(begin):
            if day < end:
                result.append(day)
                by_day[day] = hours
    return result, by_day, [lines]


def map_lines_whole(w, r, rule):
    """As `map_lines`, with `le` and the interval always said, in one line each."""
    unit = {"semaine": "week", "mois": "month"}[rule.unit] if w.is_english else rule.unit
    lines = [f"{w.key('chaque', 'every')}: {unit}"]
    if rule.unit == "semaine":
        names = [(ENGLISH if w.is_english else WEEKDAYS)[d] for d in rule.weekdays]
    else:
        names = []
        for named in rule.month_days:
            if named == -1:
                names.append("last day" if w.is_english else "dernier jour")
            elif isinstance(named, tuple):
                table = NTH_ENGLISH if w.is_english else NTH
                names.append(f"{table[named[1]]} {(ENGLISH if w.is_english else WEEKDAYS)[named[0]]}")
            else:
                names.append(str(named))
    lines.append(f"{w.key('le', 'on')}: " + (names[0] if len(names) == 1 else "[" + ", ".join(names) + "]"))
    if rule.parity is None:
        lines.append(f"{w.key('tous_les', 'interval')}: {rule.interval}")
    else:
        word = ("odd" if rule.parity else "even") if w.is_english else ("impaires" if rule.parity else "paires")
        lines.append(f"{w.key('semaines', 'weeks')}: {word}")
    return lines


def dated_event(r, w, lines, head, span, first, kind):
    """A list of dates or of sessions."""
    days = sorted({first} | {first + ONE * r.randrange(1, 600) for _ in range(r.randrange(1, 12))})
    while any((b - a).days <= span.days for a, b in zip(days, days[1:])):
        days = sorted({first} | {first + ONE * r.randrange(1, 600) for _ in range(r.randrange(1, 6))})
    expected, names = set(), []
    if kind == "dates":
        for day in days:
            start, end = span.at(day)
            name = day.isoformat()
            if span.is_timed and span.days == 0 and r.random() < 0.3:
                hours = (time(8, 30), time(9, 45))
                start, end = f"{day}T08:30", f"{day}T09:45"
                name = f"{day} 08:30 - 09:45"
            expected.add(("on", start, end))
            names.append(name)
        lines += head + [f"{w.key('repetition', 'repeat')}:", "  dates:" + w.list(names, 2)]
        return Written("\n".join(lines), expected)
    lines.append(f"{w.key('seances', 'sessions')}:")
    for day in days:
        own = Span(r, day)
        own.days = 0
        if own.is_timed and own.end <= own.start:
            own.end = time(23, 45)
        start, end = own.at(day)
        name = start.replace("T", " ") + (" - " + end[11:] if own.is_timed else "")
        state = r.choice(["on", "on", "on", "off"])
        if r.random() < 0.4 or state == "off":
            member = f"  - date: {w.text(name)}"
            if r.random() < 0.4:
                member += f"\n    {w.key('titre', 'title')}: Une séance"
            if state == "off":
                member += f"\n    {w.key('etat', 'status')}: {w.text('annulé')}"
            lines.append(member)
        else:
            state = "on"
            lines.append(f"  - {w.text(name)}")
        expected.add((state, start, end))
    return Written("\n".join(lines), expected)
