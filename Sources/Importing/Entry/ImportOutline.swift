import Site
import Time

/// What a source says of an entry before its text is looked at: enough to give it a file and to lead links to it.
struct ImportOutline: Sendable {
  /// What it is called for good where it comes from; by it the next import knows its file.
  var origin: String
  var kind: EntryKind
  var title: String
  /// The name that its address had there, where that is to be kept.
  var name: String?
  /// The origin of the page that it stands below.
  var parent: String?
  var date: PartialDate?
  /// Where it was: whole addresses, or paths from the root of the old site, the usual one first.
  var addresses: [String] = []
  /// Addresses at which only a part of it was, a picture's own page: they lead to it too.
  var lesserAddresses: [String] = []
  /// What texts of the source call it by besides: its file. No address that anybody followed.
  var paths: [String] = []
}

/// A file that texts show or lead to.
struct ImportMedium: Sendable {
  /// What stands before the identity where a text has no address of it.
  static let scheme = "gazette-media:"

  /// By which texts name it without an address; empty where none does.
  var identity = ""
  /// Where it was.
  var address: String
  var title = ""
  var alternative = ""
  var caption = ""
  /// The origin of the entry that it was put into.
  var parent: String?
  /// Its own page.
  var page: String?
}

/// What there is in a source.
struct ImportSurvey: Sendable {
  /// The address of the old site; empty where it is not known.
  var address = ""
  var outlines: [ImportOutline] = []
  var media: [ImportMedium] = []
  /// Texts in HTML that several entries show, by their number.
  var parts: [String: String] = [:]
  /// What is not brought, and how much of it there is.
  var leftOut: [LeftOut] = []
  /// Pages of the program that made the old site, and what shows the same here.
  var redirections: [(from: String, to: String)] = []
}

/// Something that is not brought.
struct LeftOut: Sendable, Hashable {
  var noun: Noun
  var count: Int
  /// What else there is to know of it, behind a comma.
  var remark = ""
}
