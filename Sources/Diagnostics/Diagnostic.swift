/// Something to report to the author of the content.
package struct Diagnostic: Sendable, Hashable {
  package enum Severity: String, Sendable, Hashable {
    /// What would be published would be wrong, broken or lost.
    case error
    /// Right, but doubtful.
    case warning
    /// A warning about a value still to be filled in; `--allow-placeholders` keeps it one under `--strict`.
    case placeholder
    /// Right and sure, and worth a word: what waits, what was understood without doubt. Never an error, not even under
    /// `--strict`.
    case note
  }

  /// A stable name for the kind of mistake, for programs: `unknown-key`, `missing-title` …
  package var code: String
  package var severity: Severity
  package var place: SourceLocation?
  /// What is wrong, one sentence in French.
  package var message: String
  /// What to do, in French; `nil` where the message says it.
  package var hint: String?
  /// What to write instead.
  package var fix: Fix?

  package init(
    code: String, severity: Severity, place: SourceLocation?, message: String, hint: String? = nil, fix: Fix? = nil
  ) {
    self.code = code
    self.severity = severity
    self.place = place
    self.message = message
    self.hint = hint
    self.fix = fix
  }
}

extension Diagnostic {
  /// The same as a note: it concerns what can't be changed any more.
  package var asNote: Diagnostic {
    var note = self
    note.severity = .note
    return note
  }
}

/// A place in a file of the content.
package struct SourceLocation: Sendable, Hashable {
  /// Path from the project's root, as users know it: `Content/nouvelles/x.md`.
  package var file: String
  /// Line, from 1; 0 = the file as a whole.
  package var line: Int
  /// Column in characters, from 1; 0 = the line as a whole.
  package var column: Int
  /// How many characters are meant; at least 1. They all stand on the line.
  package var length: Int

  package init(file: String, line: Int = 0, column: Int = 0, length: Int = 1) {
    self.file = file
    self.line = line
    self.column = column
    self.length = length
  }
}

/// A correction that can be pasted.
package struct Fix: Sendable, Hashable {
  package enum Scope: Sendable, Hashable {
    /// The characters that ``Diagnostic/place`` marks.
    case marked
    /// The whole line that ``Diagnostic/place`` is on.
    case line
    /// The end of every line of the file, each to be a line feed; there is no text to paste.
    case lineEnds
    /// The whole file, saved anew as UTF-8; there is no text to paste.
    case encoding
    /// Nothing: the text is to be added as a line of its own.
    case addition
  }

  /// Whether there is a text to paste.
  package var hasText: Bool { scope != .lineEnds && scope != .encoding }

  /// What it is to stand in the place of.
  package var scope: Scope
  /// The text to put there, without line end.
  package var replacement: String
  /// Whether it can be made without asking what was meant.
  package var isCertain: Bool

  package init(_ scope: Scope, _ replacement: String, isCertain: Bool = false) {
    self.scope = scope
    self.replacement = replacement
    self.isCertain = isCertain
  }
}

/// A value as somebody wrote it into the content, with the place where it stands.
package struct Located<Value: Sendable>: Sendable {
  package var value: Value
  package var place: SourceLocation

  package init(_ value: Value, at place: SourceLocation) {
    self.value = value
    self.place = place
  }
}

extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}
