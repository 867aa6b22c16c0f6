import Markup
import Presenting
import Publishing
import Reading
import Site
import Time

/// Makes the file of a new issue of the newsletter. It takes what there is until it is sent.
package struct IssueWriter: Sendable {
  package var site: Site
  let today: CivilDateTime
  /// See ``EntryWriter/takenIdentities``.
  let takenIdentities: Set<String>

  package init(site: Site, today: CivilDateTime, takenIdentities: Set<String> = []) {
    self.site = site
    self.today = today
    self.takenIdentities = takenIdentities
  }

  /// - Parameter title: `nil`: « La lettre d’août 2019 ».
  package func file(sentOn day: CivilDay, title: String? = nil, isDraft: Bool = false) -> NewFile {
    let proposal = IssueProposal(for: day, of: site, today: today)
    let key = EntryKey(kind: .issue, slug: PartialDate.month(day.civilMonth).iso)
    let month = French.month(day.civilMonth)
    let of = French.ofMonth(month)
    let given = title.map(WrittenText.cleaned) ?? ""
    var matter = FrontMatterText()
    matter.add(.title, text: given.isEmpty ? "La lettre \(of)" : given)
    matter.add(comment: "De 30 à 150 caractères, que les messageries montrent à côté de l’objet : à récrire.")
    matter.add(.preheader, IssueTemplate.preheader(of))
    matter.add(.sendDate, day.iso)
    matter.add(comment: "Ne changez jamais la ligne suivante : les flux reconnaissent par elle cette lettre.")
    matter.add(.identity, takenIdentities.freeIdentity(for: key))
    if isDraft { matter.addDraft() }
    matter.add(
      comment: proposal.news.isEmpty
        ? "Les nouvelles entrent seules jusqu’à l’envoi ; il n’y en a pas encore pour cette lettre."
        : "Les nouvelles entrent seules jusqu’à l’envoi ; pour l’instant :")
    for item in proposal.news {
      matter.add(comment: "  " + WrittenText.cleaned(item.title) + " [\(item.key.slug)]")
    }
    matter.add(.news, "auto")
    addAgenda(proposal.agenda, to: &matter)
    matter.add(optional: Schema.keys(of: .issue).filter { Self.useful.contains($0.key) })
    return NewFile(
      key: key, text: matter.text(body: IssueTemplate.body),
      isDraft: isDraft)
  }

  private static let useful: Set<FieldKey> = [.subject, .pinned, .excluded, .weeksAhead, .callToAction]

  private func addAgenda(_ items: [AgendaItem], to matter: inout FrontMatterText) {
    matter.add(
      comment: items.isEmpty
        ? "L’agenda se remplit seul ; rien n’y est annoncé pour l’instant."
        : "L’agenda se remplit seul ; pour l’instant :")
    for item in items {
      let remark = item.state.map { " (" + $0.label.firstLowercased + ")" } ?? ""
      matter.add(
        comment: "  " + French.span(item.occurrence.span) + " : " + WrittenText.cleaned(item.event.title) + remark
          + " [\(item.event.key.slug)]")
    }
  }
}
