import HTML
import Presenting
import Site
import Time

extension Champigny {
  /// The state of an occurrence or an event, standing out.
  func statusLabel(_ state: StateWords?) -> HTML? {
    guard let state else { return nil }
    return """
      <strong class="status status-\(look(of: state.kind))">\(state.label)</strong>
      """
  }

  private func look(of kind: StateWords.Kind) -> String {
    switch kind {
    case .off: return "off"
    case .changed: return "changed"
    case .open: return "open"
    case .full: return "full"
    case .running: return "running"
    case .over: return "over"
    }
  }

  /// Why something is not as it was announced, as a sentence of its own.
  func reason(_ state: StateWords?) -> HTML? { paragraph(sentence(state?.reason ?? ""), class: "reason") }
}
