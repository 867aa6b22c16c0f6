import Building
import Diagnostics
import Files
import Foundation

/// What the program says.
enum Terminal {
  /// For people: whatever names and titles hold, nothing in it steers a terminal.
  static func print(_ text: String) {
    write(visible(text), to: FileHandle.standardOutput)
  }

  /// For programs, byte for byte. A person who looks on sees it as one.
  static func printData(_ text: String) {
    write(isatty(STDOUT_FILENO) == 1 ? visible(text) : text, to: FileHandle.standardOutput)
  }

  static func printError(_ text: String) {
    write(visible(text), to: FileHandle.standardError)
  }

  private static func visible(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { InvisibleCharacters.shown(in: String($0)) }
      .joined(separator: "\n")
  }

  /// All that a command has to report about the content, in the form asked for.
  static func report(_ report: DiagnosticReport, _ format: SiteOptions.Format) {
    self.report(format.text(of: report), format)
  }

  static func report(_ text: String, _ format: SiteOptions.Format) {
    if format == .text { printError(text) } else { printData(text) }
  }

  static func report(_ fault: Fault) {
    printError("Erreur : \(fault.message)")
    if let hint = fault.hint { printError("  → \(hint)") }
  }

  /// A reader that went away (`| head`) is no reason to fail; a file that has no room for what was asked for is one.
  private static func write(_ text: String, to handle: FileHandle) {
    guard !text.isEmpty else { return }
    var rest = Array((text.hasSuffix("\n") ? text : text + "\n").utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(handle.fileDescriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR || errno == EAGAIN { continue }
      guard count > 0 else { return handle === FileHandle.standardOutput && errno != EPIPE ? fail(errno) : () }
      rest = rest.dropFirst(count)
    }
  }

  private static func fail(_ code: Int32) {
    report(
      Fault("Impossible d’écrire le résultat (\(SystemReason.words(code))).", status: Fault.inputOutput))
    Foundation.exit(Fault.inputOutput)
  }

  /// Whether somebody looks on: only then progress is shown.
  static var isInteractive: Bool { isatty(STDERR_FILENO) == 1 }

  /// Shows how far the work is, on a line of its own that is written over; only in a terminal.
  static func progress(_ text: String) {
    guard isInteractive else { return }
    FileHandle.standardError.write(Data("\r\u{1B}[K\(text)".utf8))
  }
}
