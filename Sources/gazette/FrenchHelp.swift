import Foundation

/// The command line's help and messages in French. The parser (swift-argument-parser) writes them in English and has no
/// catalogue: its fixed words are few, and replaced here.
enum FrenchHelp {
  static func translated(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line($0) }.joined(separator: "\n")
  }

  /// Has the parser break lines at 80 columns at least. In a narrower terminal its words would be torn apart before they can
  /// be replaced, and in one that is narrower than its own indentation it writes nothing.
  static func widen() {
    var window = winsize()
    let isKnown = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0 && window.ws_col > 0
    let columns = getenv("COLUMNS").flatMap { Int(String(cString: $0)) } ?? (isKnown ? Int(window.ws_col) : 80)
    if columns < 80 { setenv("COLUMNS", "80", 1) }
  }

  private static func line(_ line: Substring) -> String {
    var result = String(line)
    for (english, french) in headings where result.hasPrefix(english) {
      result = french + result.dropFirst(english.count)
      break
    }
    for (english, french) in phrases { result = replacing(english, with: french, in: result) }
    return result
  }

  private static let headings = [
    ("OVERVIEW: ", ""), ("USAGE: ", "Emploi : "), ("Usage: ", "Emploi : "), ("ARGUMENTS:", "Arguments :"),
    ("OPTIONS:", "Options :"), ("SUBCOMMANDS:", "Commandes :"), ("Error: ", "Erreur : "), ("Help:  ", "Aide : "),
  ]

  private static let phrases = [
    ("Show help information.", "Affiche cette aide."),
    ("Show subcommand help information.", "Affiche l’aide d’une commande."),
    ("Show the version.", "Affiche la version."),
    ("(required)", "(obligatoire)"),
    ("(values: ", "(au choix : "),
    ("; default:", " ; par défaut :"),
    ("(default:", "(par défaut :"),
    // Where a line ends before the word.
    ("default:", "par défaut :"),
    ("<subcommand>", "<commande>"),
    ("Unknown option ", "option inconnue "),
    ("Unexpected argument ", "mot inattendu "),
    ("unexpected arguments: ", "mots inattendus : "),
    ("Missing value for ", "il manque une valeur après "),
    ("Missing expected argument ", "il manque "),
    ("Missing required subcommand.", "il manque une commande."),
    ("Did you mean ", "Vouliez-vous écrire "),
    ("The value ", "la valeur "),
    (" is invalid for ", " ne convient pas pour "),
    (". Please provide one of ", ". Au choix : "),
    (" or ", " ou "),
    ("  See 'gazette help ", "  Voir « gazette help "),
    ("See 'gazette ", "Voir « gazette "),
    ("--help' for more information.", "--help »."),
    ("' for detailed help.", " » pour l’aide d’une commande."),
    ("[<options>]", "[options]"),
  ]

  private static func replacing(_ old: String, with new: String, in text: String) -> String {
    guard let range = text.range(of: old) else { return text }
    return text.replacingCharacters(in: range, with: new)
  }
}
