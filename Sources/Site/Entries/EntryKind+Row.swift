import Time

extension EntryKind {
  /// What is to be known of a kind of entry wherever all kinds are treated alike.
  package struct Row: Sendable {
    /// The folder under `Content/` where its entries stand; also the name of its schema, and what identities begin with.
    package let folder: String
    /// What folders of such entries are called elsewhere, folded, with spaces between.
    package var foreignFolders = ""
    /// What authors call an entry.
    package let noun: Noun
    /// What visitors call an entry: « Rendez-vous ».
    package let label: String
    /// What visitors call all of them: « Agenda ».
    package let heading: String
    /// What the addresses of its entries begin with; also that of their list.
    package let address: SitePath
    /// The page of the program's own that lists its entries.
    package var list: List?
    /// The calendar that each of its entries has.
    package var calendar: Calendar?
    /// Whether pages of single years stand below its list: no entry may have the address of one.
    package var hasYears = false
    /// Whether feeds and calendars hold its entries, in which those who subscribed know them by their identity.
    package var isKnownByIdentity = false
    /// Whether an entry is nothing without a text or a summary.
    package var needsText = false

    /// What the page of all of them is called.
    package var listTitle: String { list?.title ?? heading }
  }
}

extension EntryKind.Row {
  /// A page that lists all entries of a kind.
  package struct List: Sendable {
    package let title: String
    /// One sentence about it for the search.
    package let summary: String
    /// Whether it is there without entries too, and without an introduction.
    package var isAlwaysMade = false
    /// `nil`: it is not in the menu.
    package var menu: Menu?
  }

  /// Where a list stands in the menu if its introduction does not say.
  package enum Menu: Sendable {
    /// Before the free pages, whether there are entries or not.
    case first
    /// Behind the free pages, where there are entries.
    case last
  }

  /// What the calendar of an entry holds.
  package enum Calendar: Sendable {
    /// The dates of the entry itself.
    case ofItself
    /// The dates of the events that name it.
    case ofEvents

    /// The file beside the page of the entry.
    package var fileName: String {
      switch self {
      case .ofItself: "evenement.ics"
      case .ofEvents: "agenda.ics"
      }
    }
  }
}
