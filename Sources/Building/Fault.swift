import Writing

/// What ended a command, other than mistakes in the content.
package struct Fault: Error {
  /// Input or output failed (`EX_IOERR` of sysexits.h).
  package static let inputOutput: Int32 = 74
  /// The command line is wrong (`EX_USAGE`).
  package static let usage: Int32 = 64

  package var message: String
  package var hint: String?
  package var status: Int32

  package init(_ message: String, hint: String? = nil, status: Int32) {
    self.message = message
    self.hint = hint
    self.status = status
  }

  /// What is to be said of `error`; `nil` where the command line's parser knows it better.
  package init?(_ error: any Error) {
    switch error {
    case let fault as Fault: self = fault
    case let error as OutputError: self.init(error.message, hint: error.hint, status: Self.inputOutput)
    default: return nil
    }
  }
}
