import Site

/// A form by which anyone proposes an entry. Its script, which the program brings, makes the file of it and offers what can be
/// done with that; see `Sources/Publishing/Proposal/proposer.js`. Without the script something else stands in its place.
package struct ProposalForm: Sendable {
  /// An entry that can be named.
  package struct Option: Sendable, Hashable {
    package var name: String
    package var slug: String

    package init(name: String, slug: String) {
      self.name = name
      self.slug = slug
    }
  }

  /// How a file is made in the forge by a link.
  package struct Forge: Sendable, Hashable {
    /// The page where a file is made in the right folder, without what it is given.
    package var address: String
    /// By which name the link gives the name of the file.
    package var nameParameter: String
    /// By which name it gives its text; `nil` where the forge takes none.
    package var textParameter: String?
    /// Bytes of a link, at most.
    package var longestLink: Int

    package init(address: String, nameParameter: String, textParameter: String?, longestLink: Int) {
      self.address = address
      self.nameParameter = nameParameter
      self.textParameter = textParameter
      self.longestLink = longestLink
    }
  }

  /// A question, with the entries that may be named as its answer.
  package struct Question: Sendable, Hashable {
    package var field: FormField
    package var options: [Option]

    package init(field: FormField, options: [Option]) {
      self.field = field
      self.options = options
    }
  }

  package var kind: EntryKind
  package var questions: [Question]
  package var forge: Forge?
  /// Where it can be sent by mail; `nil` while no address is known.
  package var email: String?
  /// Whether it is known which school holidays are meant.
  package var hasSchoolHolidays: Bool
  /// See ``Site/EntryTemplate/reserved``.
  package var reserved: [String]

  package init(
    kind: EntryKind, questions: [Question], forge: Forge?, email: String?, hasSchoolHolidays: Bool, reserved: [String]
  ) {
    self.kind = kind
    self.questions = questions
    self.reserved = reserved
    self.forge = forge
    self.email = email
    self.hasSchoolHolidays = hasSchoolHolidays
  }
}

/// The page that makes a photograph fit to be published, in the browser.
package struct PhotographPage: Sendable {
  package var introduction: Page?
  /// Where the forge takes files from a computer; `nil` where it has no such page.
  package var upload: String?
  package var email: String?

  package init(introduction: Page?, upload: String?, email: String?) {
    self.introduction = introduction
    self.upload = upload
    self.email = email
  }
}

/// The script of the forms, as a theme links it; see ``PageContext/asset(_:)``.
extension PageContext {
  package static let proposalAsset = "proposer.js"

  /// Whether the page has a form that the script serves.
  package var hasProposalForm: Bool { ProgramPages.isProposal(path) }
}
