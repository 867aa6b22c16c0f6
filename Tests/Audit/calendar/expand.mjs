// Prints the occurrences that ical.js, which Thunderbird reads calendars with, finds in calendars: after a line with the name
// of the file, "state start end", by the clock of their zone; days end on their last one.
//
// usage: expand.mjs ICAL FIRST LAST FILE…      (ICAL the module of Thunderbird, FIRST and LAST years)
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [, , library, first, last, ...files] = process.argv;
const { default: ICAL } = await import(pathToFileURL(library));

function name(time, isEnd) {
  if (!time.isDate) return time.toString().slice(0, 16);
  const day = time.clone();
  if (isEnd) day.adjust(-1, 0, 0, 0);
  return day.toString();
}

function* occurrences(calendar) {
  const events = calendar.getAllSubcomponents("vevent").map((event) => new ICAL.Event(event));
  const exceptions = new Map(events.map((event) => [event.uid, []]));
  for (const event of events) if (event.isRecurrenceException()) exceptions.get(event.uid).push(event);
  for (const event of events.filter((event) => !event.isRecurrenceException())) {
    for (const exception of exceptions.get(event.uid)) event.relateException(exception);
    exceptions.delete(event.uid);
    if (!event.isRecurring()) {
      yield event;
      continue;
    }
    const days = event.iterator();
    for (let day = days.next(); day && day.year <= Number(last); day = days.next()) {
      const { item, startDate, endDate } = event.getOccurrenceDetails(day);
      yield { component: item.component, startDate, endDate };
    }
  }
  // Dates without a rule of their own.
  for (const alone of exceptions.values()) yield* alone;
}

for (const file of files) {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(file, "utf8")));
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  const lines = new Set();
  for (const { component, startDate, endDate } of occurrences(calendar)) {
    if (startDate.year < Number(first) || startDate.year > Number(last)) continue;
    const state = component.getFirstPropertyValue("status") === "CANCELLED" ? "off" : "on";
    lines.add(`${state} ${name(startDate, false)} ${name(endDate, true)}`);
  }
  console.log([file, ...lines].join("\n"));
}
