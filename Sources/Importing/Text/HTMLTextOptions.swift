import Diagnostics
import Markup

/// What surrounds a text that is imported.
struct HTMLTextOptions {
  /// What is done with a link.
  enum LinkOutcome {
    /// It leads there.
    case to(String)
    /// Only its words stay, and why was said or needs no saying.
    case words
  }

  /// What is done with a picture.
  enum PictureOutcome {
    /// Its file as the text is to name it, or where it still is; with what was known of it besides.
    case shown(address: String, alternative: String?, caption: String?)
    /// Nothing that a reader would miss: a dot that counts visits.
    case dropped
  }

  /// The title of the entry, which its text need not repeat.
  var title = ""
  /// Whether ends of lines mean what they do in WordPress' own editor of old: a blank line ends a paragraph, another end of
  /// a line breaks it.
  var breaksAtLineEnds = false
  /// Where the text is going to stand, for what there is to be reported.
  var place = SourceLocation(file: "")
  /// Notes of the text around this one: their numbers are taken.
  var notesBefore = 0
  /// Notes that are kept apart from the text, in HTML, by the name that their marks lead to.
  var notes: [String: String] = [:]
  /// The HTML of a text that is kept apart and shown in several, by its number; `nil` where there is none.
  var part: (String) -> String? = { _ in nil }
  /// What an address of the old site is called.
  var name: (String) -> String? = { _ in nil }
  /// Where an address leads from now on that stands in the text as it is, and words that say so; `nil` where it is none of the old
  /// site, or what it means is not here.
  var moved: (String) -> (address: String, words: String)? = { _ in nil }
  /// Given an address as it is written.
  var link: (String) -> LinkOutcome = { .to($0) }
  /// Given the address of a picture as it is written, and the largest that is offered beside it.
  var picture: (_ address: String, _ larger: String?) -> PictureOutcome = { address, _ in
    .shown(address: address, alternative: nil, caption: nil)
  }
}
