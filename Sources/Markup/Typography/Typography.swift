import Text

/// French typography: the spaces, quotes and apostrophes of the Imprimerie nationale's *Lexique des règles typographiques*.
///
/// U+00A0 before `:` and inside « », U+202F before `; ! ? % €` and between thousands, “ ” and straight quotes in pairs as
/// « », `'` as ’, `...` as …, « n° 5 », « 14 h 30 », « 2e », numbers and their units kept together, as are « 6 mars »,
/// « M. Dupont », « p. 12 » and telephone numbers; ` - ` and ` -- ` between words as –, `<<` and `>>` as « and ». E-mail
/// and other addresses, times like 14:30, `::`, emoticons and the names of emoji stay; what is right stays; doing it twice changes
/// nothing. Letters with their accents behind them, as texts out of PDFs have them, become one (Unicode's composed form, NFC):
/// mail programs draw them apart.
package enum Typography {
  /// `text` set in French.
  package static func french(_ text: String) -> String {
    guard needsCare(text) else { return text }
    let text = text.composed
    var run = RunningText()
    run.append(text)
    run.set()
    return run.texts([(text, 0)])[0]
  }

  /// Whether there is anything in `text` that the rules speak of.
  static func needsCare(_ text: String) -> Bool {
    text.holdsByte { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "."),
        UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "-"),
        UInt8(ascii: "<"), 0xC2, 0xE2:
        true
      default:
        // Roman numbers with `ème`, titles before names.
        byte.beginsAccent || byte == UInt8(ascii: "I") || byte == UInt8(ascii: "V") || byte == UInt8(ascii: "X")
          || byte == UInt8(ascii: "M")
          || byte == UInt8(ascii: "D") || byte == UInt8(ascii: "P") || byte == UInt8(ascii: "S")
      }
    }
  }
}
