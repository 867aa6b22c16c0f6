import HTML
import Markup
import Presenting
import Site
import Time

extension MailPieces {
  var editorial: HTML? {
    guard !letter.issue.entry.body.isEmpty else { return nil }
    return row(
      """
      <div class="text" style="font-family:\(css: MailStyle.font)">
      \(renderer.render(letter.issue.entry.body))
      </div>
      """, top: 32)
  }

  private var renderer: MailRenderer {
    let settings = settings
    return style.editorial.linking { settings.absoluteAddress(of: SitePath($0)) }
  }

  /// A picture where it can be had in a format that mail programs show.
  private func picture(_ image: Image?) -> HTML? {
    guard let image, image.picture?.everywhere(width: renderer.imageWidth) != nil else { return nil }
    let figure = renderer.render(Document(blocks: [.figure(Figure(image: image, caption: []))]))
    return "<div class=\"text\">\(figure)</div>"
  }

  /// The button's padding and colour are the cell's, as Outlook knows none on links.
  var callToAction: HTML? {
    guard let call = letter.issue.callToAction else { return nil }
    let address = call.link.hasPrefix("/") ? link(SitePath(call.link)) : call.link
    return row(
      """
      <table role="presentation" cellpadding="0" cellspacing="0" border="0">
      <tr>
      <td align="center" bgcolor="\(palette.sun)" style="padding:14px 26px;mso-padding-alt:14px 26px;background-color:\(css: palette.sun);border-radius:4px">
      <a href="\(address)" style="display:block;font-family:\(css: MailStyle.font);font-size:17px;line-height:22px;font-weight:bold;color:\(css: palette.night);text-decoration:none">\(call.text)</a>
      </td>
      </tr>
      </table>
      """, top: 12)
  }

  // MARK: News

  var news: HTML? {
    guard !letter.news.isEmpty else { return nil }
    return row(
      """
      \(heading("Les nouvelles"))
      \(letter.news.map { newsItem($0) })
      """, top: 40)
  }

  private func newsItem(_ item: News) -> HTML {
    table(
      cell(
        """
        \(note("\(French.date(item.date))"))
        \(title(item.title, item.path))
        \(picture(item.entry.image))
        \(paragraph("\(item.entry.summary)"))
        """))
  }

  // MARK: Agenda

  var agenda: HTML? { dates("À l’agenda", lines.dated) }
  var ongoing: HTML? { dates("En ce moment", lines.ongoing) }

  private func dates(_ title: String, _ lines: [Letter.Line]) -> HTML? {
    guard !lines.isEmpty else { return nil }
    return row(
      """
      \(heading(title))
      \(lines.map { agendaItem($0) })
      """, top: 40)
  }

  private func agendaItem(_ line: Letter.Line) -> HTML {
    guard let item = line.line.item else { return regularItem(line) }
    let occurrence = item.occurrence
    let details: HTML = """
      \(title(item.title, item.event.path))
      \(line.updateSentence.map { status($0) })\(item.state.map { status($0.label) })
      \(paragraph(time(occurrence)))
      \(paragraph("\(item.state?.reason?.firstUppercased)"))
      \(line.venue.map { place($0) })\(paragraph("\(rule(line.line))"))\(paragraph("\(line.summary)"))\(facts(line.facts))
      \(addToCalendar(item, line.googleLink))
      """
    return table(
      """
      <td width="76" valign="top" style="width:76px;padding:20px 16px 0 0">
      \(dateBlock(occurrence))
      </td>
      \(cell(details))
      """)
  }

  /// How it returns, and what differs in the weeks of the letter; empty for what takes place once.
  private func rule(_ line: EventLine) -> String {
    [line.returning, line.remarks].compactMap { $0 }.joined(separator: ", ").firstUppercased
  }

  private func status(_ words: String) -> HTML {
    """
    <p class="tile" style="margin:2px 0 0;font-size:14px;line-height:21px;font-weight:bold;color:\(css: palette.tile)">\(words)</p>
    """
  }

  /// What else is to be known, a line each.
  private func facts(_ facts: [EventFact]) -> HTML? {
    guard !facts.isEmpty else { return nil }
    let lines = facts.map { fact -> HTML in "\(fact.label)\u{A0}: \(value(of: fact))" }
    return """
      <p class="river" style="margin:4px 0 0">\(lines.joined(separator: "<br>"))</p>
      """
  }

