import Foundation
import Testing

@testable import Importing

/// Calendars as programs give them out, and the values that are made of them.
@Suite struct CalendarProgramTests {
  struct Example: CustomTestStringConvertible, Sendable {
    var program: String
    var calendar: String
    /// Lines that the event has, and lines that it does not have.
    var expected: [String]
    var absent: [String]
    var remarks: [String]

    init(
      _ program: String, _ calendar: String, _ expected: [String], absent: [String] = [], remarks: [String] = []
    ) {
      self.program = program
      self.calendar = calendar
      self.expected = expected
      self.absent = absent
      self.remarks = remarks
    }

    var testDescription: String { program }
  }

  private static let romance = """
    BEGIN:VTIMEZONE
    TZID:Romance Standard Time
    BEGIN:STANDARD
    DTSTART:16010101T030000
    TZOFFSETFROM:+0200
    TZOFFSETTO:+0100
    RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
    END:STANDARD
    BEGIN:DAYLIGHT
    DTSTART:16010101T020000
    TZOFFSETFROM:+0100
    TZOFFSETTO:+0200
    RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
    END:DAYLIGHT
    END:VTIMEZONE

    """

  /// The same, five hours behind UTC.
  private static let east = romance.replacing("Romance", with: "Eastern").replacing("+0200", with: "-0400")
    .replacing("+0100", with: "-0500").replacing("BYDAY=-1SU;BYMONTH=10", with: "BYDAY=1SU;BYMONTH=11")
    .replacing("BYDAY=-1SU;BYMONTH=3", with: "BYDAY=2SU;BYMONTH=3")

  private static func event(_ lines: String) -> String { "BEGIN:VEVENT\nUID:a\nSUMMARY:Fête\n\(lines)\nEND:VEVENT\n" }

  private static let line = String(repeating: "_", count: 60)

