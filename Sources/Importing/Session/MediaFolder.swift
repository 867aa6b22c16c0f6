import Building
import Diagnostics
import Files
import Foundation
import Pictures
import Reading
import Site
import Text
import Threads

/// The files that texts show or lead to: found where the old site kept them, and copied to where the texts name them.
///
/// It is asked by many entries at once. Which name a file gets depends on those before it: an entry whose file is the first
/// of its name waits for its turn, so that names follow the order of the entries.
final class MediaFolder: Sendable {
  /// What became of a file.
  enum Outcome: Sendable {
    /// Its path from `Content/`.
    case landed(String)
    /// It is not there: the address to have it from.
    case missing(String)
    /// It is there and would not be published.
    case refused(Diagnostic)
  }

  private let root: String
  private let uploads: ConfinedFolder?
  private let isDry: Bool
  /// Where the generator of the old site kept what it copied as it was.
  private let generators: [String]
  private let state = Locked(State())

  private struct State {
    /// By address.
    var outcomes: [String: Outcome] = [:]
    /// Where files go, by where they come from; and the way back, in small letters.
    var targets: [String: String] = [:]
    var sources: [String: String] = [:]
    var fault: Fault?
    var copied = 0
  }

  /// Why a file could not be written, which ends everything.
  var fault: Fault? { state.withLock { $0.fault } }
  /// How many files were copied.
  var copied: Int { state.withLock { $0.copied } }

  /// - Parameters:
  ///   - root: the project.
  ///   - uploads: the folder where the old site kept its files; `nil` where there is none.
  init(root: String, uploads: String?, isDry: Bool) {
    self.root = root
    self.uploads = uploads.map(ConfinedFolder.init)
    self.isDry = isDry
    let themes = (try? self.uploads?.entries(of: "themes"))?.compactMap { String(validating: $0.name, as: UTF8.self) }
    generators = Self.generators + (themes ?? []).sorted().map { "themes/\($0)/static/" }
  }

  /// What becomes of the file that was at one of `addresses`, the likeliest first. Of pictures that the old site had made
  /// smaller, the original is taken.
  ///
  /// - Parameter turn: returns when all entries before have asked for theirs.
  func outcome(of addresses: [String], turn: () -> Void) throws -> Outcome {
    var missing: String?
    for address in addresses {
      let known = state.withLock { $0.outcomes[address] }
      let outcome = try known ?? find(address, turn)
      if known == nil { state.withLock { $0.outcomes[address] = outcome } }
      guard case .missing(let address) = outcome else { return outcome }
      missing = missing ?? address
    }
    return .missing(missing ?? addresses.first ?? "")
  }

  private func find(_ address: String, _ turn: () -> Void) throws -> Outcome {
    let path = PercentCoding.decoded(address.withoutQuery)
    let candidates = Self.originals(of: path)
    guard let uploads else { return .missing(OldSite.address(address, named: candidates.first ?? path)) }
    for candidate in candidates {
      for name in places(of: candidate) {
        guard let file = try? uploads.file(name) else { continue }
        turn()
        return try take(name, size: file.size, from: uploads)
      }
    }
    return .missing(OldSite.address(address, named: candidates.last ?? path))
  }