  private func value(of fact: EventFact) -> HTML {
    switch fact.value {
    case .text(let text): return "\(text)"
    case .address(let address, let words): return anchor(address, words)
    case .names(let names):
      return names.map { name -> HTML in
        name.path.map { anchor(link($0), name.name) } ?? "\(name.name)"
      }.joined(separator: ", ")
    }
  }

  /// The date as a sheet of a wall calendar; it stands in words beside it, and so is for the eye only.
  private func dateBlock(_ occurrence: Occurrence) -> HTML {
    let block = DateBlock(occurrence.span)
    let colour = occurrence.isOff ? palette.panel : palette.sun
    let size = block.large.count > 2 ? "20px" : "28px"
    return """
      <table role="presentation" aria-hidden="true" width="76" cellpadding="0" cellspacing="0" border="0">
      <tr><td height="6" bgcolor="\(palette.tile)" style="height:6px;font-size:1px;line-height:6px;background-color:\(css: palette.tile)">&nbsp;</td></tr>
      <tr>
      <td align="center" bgcolor="\(colour)" style="padding:6px 2px 8px;background-color:\(css: colour);font-family:\(css: MailStyle.font);font-size:14px;line-height:18px;color:\(css: palette.night)">\
      \(block.small.map { small in "\(small)<br>" as HTML })\
      <strong style="font-family:\(css: MailStyle.slab);font-size:\(css: size);line-height:32px">\(block.large)</strong>\
      \(block.under.map { under in "<br>\(under)" as HTML })</td>
      </tr>
      </table>
      """
  }

  /// When, in words; struck through where it does not take place.
  private func time(_ occurrence: Occurrence) -> HTML {
    let words = French.span(occurrence.span)
    if occurrence.isOff { return "<s>\(words)</s>" }
    return
      "\(words)\(occurrence.announced.map { span in "<br>\(StateWords.insteadOf)\u{A0}: <s>\(French.span(span))</s>" as HTML })"
  }

  private func place(_ venue: Venue) -> HTML {
    """
    <p class="soft" style="margin:0;color:\(css: palette.soft)">\(venue.line)</p>
    """
  }

  private func addToCalendar(_ item: AgendaItem, _ google: String?) -> HTML? {
    guard let google else { return nil }
    let words = "Ajouter \(French.quoted(item.event.title)) à mon agenda"
    return """
      <p class="river" style="margin:4px 0 0;font-size:14px;line-height:21px">\(anchor(link(.calendar(of: item.event.key)), words)) · \(anchor(google, "Google Agenda"))</p>
      """
  }

  // MARK: The rest

  var regular: HTML? {
    guard !lines.regular.isEmpty else { return nil }
    return row(
      """
      \(heading("Rendez-vous réguliers"))
      \(lines.regular.map { regularItem($0) })
      """, top: 40)
  }

  private func regularItem(_ line: Letter.Line) -> HTML {
    let event = line.line.event
    let state = StateWords(event.schedule)
    return table(
      cell(
        """
        \(title(event.title, event.path))
        \(line.updateSentence.map { status($0) })\(state.map { status($0.label) })\(paragraph("\(rule(line.line))"))
        \(paragraph("\(state?.reason?.firstUppercased)"))\(line.venue.map { place($0) })\
        \(paragraph("\(line.summary)"))\(facts(line.facts))
        """))
  }

  /// The last row on paper: it closes the sheet even where there is nobody to thank.
  var partners: HTML {
    let names = letter.partners.map { partner in anchor(link(partner.path), partner.title) }
    let thanks = table(
      """
      <td class="rule river ink" style="padding:20px 0 0;border-top:1px solid \(css: palette.edge);font-family:\(css: MailStyle.font);font-size:16px;line-height:25px;color:\(css: palette.ink)">Merci à \(names.joined(separator: ", ")).</td>
      """)
    return """
      <tr>
      <td class="side paper" bgcolor="\(palette.paper)" style="padding:36px 36px 36px;background-color:\(css: palette.paper)">
      \(names.isEmpty ? "&nbsp;" : thanks)
      </td>
      </tr>
      """
  }
}
