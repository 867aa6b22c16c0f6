import HTML
import Presenting
import Site
import Time

extension Champigny {
  package func changes(_ page: ChangesPage, _ context: PageContext) -> HTML {
    let nothing: HTML? = page.days.isEmpty ? paragraph("Rien n’a changé ces dernières semaines.") : nil
    return layout(
      context,
      """
      <div class="wide">
      <h1>\(context.title)</h1>
      <p>Ce qui a été annulé, déplacé ou rétabli, pour des dates à venir ou passées depuis moins d’un mois.</p>
      \(page.days.map { changes(of: $0, context) })
      \(nothing)
      <p class="screen">Aussi en fil, à ouvrir dans un lecteur\u{A0}: <a href="\(context.link(.changesAtom))">changements à l’agenda (Atom)</a></p>
      \(wholeAgenda(context))
      </div>
      """)
  }

  private func changes(of day: ChangesPage.Day, _ context: PageContext) -> HTML {
    let name = French.weekdayAndDay(day.day).firstUppercased
    let items = day.lines.map { line -> HTML in
      let title: HTML = line.path.map { "<a href=\"\(context.link($0))\">\(line.title)</a>" } ?? "\(line.title)"
      let words = [line.time, line.insteadOf, line.reason].compactMap { $0 }
      let details = words.compactMap { paragraph($0.firstUppercased) }
      return "<li><strong>\(line.label)\u{A0}:</strong> \(title)\(details)</li>\n"
    }
    return """
      <section>
      <h2 id="\(anchor(day.day.iso))">\(name)</h2>
      <ul class="changes">
      \(items)
      </ul>
      </section>
      """
  }
}
