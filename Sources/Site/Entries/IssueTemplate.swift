/// The words that a new issue is made with, each to be written anew before it is sent.
package enum IssueTemplate {
  private static let preheaderStart = "Les nouvelles et les rendez-vous "
  private static let preheaderEnd = ", en quelques lignes."

  /// - Parameter month: « de mars 2026 ».
  package static func preheader(_ month: String) -> String { preheaderStart + month + preheaderEnd }

  package static let body = "Bonjour,\n\nÀ bientôt !\n"

  package static func isPreheader(_ text: String) -> Bool {
    text.hasPrefix(preheaderStart) && text.hasSuffix(preheaderEnd)
  }

  /// Characters of what stands beside the subject: shorter, and mail programs add the start of the letter; longer, and they
  /// cut it.
  package static let preheaderLength = 30...150

  /// Characters of a subject that mail programs show, on a wide screen.
  package static let longestSubject = 70
}
