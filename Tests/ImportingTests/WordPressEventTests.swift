import Testing

@testable import Importing

/// Events as plug-ins of WordPress keep them.
@Suite struct WordPressEventTests {
  private typealias Post = WordPressPost

  private static func series(_ rules: String) -> String {
    "a:2:{s:5:\"rules\";\(rules)s:10:\"exclusions\";a:0:{}}"
  }

  private static let weekly =
    "a:4:{s:4:\"type\";s:6:\"Custom\";s:8:\"end-type\";s:2:\"On\";s:3:\"end\";s:10:\"2021-06-30\";s:6:\"custom\";a:3:{s:8:\"interval\";s:1:\"1\";s:4:\"week\";a:1:{s:3:\"day\";a:1:{i:0;s:1:\"4\";}}s:4:\"type\";s:6:\"Weekly\";}}"

  private func event(_ number: Int, _ day: String, parent: Int = 0, rule: String? = nil) -> Post {
    var meta = ["_EventStartDate": day + " 18:00:00", "_EventEndDate": day + " 20:00:00"]
    meta["_EventRecurrence"] = rule
    return Post(number: number, type: "tribe_events", content: "<p>Texte</p>", parent: parent, meta: meta)
  }

  @Test func `the dates of a series, each a post of its own there, are one event here`() async throws {
    let (files, _) = try await WordPressPost.imported([
      event(20, "2021-03-04", rule: Self.series("a:1:{i:0;\(Self.weekly)}")), event(21, "2021-03-11", parent: 20),
    ])
    let names = files.keys.filter { $0.hasPrefix("Content/evenements/") }
    #expect(names == ["Content/evenements/t20.md"])
    let text = files["Content/evenements/t20.md"] ?? ""
    #expect(text.contains("repetition:\n  chaque: semaine\n  le: jeudi\n  jusqu_au: 2021-06-30\n"))
    #expect(text.contains("- /t21/\n"))
  }

  @Test func `dates whose rule is not understood stay events of their own`() async throws {
    let (files, outcome) = try await WordPressPost.imported([
      event(20, "2021-03-04", rule: Self.series("a:2:{i:0;\(Self.weekly)i:1;\(Self.weekly)}")),
      event(21, "2021-03-11", parent: 20),
    ])
    #expect(files.keys.filter { $0.hasPrefix("Content/evenements/") }.count == 2)
    #expect(outcome.remarks.map(\.code) == ["import-rule-unknown"])
  }

  @Test(
    arguments: [
      // As it is, with lengths that somebody's replacing of words left wrong, and cut off.
      (
        "s:13:\"schedule_last\";s:19:\"2021-05-27 18:00:00\";}",
        "  chaque: semaine\n  le: jeudi\n  tous_les: 2\n  jusqu_au: 2021-05-27\n", []
      ),
      (
        "s:19:\"schedule_last\";s:10:\"2021-05-27 18:00:00\";}",
        "  chaque: semaine\n  le: jeudi\n  tous_les: 2\n  jusqu_au: 2021-05-27\n", []
      ),
      ("s:13:\"schedule_last\";s:19:\"2021-05", "", ["import-rule-unknown"]),
    ] as [(String, String, [String])])
  func `a series of Event Organiser is read, or it is said`(
    _ last: String, _ rule: String, _ codes: [String]
  ) async throws {
    let plan =
      "a:4:{s:8:\"schedule\";s:6:\"weekly\";s:13:\"schedule_meta\";a:1:{i:0;s:2:\"TH\";}s:9:\"frequency\";i:2;" + last
    let (files, outcome) = try await WordPressPost.imported([
      Post(
        number: 22, type: "event", content: "<p>Texte</p>",
        meta: [
          "_eventorganiser_schedule_start_start": "2021-03-04 18:00:00",
          "_eventorganiser_schedule_start_finish": "2021-03-04 20:00:00", "_eventorganiser_event_schedule": plan,
        ])
    ])
    let text = files["Content/evenements/t22.md"] ?? ""
    #expect(text.contains("debut: 2021-03-04 18:00\nfin: 2021-03-04 20:00\n"))
    #expect(rule.isEmpty ? !text.contains("repetition") : text.contains("repetition:\n" + rule))
    #expect(outcome.remarks.map(\.code) == codes)
  }

  // MARK: Other plug-ins

  /// The only event of an export, with what is reported of it.
  private func event(_ posts: [Post], channel: String = "") async throws -> (text: String, codes: [String]) {
    let (files, outcome) = try await WordPressPost.imported(posts, channel: channel)
    let names = files.keys.filter { $0.hasPrefix("Content/evenements/") }
    try #require(names.count == 1, "\(names)")
    return (files[names[0]] ?? "", outcome.remarks.map(\.code))
  }

