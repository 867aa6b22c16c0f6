import Foundation

/// What the program says.
enum Terminal {
  static func print(_ text: String) {
    write(text, to: FileHandle.standardOutput)
  }

  static func printError(_ text: String) {
    write(text, to: FileHandle.standardError)
  }

  static func report(_ fault: Fault) {
    printError("Erreur : \(fault.message)")
    if let hint = fault.hint { printError("  → \(hint)") }
  }

  /// A reader that went away (`| head`) is no reason to fail.
  private static func write(_ text: String, to handle: FileHandle) {
    guard !text.isEmpty else { return }
    let line = text.hasSuffix("\n") ? text : text + "\n"
    try? handle.write(contentsOf: Data(line.utf8))
  }

  /// Whether somebody looks on: only then progress is shown.
  static var isInteractive: Bool { isatty(STDERR_FILENO) == 1 }

  /// Shows how far the work is, on a line of its own that is written over; only in a terminal.
  static func progress(_ text: String) {
    guard isInteractive else { return }
    FileHandle.standardError.write(Data("\r\u{1B}[K\(text)".utf8))
  }
}