  static let examples = [
    // Google
    Example(
      "Google: UTC",
      event("DTSTART:20260612T160000Z\nDTEND:20260612T180000Z\nLOCATION:L'Atelier\\, 3 Rue du Pont\\, 94500 Champigny"),
      ["debut: 2026-06-12 18:00", "fin: 2026-06-12 20:00", "lieu: l-atelier"]),
    Example(
      "Google: a zone and HTML",
      event(
        "DTSTART;TZID=America/New_York:20260612T120000\nDTEND;TZID=America/New_York:20260612T130000\nDESCRIPTION:<b>Venez</b><br>nombreux"
      ), ["debut: 2026-06-12 18:00", "fin: 2026-06-12 19:00", "**Venez**\\", "nombreux"]),
    Example(
      "Google: days", event("DTSTART;VALUE=DATE:20260612\nDTEND;VALUE=DATE:20260614"),
      ["debut: 2026-06-12", "fin: 2026-06-13"]),
    Example(
      "Google: one day", event("DTSTART;VALUE=DATE:20260612\nDTEND;VALUE=DATE:20260613"), ["debut: 2026-06-12"],
      absent: ["fin:"]),
    Example(
      "Google: a room online",
      event("DTSTART:20260612T160000Z\nDTEND:20260612T180000Z\nX-GOOGLE-CONFERENCE:https://meet.exemple/abc"),
      ["en_ligne: https://meet.exemple/abc"]),
    Example(
      "Google: how to take part in a meeting is no text",
      event(
        "DTSTART:20260612T160000Z\nX-GOOGLE-CONFERENCE:https://meet.google.com/abc\nDESCRIPTION:Venez\\n\\n-::~:~::~:~:~::~:~::-\\nParticiper avec Google Meet : https://meet.google.com/abc\\nVeuillez ne pas modifier cette section.\\n-::~:~::~:~:~::~:~::-"
      ), ["en_ligne: https://meet.google.com/abc", "Venez"], absent: ["-::", "Veuillez", "Participer"]),
    Example(
      "Google: the same in HTML, and a file on its drive",
      event(
        "DTSTART:20260612T160000Z\nATTACH;FILENAME=Plan;FMTTYPE=image/jpeg:https://drive.google.com/file/d/1/view\nDESCRIPTION:<b>Venez</b><br>-::~:~::~:~:~::~:~::-<br>Participer : <a href=\"https://meet.google.com/abc\">ici</a><br>-::~:~::~:~:~::~:~::-"
      ),
      ["en_ligne: https://meet.google.com/abc", "**Venez**", "[Plan](https://drive.google.com/file/d/1/view)"],
      absent: ["-::", "Participer"]),
    Example(
      "Google: what can't be opened is no room", event("DTSTART:20260612T160000Z\nX-GOOGLE-CONFERENCE:https://a\\,b.c"),
      [],
      absent: ["en_ligne"]),
    // Outlook and Exchange
    Example(
      "Teams: how to take part is no text, and numbers are nobody's",
      event(
        "DTSTART:20260612T160000Z\nDESCRIPTION:Venez\\n\(line)\\nRéunion Microsoft Teams\\nRejoindre<https://teams.microsoft.com/l/meetup-join/19%3ameeting>\\n+33 1 23 45 67 89\\n\(line)\\nÀ bientôt"
      ),
      ["en_ligne: https://teams.microsoft.com/l/meetup-join/19%3ameeting", "Venez", "À bientôt"],
      absent: ["___", "+33", "Rejoindre"]),
    Example(
      "a line of somebody's own stays",
      event("DTSTART:20260612T160000Z\nDESCRIPTION:Nom : \(line)\\nFin"), ["Fin"]),
    Example(
      "Exchange: a name of Windows, in summer and in winter",
      romance
        + event(
          "DTSTART;TZID=Romance Standard Time:20260612T180000\nDTEND;TZID=Romance Standard Time:20260612T200000"),
      ["debut: 2026-06-12 18:00", "fin: 2026-06-12 20:00"]),
    Example(
      "Exchange: a name of Windows that is elsewhere, in summer",
      east + event("DTSTART;TZID=Eastern Standard Time:20260612T120000\nDURATION:PT1H"),
      ["debut: 2026-06-12 18:00", "fin: 2026-06-12 19:00"]),
    Example(
      "Exchange: the same in the weeks when only one of both has summer",
      east + event("DTSTART;TZID=Eastern Standard Time:20260316T120000\nDURATION:PT1H"), ["debut: 2026-03-16 17:00"]),
    Example(
      "Exchange: the same in winter", east + event("DTSTART;TZID=\"Eastern Standard Time\":20260112T120000"),
      ["debut: 2026-01-12 18:00"]),
    Example(
      "Outlook: a zone of its own that has no summer",
      "BEGIN:VTIMEZONE\nTZID:Fuseau perso\nBEGIN:STANDARD\nDTSTART:16010101T000000\nTZOFFSETFROM:-0330\nTZOFFSETTO:-0330\nEND:STANDARD\nEND:VTIMEZONE\n"
        + event("DTSTART;TZID=Fuseau perso:20260112T120000"), ["debut: 2026-01-12 16:30"]),
    Example(
      "Outlook: a name that nothing explains", event("DTSTART;TZID=Somewhere Standard Time:20260612T180000"),
      ["debut: 2026-06-12 18:00"], remarks: ["import-zone"]),
    Example(
      "Exchange: a whole day from midnight to midnight",
      romance
        + event(
          "DTSTART;TZID=Romance Standard Time:20260612T000000\nDTEND;TZID=Romance Standard Time:20260613T000000\nX-MICROSOFT-CDO-ALLDAYEVENT:TRUE"
        ), ["debut: 2026-06-12"], absent: ["fin:", "00:00"]),
    Example(
      "Outlook: HTML beside the text",
      event(
        "DTSTART:20260612T160000Z\nDESCRIPTION:Voir le site<https://x.fr/>\nX-ALT-DESC;FMTTYPE=text/html:<html><body><p>Voir <a href=\"https://x.fr/\">le site</a></p></body></html>"
      ), ["Voir [le site](https://x.fr/)"], absent: ["<"]),
    Example(
      "Outlook: an empty HTML beside the text",
      event("DTSTART:20260612T160000Z\nDESCRIPTION:Venez\nX-ALT-DESC;FMTTYPE=text/html:<html><body></body></html>"),
      ["Venez"]),
    Example(
      "Outlook: private", event("DTSTART:20260612T160000Z\nCLASS:PRIVATE"),
      ["# Brouillon : il était privé dans l’ancien agenda.", "brouillon: oui"]),
    // Apple
    Example(
      "Apple: a place in lines, and where it is",
      event(
        "DTSTART;TZID=Europe/Paris:20260612T180000\nLOCATION:L’Atelier\\n3 rue du Pont\\, 94500 Champigny\\, France\nX-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-ADDRESS=\"3 rue du Pont: cour; 94500\";X-TITLE=\"L’Atelier\":geo:48.815,2.511"
      ), ["lieu: l-atelier"]),
    Example(
      "Apple: a clock of its own, without a zone", event("DTSTART:20260612T180000\nDTEND:20260612T200000"),
      ["debut: 2026-06-12 18:00", "fin: 2026-06-12 20:00"]),
    // Evolution, Nextcloud, Framagenda, Mobilizon
    Example(
      "Evolution: a zone with a way before it",
      event("DTSTART;TZID=/freeassociation.sourceforge.net/America/New_York:20260612T120000"),
      ["debut: 2026-06-12 18:00"]),
    Example(
      "Nextcloud: a zone by where it is",
      "BEGIN:VTIMEZONE\nTZID:Custom\nX-LIC-LOCATION:America/New_York\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0000\nTZOFFSETTO:+0000\nEND:STANDARD\nEND:VTIMEZONE\n"
        + event("DTSTART;TZID=Custom:20260612T120000"), ["debut: 2026-06-12 18:00"]),
    Example(
      "Mobilizon: a page, categories and a room online",
      event(
        "DTSTART:20260612T160000Z\nURL:https://mobilizon.exemple/events/1\nCATEGORIES:Fête,Jardin\nLOCATION:https://visio.exemple/a"
      ),
      [
        "en_ligne: https://visio.exemple/a", "  - Fête", "  - Jardin",
        "[En savoir plus](https://mobilizon.exemple/events/1)",
      ],
      absent: ["lieu:"]),
    Example(
      "The Events Calendar: a picture, a town before its code, a page that is ours from now on",
      "X-ORIGINAL-URL:https://tierslieu.exemple\n"
        + event(
          "DTSTART:20260612T160000Z\nURL:https://tierslieu.exemple/evenement/fete/\nLOCATION:La Fabrique\\, 12 rue du Port\\, Champigny-sur-Marne\\, 94500\\, France\nATTACH;FMTTYPE=image/jpeg:https://tierslieu.exemple/fete.jpg\nDESCRIPTION:Venez"
        ), ["lieu: la-fabrique", "alias:", "  - /evenement/fete/", "Venez"], absent: ["En savoir plus", "fete.jpg"],
      remarks: ["import-picture-elsewhere"]),
    Example(
      "Facebook: its page stays another's",
      "X-ORIGINAL-URL:https://www.facebook.exemple/events/1/\n"
        + event("DTSTART:20260612T160000Z\nURL:https://www.facebook.exemple/events/2/"),
      ["[En savoir plus](https://www.facebook.exemple/events/2/)"], absent: ["alias"]),
    Example(
      "a document that goes with it, and one in it",
      event(
        "DTSTART:20260612T160000Z\nATTACH:https://x.fr/plan%20du%20lieu.pdf\nATTACH;ENCODING=BASE64;VALUE=BINARY:AAAA"
      ), ["[plan du lieu.pdf](https://x.fr/plan%20du%20lieu.pdf)"]),
    // Any
    Example(
      "lines parted within a letter",
      "BEGIN:VEVENT\nUID:a\nSUMMARY:F\u{1}\n \u{2}te\nDTSTART:20260612T160000Z\nEND:VEVENT\n",
      ["titre: Fête"]),
    Example(
      "lines with signs that are line ends elsewhere",
      event("DTSTART:20260612T160000Z\nDESCRIPTION:Un\u{2028}deux"), ["Un\\", "deux"]),
    Example(
      "periods among the dates",
      event(
        "DTSTART:20260612T160000Z\nDTEND:20260612T180000Z\nRDATE;VALUE=PERIOD:20260619T160000Z/20260619T180000Z,20260626T160000Z/PT2H"
      ), ["    - 2026-06-12", "    - 2026-06-19", "    - 2026-06-26"]),
    Example(
      "a rule, without one date and with another",
      event(
        "DTSTART;TZID=Europe/Paris:20260612T180000\nDURATION:PT1H30M\nRRULE:FREQ=WEEKLY;UNTIL=20260703T160000Z\nEXDATE;TZID=Europe/Paris:20260619T180000"
      ),
      [
        "debut: 2026-06-12 18:00", "fin: 2026-06-12 19:30", "  chaque: semaine", "  jusqu_au: 2026-07-03",
        "  sauf: [2026-06-19]",
      ]),
    Example(
      "a date that moved, named in UTC",
      event("DTSTART;TZID=Europe/Paris:20260612T180000\nRRULE:FREQ=WEEKLY;COUNT=3")
        + event("RECURRENCE-ID:20260619T160000Z\nDTSTART;TZID=Europe/Paris:20260620T100000"),
      ["    - prevue: 2026-06-19", "      nouvelle: 2026-06-20 10:00"]),
    Example(
      "a date that moved, is cancelled by an older word, and left out besides",
      event("DTSTART;TZID=Europe/Paris:20260612T180000\nRRULE:FREQ=WEEKLY;COUNT=3\nEXDATE:20260619T160000Z")
        + event("RECURRENCE-ID:20260619T160000Z\nDTSTART;TZID=Europe/Paris:20260620T100000\nSEQUENCE:2")
        + event("RECURRENCE-ID:20260619T160000Z\nDTSTART:20260619T160000Z\nSTATUS:CANCELLED\nSEQUENCE:1"),
      ["    - prevue: 2026-06-19", "      nouvelle: 2026-06-20 10:00"], absent: ["annulees", "sauf"]),
    Example(
      "a date that moved with all behind it",
      event("DTSTART;TZID=Europe/Paris:20260612T180000\nRRULE:FREQ=WEEKLY;COUNT=3")
        + event("RECURRENCE-ID;RANGE=THISANDFUTURE:20260619T160000Z\nDTSTART;TZID=Europe/Paris:20260619T200000"),
      ["    - prevue: 2026-06-19", "brouillon: oui"]),
    Example(
      "the same event in two calendars of one file",
      event("DTSTART:20260612T160000Z\nSEQUENCE:1") + "END:VCALENDAR\nBEGIN:VCALENDAR\n"
        + event("DTSTART:20260613T160000Z\nSEQUENCE:2"), ["debut: 2026-06-13 18:00"]),
    Example(
      "an alarm, and values between quotation marks",
      event(
        "DTSTART;X-A=\"a:b;c\":20260612T160000Z\nBEGIN:VALARM\nTRIGGER:-PT1H\nDESCRIPTION:Rappel\nEND:VALARM"),
      ["debut: 2026-06-12 18:00"], absent: ["Rappel"]),
  ]