  private static let evening = [
    "_event_id": "5", "_event_start_date": "2024-03-14", "_event_start_time": "19:30:00",
    "_event_end_date": "2024-03-14",
    "_event_end_time": "21:00:00", "_event_all_day": "0", "_event_active_status": "1",
  ]

  @Test(
    arguments: [
      ([:], "debut: 2024-03-14 19:30\nfin: 2024-03-14 21:00\n"),
      (["_event_end_date": "2024-03-16"], "debut: 2024-03-14 19:30\nfin: 2024-03-16 21:00\n"),
      (["_event_all_day": "1", "_event_end_date": "2024-03-16"], "debut: 2024-03-14\nfin: 2024-03-16\n"),
      (["_event_active_status": "0"], "etat: annulé\n"),
      (
        ["_event_location_type": "url", "_event_location_url": "https://visio.exemple.org/salle"],
        "en_ligne: https://visio.exemple.org/salle\n"
      ),
    ] as [([String: String], String)])
  func `an event of Events Manager is when it was there`(_ more: [String: String], _ expected: String) async throws {
    let meta = Self.evening.merging(more) { $1 }
    let (text, codes) = try await event([Post(number: 30, type: "event", content: "<p>Texte</p>", meta: meta)])
    #expect(text.contains(expected), "\(text)")
    #expect(codes == [])
  }

  @Test func `places of Events Manager are those of its events, by the numbers that it gives them`() async throws {
    let meta = Self.evening.merging(["_location_id": "3"]) { $1 }
    let (files, _) = try await WordPressPost.imported([
      Post(number: 30, type: "event", content: "<p>Texte</p>", meta: meta),
      Post(
        number: 31, type: "location",
        meta: [
          "_location_id": "3", "_location_address": "2 rue du Four", "_location_postcode": "94500",
          "_location_town": "Champigny-sur-Marne", "_location_latitude": "48.81", "_location_longitude": "2.51",
        ]),
      Post(number: 3, type: "location", content: "<p>Un rayon de la boutique</p>"),
    ])
    #expect(files["Content/evenements/t30.md"]?.contains("lieu: t31\n") == true)
    let place = try #require(files["Content/lieux/t31.md"])
    #expect(place.contains("adresse: 2 rue du Four\n") && place.contains("code_postal: 94500\n"), "\(place)")
    #expect(files.keys.filter { $0.hasPrefix("Content/lieux/") }.count == 1)
  }

  /// Tuesdays of March 2024 from 18:00 to 19:00, as Events Manager keeps a series.
  private func series(_ more: [String: String] = [:]) -> Post {
    let meta = [
      "_event_id": "9", "_event_start_date": "2024-03-04", "_event_end_date": "2024-03-31",
      "_event_start_time": "18:00:00", "_event_end_time": "19:00:00", "_recurrence_freq": "weekly",
      "_recurrence_interval": "1", "_recurrence_byday": "2", "_recurrence_days": "0",
    ].merging(more) { $1 }
    return Post(number: 40, type: "event-recurring", content: "<p>Texte</p>", meta: meta, title: "Chorale")
  }

  private func date(_ number: Int, _ day: String, status: String = "publish", isOff: Bool = false) -> Post {
    Post(
      number: number, type: "event", status: status, content: "<p>Texte</p>",
      meta: [
        "_event_id": "\(number)", "_recurrence_id": "9", "_event_start_date": day, "_event_end_date": day,
        "_event_start_time": "18:00:00", "_event_end_time": "19:00:00", "_event_active_status": isOff ? "0" : "1",
      ], title: "Chorale")
  }

