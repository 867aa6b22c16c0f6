import Text

/// A piece of HTML, safe to put into a page.
///
/// Written as a string literal that looks like the HTML it makes; what is interpolated is escaped for the place where it
/// stands:
///
///     let item: HTML = """
///       <li><a href="\(address)">\(title)</a></li>
///       """
///
/// - a `String` in running text, or in a quoted attribute, is escaped;
/// - a `String` at the start of an attribute that holds an address (`href`, `src` …) must also be relative or have a
///   scheme of ``URLScheme/allowed``; any other address is replaced by `#`;
/// - a value of type `HTML` goes in as it is, in running text only;
/// - in any other place (tag names, unquoted attributes, comments, `<script>`, `<style>`, `on…` and `style` attributes)
///   a value is refused: nothing is written and the fault is kept in ``faults``, so that a template that is wrong is
///   reported instead of published.
///
/// `HTML(raw:)` is the only way to make HTML out of text that was put together at run time.
package struct HTML: Sendable, Hashable {
  /// What the piece is made of.
  let builder: TextBuilder
  /// What the template did wrong, in the order of the faults; empty for a sound template.
  package var faults: [String]

  /// HTML taken as it is. The caller answers for it: escaped, balanced, free of anything that runs.
  package init(raw text: String) {
    self.init(raw: TextBuilder(text))
  }

  /// HTML that was put together piece by piece, taken as it is. The caller answers for it: escaped, balanced, free of anything
  /// that runs.
  ///
  /// - Parameter faults: what the templates did wrong that it was put together by.
  package init(raw builder: TextBuilder, faults: [String] = []) {
    self.builder = builder
    self.faults = faults
  }

  package var text: String { builder.text }

  /// The text in UTF-8.
  package var bytes: [UInt8] { builder.bytes }

  /// No HTML at all.
  package static let empty = HTML(raw: "")

  /// Whether there is nothing in it.
  package var isEmpty: Bool { bytes.isEmpty }
}

extension Sequence where Element == HTML {
  /// The pieces one after the other, with `separator` between them.
  package func joined(separator: String = "") -> HTML {
    var text = TextBuilder()
    var faults: [String] = []
    var isFirst = true
    for piece in self {
      if !isFirst { text += separator }
      isFirst = false
      text += piece.builder
      faults += piece.faults
    }
    return HTML(raw: text, faults: faults)
  }
}

extension HTML {
  /// What stands in the place of signs that mean something in HTML, right in running text and in attributes in quotes of either
  /// sort.
  static let references = SignReplacements { sign in
    sign == .quote ? "&#39;" : SignReplacements.markup[given: sign]
  }
}
