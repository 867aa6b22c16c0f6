@testable import Markup

/// What all rules of typography together make of a text, scalar by scalar: what setting it stretch by stretch is held against.
enum AllRulesAtOnce {
  static func text(_ text: String) -> String {
    var run = TypographicRun()
    run.append(text, owner: 0)
    run.set()
    return run.texts(count: 1)[0]
  }

  /// The pieces of text in `inlines`, in their order.
  static func texts(of inlines: [Inline]) -> [String] {
    var run = TypographicRun()
    var count = 0
    append(inlines, to: &run, &count)
    run.set()
    return run.texts(count: count)
  }

  private static func append(_ inlines: [Inline], to run: inout TypographicRun, _ count: inout Int) {
    for inline in inlines {
      switch inline {
      case .text(let text):
        run.append(text, owner: count)
        count += 1
      case .softBreak, .lineBreak: run.appendBreak()
      case .emphasis(let content), .strong(let content), .strikethrough(let content): append(content, to: &run, &count)
      case .link(let link): append(link.content, to: &run, &count)
      case .code, .image, .abbreviation, .footnoteReference: run.appendObject()
      case .rawHTML: break
      }
    }
  }
}