  /// `photo.jpg` before `photo-scaled.jpg` before `photo-1024x768.jpg`: WordPress keeps them all.
  static func originals(of path: String) -> [String] {
    guard let dot = path.lastIndex(of: "."), dot > (path.lastIndex(of: "/") ?? path.startIndex) else { return [path] }
    let (stem, ending) = (path[..<dot], path[dot...])
    func without(_ stem: Substring) -> Substring? {
      guard let dash = stem.lastIndex(of: "-") else { return nil }
      let tail = stem[stem.index(after: dash)...]
      let parts = tail.split(separator: "x", omittingEmptySubsequences: false)
      let isSize = parts.count == 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0.isASCII && $0.isNumber } }
      return isSize || tail == "scaled" || tail == "rotated" ? stem[..<dash] : nil
    }
    var names = [path]
    if let first = without(stem) {
      names.insert(first + String(ending), at: 0)
      if let second = without(first) {
        names.insert(second + String(ending), at: 0)
      } else {
        names.insert(first + "-scaled" + ending, at: 1)
      }
    }
    return names
  }

  /// Where generators of sites keep what they copy as it is, but for what belongs to a theme.
  private static let generators = ["static/", "content/", "assets/", "public/", "src/", "source/"]

  /// Paths below the folder of uploads that an address may mean, the fullest first.
  private func places(of path: String) -> [String] {
    let scheme = path.firstRange(of: "://")
    var steps = path[(scheme?.upperBound ?? path.startIndex)...].split(separator: "/").map(String.init)
    let host = scheme != nil && !steps.isEmpty ? steps.removeFirst() : nil
    if let start = steps.firstIndex(of: "uploads") { steps.removeSubrange(...start) }
    guard !steps.isEmpty, !steps.contains(where: { $0 == ".." || $0.hasPrefix(".") || $0.contains(":") }) else {
      return []
    }
    let relative = steps.joined(separator: "/")
    let places =
      (["", "wp-content/uploads/", "uploads/"] + generators).map { $0 + relative }
      + (1..<max(1, steps.count)).map { steps[$0...].joined(separator: "/") }
      // Programs that save whole sites put each into a folder of its name.
      + [host].compactMap { $0 }.map { $0 + "/" + relative }
    // Programs of a Mac part accents from their letters, in names of files or in what leads to them.
    return relative.holdsByte(where: \.beginsAccent) ? places + places.map(\.composed) : places
  }

  /// - Parameter name: its path from the folder of uploads.
  private func take(_ name: String, size: Int, from folder: ConfinedFolder) throws -> Outcome {
    if let target = state.withLock({ $0.targets[name] }) { return .landed(target) }
    let place = SourceLocation(file: name)
    if NotionPage.isTable(name) { return .refused(.importTableApart(place, file: name)) }
    let type = MediaType(ofFile: name)
    guard type?.origin != .program else { return .refused(.importFileOfOtherKind(place, file: name)) }
    var ending: String?
    if let type, type.origin == .attachment {
      guard size <= PictureSource.largestFile else {
        return .refused(.attachmentTooLarge(place, file: name, size: size))
      }
      if let problem = AttachmentRules.problem(with: name, in: folder, at: place) { return .refused(problem) }
    } else {
      switch PictureFailure.of(name, in: folder.path) {
      case nil: break
      // Old sites were not strict with the endings of pictures, and some gave them none.
      case .mislabelled(let format)?: ending = format.fileExtensions[0]
      case .unknownFormat? where type == nil: return .refused(.importFileOfOtherKind(place, file: name))
      case let failure?: return .refused(failure.diagnostic(of: name, at: place))
      }
    }
    let folderOfKind = type?.origin == .attachment ? "fichiers" : "images"
    let target = free(Self.slugged(name, in: folderOfKind, ending: ending), for: name)
    state.withLock { $0.targets[name] = target }
    do {
      if !isDry { try copy(name, from: folder, to: target) }
    } catch let fault as Fault {
      state.withLock { $0.fault = fault }
      throw fault
    }
    return .landed(target)
  }

  /// Folders that say nothing of what is in them.
  private static let passedOver: Set<String> = [
    "wp-content", "uploads", "static", "content", "assets", "public", "src", "source", "images", "img", "fichiers",
    "files",
  ]

  /// A name that is sound on every system: folders and file as slugs.
  ///
  /// - Parameter ending: what the file is; `nil` where its name says it.
  private static func slugged(_ name: String, in folder: String, ending: String?) -> String {
    var steps = name.split(separator: "/").map(String.init)
    let file = steps.removeLast()
    let dot = MediaType(ofFile: file) == nil ? file.endIndex : file.lastIndex(of: ".") ?? file.endIndex
    let stem = Folding.slug(String(file[..<dot]))
    steps = steps.map { Folding.slug(NotionPage.name($0) ?? $0) }.filter { !$0.isEmpty && !passedOver.contains($0) }
    return
      ([folder] + steps + [
        (stem.isEmpty ? "fichier" : String(stem.prefix(80))) + (ending.map { "." + $0 } ?? file[dot...].lowercased())
      ])
      .joined(separator: "/")
  }

  /// `target`, or with a number where another file has it. What stands there already and is the same file is taken for it.
  private func free(_ target: String, for source: String) -> String {
    let dot = target.lastIndex(of: ".") ?? target.endIndex
    var (name, number) = (target, 1)
    while true {
      if state.withLock({ $0.sources[name] }) == nil, !isOther(name, than: source) { break }
      number += 1
      name = target[..<dot] + "-\(number)" + target[dot...]
    }
    state.withLock { [name] in $0.sources[name] = source }
    return name
  }

  private func isOther(_ target: String, than source: String) -> Bool {
    let project = ConfinedFolder(root)
    guard let there = try? project.file("Content/" + target) else {
      return FileManager.default.fileExists(atPath: root + "/Content/" + target)
    }
    guard let uploads, let here = try? uploads.file(source), here.size == there.size else { return true }
    return (try? uploads.read(source, limit: PictureSource.largestFile))
      != (try? project.read("Content/" + target, limit: PictureSource.largestFile))
  }

  private func copy(_ name: String, from folder: ConfinedFolder, to target: String) throws {
    guard !FileManager.default.fileExists(atPath: root + "/Content/" + target) else { return }
    guard let bytes = try? folder.read(name, limit: PictureSource.largestFile) else { return }
    try NewFileWriter(root: root).create("Content/" + target, bytes)
    state.withLock { $0.copied += 1 }
  }
}
