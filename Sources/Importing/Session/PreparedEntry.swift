import Diagnostics

/// An entry on its way into a file, when all that depends on other entries is known.
struct PreparedEntry: Sendable {
  var outline: EntryComposer.Outline
  var place: ImportPlan.Place
  var title: String
  /// Where it was; empty where that is not known.
  var address: String
  var origin: String
  /// Of what the source said.
  var fingerprint: String

  /// The bytes of the file, with the line that remembers where it came from.
  func finished() -> FinishedEntry {
    let composed = outline.composed()
    return FinishedEntry(
      bytes: Array(ImportMemory.remembering(origin, fingerprint, in: composed.text).utf8),
      written: ImportOutcome.Written(
        path: place.path, title: title, address: address, kind: place.key.kind, isDraft: composed.isDraft),
      remarks: composed.remarks, lostAddresses: composed.lostAddresses)
  }
}

/// The file of an entry, to be written.
struct FinishedEntry: Sendable {
  var bytes: [UInt8]
  var written: ImportOutcome.Written
  var remarks: [Diagnostic]
  /// Earlier addresses that can't be kept.
  var lostAddresses: [String]
}
