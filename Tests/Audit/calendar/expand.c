/* Prints the occurrences that libical finds in a calendar, one a line:
 * "M uid start status end" for those of a rule or alone, "O uid recurrence-id start status end" for overrides; seconds
 * since 1970.
 * Also prints "E ..." for every error that libical sees while reading. */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>

static const char *status(icalcomponent *event)
{
  return icalproperty_status_to_string(icalcomponent_get_status(event));
}

static void print_occurrence(icalcomponent *event, struct icaltime_span *span, void *data)
{
  (void)data;
  /* Of days, libical's span ends a second before the midnight after the one of DTEND. */
  long long end = (long long)span->end - (icalcomponent_get_dtstart(event).is_date ? 86399 : 0);
  printf("M %s %lld %s %lld\n", icalcomponent_get_uid(event), (long long)span->start, status(event), end);
}

static long long seconds(icaltimetype time)
{
  return (long long)icaltime_as_timet_with_zone(time, time.zone ? time.zone : icaltimezone_get_utc_timezone());
}

/* libical gives RECURRENCE-ID without its zone. */
static icaltimetype recurrence_id(icalcomponent *calendar, icalcomponent *event)
{
  icalproperty *property = icalcomponent_get_first_property(event, ICAL_RECURRENCEID_PROPERTY);
  if (!property) return icaltime_null_time();
  icaltimetype time = icalproperty_get_recurrenceid(property);
  icalparameter *tzid = icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER);
  if (tzid) icaltime_set_timezone(&time, icalcomponent_get_timezone(calendar, icalparameter_get_tzid(tzid)));
  return time;
}

int main(int argc, char **argv)
{
  if (argc != 2) return 64;
  FILE *file = fopen(argv[1], "rb");
  if (!file) return 74;
  fseek(file, 0, SEEK_END);
  long size = ftell(file);
  rewind(file);
  char *text = malloc((size_t)size + 1);
  if (!text || fread(text, 1, (size_t)size, file) != (size_t)size) return 74;
  text[size] = 0;
  fclose(file);

  icalcomponent *calendar = icalparser_parse_string(text);
  if (!calendar) {
    printf("E unreadable\n");
    return 1;
  }
  icalrestriction_check(calendar);
  int errors = icalcomponent_count_errors(calendar);
  if (errors > 0) printf("E %d errors\n%s", errors, icalcomponent_as_ical_string(calendar));
  icaltimetype start = icaltime_from_string("20171201T000000Z");
  icaltimetype end = icaltime_from_string("20310101T000000Z");
  for (icalcomponent *event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT); event;
       event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT)) {
    icaltimetype original = recurrence_id(calendar, event);
    if (icaltime_is_null_time(original)) {
      icalcomponent_foreach_recurrence(event, start, end, print_occurrence, NULL);
    } else {
      printf("O %s %lld %lld %s %lld\n", icalcomponent_get_uid(event), seconds(original),
             seconds(icalcomponent_get_dtstart(event)), status(event), seconds(icalcomponent_get_dtend(event)));
    }
  }
  icalcomponent_free(calendar);
  free(text);
  return 0;
}
