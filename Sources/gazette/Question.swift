import Building
import Foundation
import Reading

/// A question to whoever sits at the terminal.
enum Question {
  /// Whether somebody is there to answer.
  static var canBeAsked: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

  /// The answer without blanks around it. Where nothing is typed: the default, else nothing, else the question again.
  static func ask(_ question: String, default standard: String = "", isRequired: Bool = false) throws -> String {
    while true {
      let prompt = standard.isEmpty ? question : "\(question) [\(standard)]"
      try? FileHandle.standardError.write(contentsOf: Data((prompt + " ").utf8))
      guard let line = readLine() else {
        Terminal.printError("\n")
        throw Fault("Rien n’a été créé ni changé.", status: Fault.usage)
      }
      let answer = line.trimmingCharacters(in: .whitespaces)
      if !answer.isEmpty { return answer }
      if !isRequired || !standard.isEmpty { return standard }
    }
  }

  /// Yes or no; `standard` where nothing is typed.
  static func isAgreed(_ question: String, default standard: Bool = false) throws -> Bool {
    try YesNo.answer(ask(question + " (oui/non)", default: standard ? YesNo.yes : "non")) ?? false
  }
}