  @Test(arguments: examples)
  func `what a program gives out has the right values`(_ example: Example) async throws {
    let project = try ImportProject()
    let text = "BEGIN:VCALENDAR\nVERSION:2.0\n" + example.calendar + "END:VCALENDAR\n"
    // An « ê » whose two bytes stand on two lines.
    let bytes = text.replacing("\n", with: "\r\n").utf8.map { $0 == 1 ? 0xC3 : $0 == 2 ? 0xAA : $0 }
    let source = project.root + "/source.ics"
    try Data(bytes).write(to: URL(fileURLWithPath: source))
    let outcome = try await project.run(source)
    #expect(outcome.check.diagnostics.filter { $0.severity == .error }.map(\.message) == [])
    let events = project.files.filter { $0.key.hasPrefix("Content/evenements/") }
    #expect(events.count == 1)
    let lines = (events.first?.value ?? "").split(separator: "\n").map(String.init)
    for line in example.expected { #expect(lines.contains(line), "\(line)\n\(lines)") }
    for part in example.absent {
      #expect(!lines.contains { $0.contains(part) && !$0.hasPrefix("#") }, "\(part)\n\(lines)")
    }
    #expect(outcome.remarks.map(\.code) == example.remarks)
  }

  @Test func `a place knows its address and where it is`() async throws {
    let project = try ImportProject()
    let source = try project.source(
      """
      BEGIN:VCALENDAR
      BEGIN:VTODO
      SUMMARY:Ranger
      END:VTODO
      BEGIN:VEVENT
      UID:a
      SUMMARY:Fête
      DTSTART:20260612T160000Z
      LOCATION:L’Atelier\\n3 rue du Pont\\, 94500 Champigny\\, France
      X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-TITLE="L’Atelier":geo:48.815,2.511
      END:VEVENT
      END:VCALENDAR

      """, named: "source.ics")
    let outcome = try await project.run(source)
    let place = project.files["Content/lieux/l-atelier.md"] ?? ""
    for line in [
      "titre: L’Atelier", "adresse: 3 rue du Pont", "code_postal: 94500", "commune: Champigny", "latitude: 48.815",
      "longitude: 2.511",
    ] {
      #expect(place.contains("\n" + line + "\n"), "\(place)")
    }
    #expect(outcome.leftOut.map(\.noun.singular) == ["tâche"])
  }

  @Test(arguments: [
    ("L’Atelier\\, 3 rue du Pont\\, Champigny-sur-Marne\\, 94500\\, France", "3 rue du Pont", "Champigny-sur-Marne"),
    ("L’Atelier\\, 3 rue du Pont\\, 94500 Champigny-sur-Marne\\, France", "3 rue du Pont", "Champigny-sur-Marne"),
    (
      "L’Atelier\\, 3 rue du Pont\\, cour\\, Champigny-sur-Marne\\, 94500", "3 rue du Pont, cour", "Champigny-sur-Marne"
    ),
  ]) func `a town is known by its code, before it and behind it`(
    location: String, street: String, town: String
  ) async throws {
    let project = try ImportProject()
    try await project.run(
      project.source(
        "BEGIN:VCALENDAR\n" + Self.event("DTSTART:20260612T160000Z\nLOCATION:\(location)") + "END:VCALENDAR\n",
        named: "source.ics"))
    let place = project.files["Content/lieux/l-atelier.md"] ?? ""
    #expect(place.contains("adresse: \(street)\ncode_postal: 94500\ncommune: \(town)\n"), "\(place)")
  }
}