  @Test func `a series of Events Manager is one event, with what was taken out of it and what was called off`()
    async throws
  {
    let dates = [
      date(41, "2024-03-05"), date(42, "2024-03-12", isOff: true), date(43, "2024-03-19", status: "trash"),
      date(44, "2024-03-26"),
    ]
    let (text, codes) = try await event([series()] + dates)
    #expect(
      text.contains(
        """
        debut: 2024-03-05 18:00
        fin: 2024-03-05 19:00
        repetition:
          chaque: semaine
          le: mardi
          jusqu_au: 2024-03-31
          sauf: [2024-03-19]
          annulees: [2024-03-12]

        """), "\(text)")
    #expect(text.contains("- /t41/\n") && text.contains("- /t44/\n"))
    #expect(codes == [])
  }

  @Test func `a date of a series of Events Manager that says more stays by itself`() async throws {
    var special = date(42, "2024-03-12")
    special.content = "<p>Avec un invité</p>"
    let dates = [date(41, "2024-03-05"), special, date(43, "2024-03-19"), date(44, "2024-03-26")]
    let (files, _) = try await WordPressPost.imported([series()] + dates)
    let events = files.filter { $0.key.hasPrefix("Content/evenements/") }
    #expect(Set(events.keys) == ["Content/evenements/t40.md", "Content/evenements/t42.md"])
    #expect(events["Content/evenements/t40.md"]?.contains("  sauf: [2024-03-12]\n") == true)
    #expect(events["Content/evenements/t42.md"]?.contains("debut: 2024-03-12 18:00\n") == true)
  }

  @Test(
    arguments: [
      // Without its dates, by another rule, with a date that was moved, without a rule that is known.
      ([:], [], "  chaque: semaine\n  le: mardi\n  jusqu_au: 2024-03-31\n", []),
      (
        ["_recurrence_freq": "monthly", "_recurrence_byweekno": "-1", "_recurrence_byday": "0"], [],
        "  chaque: mois\n  le: dernier dimanche\n  jusqu_au: 2024-03-31\n", []
      ),
      ([:], ["2024-03-05", "2024-03-13"], "  dates:\n    - 2024-03-05\n    - 2024-03-13\n", []),
      (["_recurrence_freq": ""], ["2024-03-05", "2024-03-12"], "  dates:\n    - 2024-03-05\n    - 2024-03-12\n", []),
      (["_recurrence_freq": ""], [], "", ["import-rule-unknown"]),
    ] as [([String: String], [String], String, [String])])
  func `what a series of Events Manager does not say by its rule, its dates say`(
    _ more: [String: String], _ days: [String], _ expected: String, _ codes: [String]
  ) async throws {
    let dates = days.enumerated().map { date(41 + $0, $1) }
    let (text, found) = try await event([series(more)] + dates)
    #expect(expected.isEmpty ? !text.contains("repetition") : text.contains("repetition:\n" + expected), "\(text)")
    #expect(found == codes)
  }

  private static let calendar = [
    "mec_start_date": "2024-03-14", "mec_start_time_hour": "7", "mec_start_time_minutes": "30",
    "mec_start_time_ampm": "PM", "mec_end_date": "2024-03-14", "mec_end_time_hour": "12", "mec_end_time_minutes": "00",
    "mec_end_time_ampm": "AM", "mec_allday": "0", "mec_repeat_status": "0",
  ]

  private static func php(_ members: [String]) -> String {
    "a:\(members.count):{"
      + members.enumerated().map { "i:\($0);s:\($1.utf8.count):\"\($1)\";" }.joined() + "}"
  }

  @Test(
    arguments: [
      (["mec_end_time_hour": "9", "mec_end_time_ampm": "PM"], "debut: 2024-03-14 19:30\nfin: 2024-03-14 21:00\n"),
      (
        ["mec_start_time_hour": "12", "mec_end_time_hour": "2", "mec_end_time_ampm": "PM"],
        "debut: 2024-03-14 12:30\nfin: 2024-03-14 14:00\n"
      ),
      ([:], "debut: 2024-03-14 19:30\nfin: 2024-03-15 00:00\n"),
      (["mec_hide_end_time": "1"], "debut: 2024-03-14 19:30\nalias"),
      (["mec_allday": "1"], "debut: 2024-03-14\n"),
      (["mec_cost": "8"], "prix: 8 €\n"),
      (["mec_event_status": "EventCancelled", "mec_cancelled_reason": "Grève"], "etat: annulé\nmotif: Grève\n"),
      (
        [
          "mec_repeat_status": "1", "mec_repeat_type": "weekly", "mec_repeat_interval": "14",
          "mec_repeat_end": "occurrences", "mec_repeat_end_at_occurrences": "4",
        ],
        "repetition:\n  chaque: semaine\n  tous_les: 2\n  nombre: 5\n"
      ),
      (
        [
          "mec_repeat_status": "1", "mec_repeat_type": "certain_weekdays", "mec_certain_weekdays": php(["1", "4"]),
          "mec_repeat_end": "date", "mec_repeat_end_at_date": "2024-04-30", "mec_not_in_days": "2024-03-18",
        ],
        "  le: [lundi, jeudi]\n  jusqu_au: 2024-04-30\n  sauf: [2024-03-18]\n"
      ),
      (
        [
          "mec_repeat_status": "1", "mec_repeat_type": "advanced", "mec_advanced_days": php(["Thu.2", "Thu.l"]),
          "mec_repeat_end": "never",
        ],
        "  chaque: mois\n  le: [2e jeudi, dernier jeudi]\n"
      ),
      (
        [
          "mec_repeat_status": "1", "mec_repeat_type": "custom_days", "mec_end_time_hour": "9",
          "mec_end_time_ampm": "PM",
          "mec_in_days": "2024-03-14:2024-03-14:07-30-PM:09-00-PM,2024-03-20:2024-03-20:08-00-PM:10-00-PM",
        ],
        "  dates:\n    - 2024-03-14\n    - 2024-03-20 20:00 - 22:00\n"
      ),
    ] as [([String: String], String)])
  func `an event of Modern Events Calendar is when it was there`(
    _ more: [String: String], _ expected: String
  ) async throws {
    let meta = Self.calendar.merging(more) { $1 }
    let (text, codes) = try await event([Post(number: 50, type: "mec-events", content: "<p>Texte</p>", meta: meta)])
    #expect(text.contains(expected), "\(text)")
    #expect(codes == [])
  }

  @Test func `places and organisers that are kept as terms become entries, without how to reach people`() async throws {
    let terms = [("mec_location", "halle", "La halle &amp; le four"), ("mec_organizer", "ama", "Les amis")]
    let post = Post(number: 50, type: "mec-events", content: "<p>Texte</p>", meta: Self.calendar, terms: terms)
    let channel = """
      <wp:term><wp:term_taxonomy>mec_location</wp:term_taxonomy><wp:term_slug>halle</wp:term_slug>
      <wp:termmeta><wp:meta_key>address</wp:meta_key><wp:meta_value>1 place du Marché</wp:meta_value></wp:termmeta>
      <wp:termmeta><wp:meta_key>latitude</wp:meta_key><wp:meta_value>48.8</wp:meta_value></wp:termmeta>
      <wp:termmeta><wp:meta_key>longitude</wp:meta_key><wp:meta_value>2.5</wp:meta_value></wp:termmeta></wp:term>
      <wp:term><wp:term_taxonomy>mec_organizer</wp:term_taxonomy><wp:term_slug>ama</wp:term_slug>
      <wp:termmeta><wp:meta_key>email</wp:meta_key><wp:meta_value>marie@exemple.org</wp:meta_value></wp:termmeta>
      <wp:termmeta><wp:meta_key>url</wp:meta_key><wp:meta_value>https://amis.exemple.org/</wp:meta_value></wp:termmeta></wp:term>
      """
    let (files, outcome) = try await WordPressPost.imported([post], channel: channel)
    let text = try #require(files["Content/evenements/t50.md"])
    #expect(text.contains("lieu: halle\n") && text.contains("organisateurs: [ama]\n"), "\(text)")
    let place = try #require(files["Content/lieux/halle.md"])
    #expect(
      place.contains("titre: La halle & le four\n") && place.contains("adresse: 1 place du Marché\nlatitude: 48.8\n"),
      "\(place)")
    let partner = try #require(files["Content/partenaires/ama.md"])
    #expect(partner.contains("site: https://amis.exemple.org/\n") && !partner.contains("marie@"), "\(partner)")
    #expect(outcome.remarks.map(\.code) == ["import-personal-data"])
  }

  @Test(
    arguments: [
      (
        "event-recurring",
        evening.merging([
          "_recurrence_days": "9223372036854775807", "_recurrence_freq": "weekly",
          "_recurrence_byday": "9223372036854775807,2", "_recurrence_interval": "9223372036854775807",
        ]) { $1 }
      ),
      (
        "mec-events",
        calendar.merging([
          "mec_repeat_status": "1", "mec_repeat_type": "certain_weekdays",
          "mec_certain_weekdays": php(["9223372036854775807"]), "mec_repeat_end": "occurrences",
          "mec_repeat_end_at_occurrences": "9223372036854775807",
        ]) { $1 }
      ),
      (
        "mec-events",
        calendar.merging(["mec_start_time_hour": "9223372036854775807", "mec_end_time_minutes": "-9223372036854775808"])
        { $1 }
      ),
      (
        "ajde_events",
        ["evcal_srow": "9223372036854775807", "evcal_repeat": "yes", "repeat_intervals": "a:9223372036854775807:{"]
      ),
    ] as [(String, [String: String])])
  func `numbers that mean no time end in a message`(_ type: String, _ meta: [String: String]) async throws {
    let (text, codes) = try await event([Post(number: 80, type: type, content: "<p>Texte</p>", meta: meta)])
    #expect(!codes.isEmpty || text.contains("tous_les: 1000\n"), "\(text)")
    #expect(!text.contains("9223372036854775807"))
  }

  @Test func `what no list of the old site had is a draft`() async throws {
    let meta = Self.calendar.merging(["mec_public": "0"]) { $1 }
    let (text, _) = try await event([Post(number: 50, type: "mec-events", content: "<p>Texte</p>", meta: meta)])
    #expect(text.contains("brouillon: oui"))
  }

  @Test func `an event of EventON has all its dates, on the clock of its place`() async throws {
    // 14 March 2024, 19:30 to 21:00, and a week later at 20:00, as if the clock showed UTC.
    let (first, second) = (1_710_444_600, 1_711_051_200)
    func span(_ from: Int, _ minutes: Int) -> String { Self.php(["\(from)", "\(from + minutes * 60)"]) }
    let meta = [
      "evcal_srow": "\(first)", "evcal_erow": "\(first + 5400)", "evcal_repeat": "yes",
      "repeat_intervals": "a:2:{i:0;\(span(first, 90))i:1;\(span(second, 120))}", "_status": "cancelled",
      "evcal_location_name": "Halle", "evcal_location": "1 place du Marché", "evcal_lmlink": "https://exemple.org/plus",
    ]
    let (text, codes) = try await event([Post(number: 60, type: "ajde_events", content: "<p>Texte</p>", meta: meta)])
    #expect(text.contains("debut: 2024-03-14 19:30\nfin: 2024-03-14 21:00\n"), "\(text)")
    #expect(text.contains("  dates:\n    - 2024-03-14\n    - 2024-03-21 20:00 - 22:00\n"))
    #expect(text.contains("etat: annulé\n") && text.contains("lieu: Halle, 1 place du Marché\n"))
    #expect(text.contains("[En savoir plus](https://exemple.org/plus)"))
    #expect(codes == [])
  }

  @Test(
    arguments: [
      // Advanced Custom Fields, Pods, WP Event Manager.
      (
        "evenement", ["date_debut": "20240314", "_date_debut": "field_5f3a", "heure_debut": "19h30", "lieu": "Halle"],
        "debut: 2024-03-14 19:30\nlieu: Halle\n"
      ),
      (
        "evenements",
        ["date_de_debut": "2024-03-14 19:30:00", "date_de_fin": "2024-03-14 21:00:00", "tarif": "Prix libre"],
        "debut: 2024-03-14 19:30\nfin: 2024-03-14 21:00\nprix: Prix libre\n"
      ),
      (
        "event_listing", ["_event_start_date": "2024-03-14 19:30:00", "_event_end_date": "2024-03-14 21:00:00"],
        "debut: 2024-03-14 19:30\nfin: 2024-03-14 21:00\n"
      ),
      ("agenda", ["date": "14/03/2024", "lieu": "a:1:{s:3:\"lat\";s:2:\"48\";}"], "debut: 2024-03-14\n"),
      ("event", ["event_date": "2024-03-14", "event_time": "19:30"], "debut: 2024-03-14"),
    ] as [(String, [String: String], String)])
  func `a sort of text made for events is read by the names of its fields`(
    _ type: String, _ meta: [String: String], _ expected: String
  ) async throws {
    let (text, codes) = try await event([Post(number: 70, type: type, content: "<p>Texte</p>", meta: meta)])
    #expect(text.contains(expected) && !text.contains("brouillon"), "\(text)")
    #expect(codes == [])
  }

  @Test func `what a field of such a sort says is its text, where it has none`() async throws {
    let meta = [
      "date_debut": "20240314", "description": "<p>Un <b>bal</b>.</p>", "site_web": "https://bal.exemple.org/",
    ]
    let (text, _) = try await event([Post(number: 71, type: "evenement", meta: meta)])
    #expect(text.hasSuffix("---\nUn **bal**.\n\n[En savoir plus](https://bal.exemple.org/)\n"), "\(text)")
    let (own, _) = try await event([Post(number: 71, type: "evenement", content: "<p>Le texte.</p>", meta: meta)])
    #expect(own.hasSuffix("---\nLe texte.\n"), "\(own)")
  }

  @Test(arguments: ["event_attendee", "event-registration", "event_ticket", "tribe_rsvp_attendees", "em_booking"])
  func `who comes to an event is never brought`(type: String) async throws {
    let post = Post(
      number: 70, type: type, content: "<p>Marie, marie@exemple.org</p>", meta: ["date": "2024-03-14", "nom": "Marie"])
    let (files, outcome) = try await WordPressPost.imported([post])
    #expect(files.keys.filter { $0.hasPrefix("Content/evenements/") } == [])
    #expect(outcome.leftOut.map(\.count) == [1])
  }
}
