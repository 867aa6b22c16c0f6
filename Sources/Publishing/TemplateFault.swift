import HTML
import Site

/// A template of the theme put a value where none may stand: the page is reported instead of published.
package struct TemplateFault: Error, Sendable, Hashable, CustomStringConvertible {
  package var path: SitePath
  /// As ``HTML/HTML/faults`` gives them.
  package var faults: [String]

  package var description: String {
    "Le thème a mal construit la page \(path.text) : \(faults.joined(separator: " ; "))."
  }
}

extension HTML {
  /// The text of a page that stands at `path`, if its template is sound.
  func checkedText(for path: SitePath) throws -> String { String(decoding: try checkedBytes(for: path), as: UTF8.self) }

  /// The same in UTF-8.
  func checkedBytes(for path: SitePath) throws -> [UInt8] {
    guard faults.isEmpty else { throw TemplateFault(path: path, faults: faults) }
    return bytes
  }
}
