import Diagnostics
import Markup
import Site
import Time

/// What every entry may be asked for while references are resolved.
struct ReadingContext: Sendable {
  struct Known: Sendable {
    var title: String
    /// Path from `Content/`.
    var path: String
    var anchors: Set<String>
    /// Whether it is on the site now; drafts and those that wait are not.
    var isPublished: Bool
  }

  let root: String
  let zone: Zone
  /// What rules leave out by « vacances scolaires » and « jours fériés ».
  let holidays: Holidays
  let tree: ContentTree
  let names: NameIndex
  let entries: [EntryKey: Known]
  /// By path from `Content/`.
  let keysByPath: [String: EntryKey]
  /// Files that are entries but could not be read at all.
  let brokenPaths: Set<String>
  /// By name within its kind, those that could not be read at all: naming them is no second mistake.
  let brokenKeys: Set<EntryKey>
  let revisions: Revisions

  struct Holidays: Sendable, Equatable {
    let school: SchoolHolidays?
    let publicOnes: PublicHolidays
    /// See ``Settings/unknownDepartment``.
    let unknownDepartment: String?

    init(school: SchoolHolidays?, publicOnes: PublicHolidays = PublicHolidays(), unknownDepartment: String? = nil) {
      self.school = school
      self.publicOnes = publicOnes
      self.unknownDepartment = unknownDepartment
    }

    init(_ settings: Settings) {
      self.init(
        school: settings.schoolHolidays, publicOnes: settings.publicHolidays,
        unknownDepartment: settings.unknownDepartment)
    }
  }

  func isPublished(_ key: EntryKey) -> Bool { entries[key]?.isPublished ?? false }
}
