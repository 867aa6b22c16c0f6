import Diagnostics
import Reading
import Site
import Text
import Time

/// An entry as a source has it.
struct ImportItem: Sendable {
  enum Text: Sendable {
    case none
    /// - Parameters:
    ///   - base: the address that what it names is relative to.
    ///   - breaksAtLineEnds: see `HTMLTextOptions`.
    case html(String, base: String, breaksAtLineEnds: Bool)
    /// - Parameter base: the address that what it names is relative to.
    case markdown(String, base: String)
  }

  enum Value: Sendable {
    /// As a text field.
    case text(String)
    /// As it is to stand behind the key.
    case plain(String)
    /// Members of a list of texts.
    case texts([String])
    /// Lines below the key, without their indentation.
    case lines([String])
    /// Another entry, by its origin; several where the key holds a list.
    case references([String], isList: Bool)
    /// A picture, by its address.
    case picture(String, alternative: FieldKey, words: String?)
  }

  var outline: ImportOutline
  var fields: [(key: FieldKey, value: Value)] = []
  /// Of all that it says, to see at the next import whether that has changed; see ``ImportMemory/fingerprint(of:)``.
  var fingerprint = ""
  var text = Text.none
  /// Notes of its text that are kept apart from it, in HTML, by what their marks call them.
  var notes: [String: String] = [:]
  var remarks: [Diagnostic] = []
  /// Whether it is not to be published, and why, in French.
  var draft: String?
  /// Why it is a draft, where the old site said nothing else.
  static let unpublished = "il n’était pas publié sur l’ancien site"
  static let reserved = "l’ancien site en réservait une partie à ses membres"
  static func inState(_ state: String) -> String { "son état sur l’ancien site était « \(state) »" }
  /// Whether the date that it has is not its own: nobody must read it so.
  var dateless = false

  init(_ outline: ImportOutline) { self.outline = outline }

  /// Adds a text where there is one.
  mutating func add(_ key: FieldKey, _ text: String?) {
    let cleaned = WrittenText.cleaned(text ?? "")
    if !cleaned.isEmpty { fields.append((key, .text(key == .place ? WrittenText.place(cleaned) : cleaned))) }
  }

  mutating func add(_ key: FieldKey, _ date: PartialDate?) {
    if let date { fields.append((key, .plain(SpokenDate.written(date)))) }
  }

  /// - Parameter title: as the source has it, see ``HTMLWords/title(_:of:)``.
  mutating func remarkTitle(made title: String) {
    if HTMLWords.text(of: title).isEmpty { remarks.append(.importTitleMade(SourceLocation(file: ""))) }
  }

  /// Adds the date of a news item; where nobody knows it, one that is seen to be none, and a remark.
  mutating func addNewsDate(_ date: PartialDate?) {
    add(.date, date ?? .year(1970))
    guard date == nil else { return }
    dateless = true
    remarks.append(.importDateUnknown(SourceLocation(file: "")))
  }

  /// Adds where to go, or whom to write to or to ring up, where it is that.
  mutating func add(_ key: FieldKey, address: String?) {
    guard let text = address.map(WrittenText.cleaned) else { return }
    let isContact = key == .registration && (EmailAddress(text) != nil || PhoneNumber(text) != nil)
    if isContact { return add(key, text) }
    guard !text.contains(where: \.isWhitespace) else { return }
    if !OldSite(text).host.isEmpty, WebAddress(text) != nil { return add(key, text) }
    if let whole = WebAddress.completed(text) { add(key, whole) }
  }

  /// Adds what it costs: words as they are, a number with its currency.
  ///
  /// - Parameter currency: its sign, or its code (ISO 4217); `nil` where nobody says it.
  mutating func addPrice(_ text: String, currency: String? = nil) {
    let text = WrittenText.cleaned(text)
    guard text.wholeMatch(of: /\d+(?:[.,]\d+)?/) != nil else { return add(.price, text) }
    if text.allSatisfy({ "0.,".contains($0) }) { return add(.price, "Gratuit") }
    let sign = currency.flatMap { $0.isEmpty || $0 == "EUR" ? nil : $0 } ?? "€"
    add(.price, text.replacing(".", with: ",") + " " + sign)
  }

  mutating func add(_ key: FieldKey, list: [String]) {
    // A tag needs a letter or a digit to have an address; the sign before it is what other programs show it with.
    let cleaned = list.map(WrittenText.cleaned).map { key == .tags ? String($0.trimmingPrefix("#")) : $0 }
      .filter { !(key == .tags ? Folding.slug($0) : $0).isEmpty }
    if !cleaned.isEmpty { fields.append((key, .texts(cleaned))) }
  }
}

/// Where entries come from. It is gone through twice: first for what there is, so that each text can lead to any other, then
/// for the texts, one after the other, so that those of a large source need not wait in memory.
protocol ImportSource: Sendable {
  /// What it is, in French: « export WordPress ».
  var name: String { get }

  /// The folder where it keeps its pictures and files itself; `nil` where they are elsewhere.
  var files: String? { get }

  func survey() throws -> ImportSurvey

  /// Gives each entry of the survey to `body`, in any order.
  func forEach(_ body: (ImportItem) throws -> Void) throws
}
