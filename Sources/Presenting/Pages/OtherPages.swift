import Markup
import Site

/// A free page.
package struct FreePage: Sendable {
  package var page: Page
  /// The pages directly under it.
  package var children: [Page]
  package var partners: [Partner]

  package init(page: Page, children: [Page], partners: [Partner]) {
    self.page = page
    self.children = children
    self.partners = partners
  }
}

/// How to hear of what is new: calendar, feeds, newsletter.
package struct SubscribePage: Sendable {
  package var introduction: Page?
  /// The calendar of all events.
  package var calendar: CalendarChoice
  /// The pages on which one may subscribe to a part of it alone, by their kinds.
  package var parts: [EntryLink]
  /// A drawing (SVG) of the address of this page, to be read by a camera.
  package var qrCode: String?

  package init(introduction: Page?, calendar: CalendarChoice, parts: [EntryLink], qrCode: String?) {
    self.introduction = introduction
    self.calendar = calendar
    self.parts = parts
    self.qrCode = qrCode
  }
}

/// Every page of the site.
package struct SiteMapPage: Sendable {
  /// What the section of all tags is called.
  package static let tags = "Étiquettes"

  package var introduction: Page?
  package var sections: [Section]

  package struct Section: Sendable {
    package var title: String
    package var path: SitePath?
    package var groups: [Group]

    package init(title: String, path: SitePath?, groups: [Group]) {
      self.title = title
      self.path = path
      self.groups = groups
    }

    package init(title: String, path: SitePath?, links: [EntryLink]) {
      self.init(title: title, path: path, groups: [Group(title: nil, links: links)])
    }

    package var links: [EntryLink] { groups.flatMap(\.links) }
  }

  /// So many links as can be looked over.
  package struct Group: Sendable, Hashable {
    /// « 2026 », « Mars 2026 », « A »; `nil` where a section is one group, or for what stands above the others.
    package var title: String?
    package var links: [EntryLink]

    package init(title: String?, links: [EntryLink]) {
      self.title = title
      self.links = links
    }
  }

  package init(introduction: Page?, sections: [Section]) {
    self.introduction = introduction
    self.sections = sections
  }
}

/// All issues of the newsletter that are out.
package struct IssueListPage: Sendable {
  package var introduction: Page?
  /// Newest first.
  package var issues: [Issue]

  package init(introduction: Page?, issues: [Issue]) {
    self.introduction = introduction
    self.issues = issues
  }
}

/// One issue on the site.
package struct IssuePage: Sendable {
  package var letter: Letter
  package var older: EntryLink?
  package var newer: EntryLink?

  /// The letter it corrects.
  package var corrected: EntryLink?
  /// The letters that correct it, which are out.
  package var corrections: [EntryLink] = []

  package init(letter: Letter, older: EntryLink?, newer: EntryLink?) {
    self.letter = letter
    self.older = older
    self.newer = newer
  }
}

/// How anyone proposes an entry: by a form, and without its script by a file to fill in, in the forge that keeps the content or
/// by mail.
package struct ProposalPage: Sendable {
  package var introduction: Page?
  /// `nil` where the site names no forge.
  package var host: ForgeHost?
  /// The file to fill in, to be copied where no link can carry it.
  package var template: EntryTemplate
  /// The page of the forge where a file is made in the right folder, with its name filled in.
  package var editor: String?
  /// The page of the forge where that file is made with the text of ``template`` filled in; `nil` where the forge does
  /// not take them from a link.
  package var filledEditor: String?
  /// Where proposals are sent by mail; `nil` while no address is known.
  package var email: String?
  package var form: ProposalForm

  package init(
    introduction: Page?, host: ForgeHost?, template: EntryTemplate, editor: String?, filledEditor: String?,
    email: String?, form: ProposalForm
  ) {
    self.introduction = introduction
    self.host = host
    self.template = template
    self.editor = editor
    self.filledEditor = filledEditor
    self.email = email
    self.form = form
  }
}
