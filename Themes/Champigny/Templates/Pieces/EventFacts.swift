import HTML
import Presenting
import Site

extension Champigny {
  /// The value of a fact, led on where there is somewhere to go.
  func value(of fact: EventFact, _ context: PageContext, class look: String? = nil) -> HTML {
    switch fact.value {
    case .text(let text): return "\(text)"
    case .address(let address, let words):
      if let look { return "<a class=\"\(look)\" href=\"\(address)\">\(words)</a>" }
      return """
        <a href="\(address)">\(words)</a><span class="printed" aria-hidden="true">\(fact.plainValue)</span>
        """
    case .names(let names):
      return names.map { name -> HTML in
        guard let path = name.path else { return "\(name.name)" }
        return "<a href=\"\(context.link(path))\">\(name.name)</a>"
      }.joined(separator: ", ")
    }
  }

  /// Facts as lines of a list.
  func factLines(_ facts: [EventFact], _ context: PageContext) -> [HTML] {
    facts.map { "<p>\($0.label)\u{A0}: \(value(of: $0, context))</p>\n" }
  }
}
