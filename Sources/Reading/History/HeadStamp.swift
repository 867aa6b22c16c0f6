import Files
import Foundation

/// What the newest commit of a repository is read from, without starting git: as long as it stays the same, what git said of
/// the history still holds.
///
/// Only the usual form of a repository is looked into (gitrepository-layout(5)): a folder `.git` in the project's or above it,
/// with `HEAD`, the reference that it names, `packed-refs` and `shallow`. Of any other, a work tree beside its repository or
/// references in tables, nothing is known here, and git is asked.
struct HeadStamp: Sendable, Hashable {
  private let folder: String
  private let head: [UInt8]
  /// What the branch stands at: its own file or, where it has none, all that are packed together. Empty where `HEAD` names a
  /// commit itself.
  private let reference: [UInt8]
  private let shallow: [UInt8]?

  /// Bytes of one of these files at most.
  private static let largest = 4 << 20

  /// `nil` where nothing is known.
  init?(ofProjectAt root: String) {
    guard let real = realpath(root, nil) else { return nil }
    var folder = String(cString: real)
    free(real)
    while !ConfinedFolder(folder).hasFolder(".git") {
      guard stat(at: folder + "/.git") == nil, let slash = folder.lastIndex(of: "/"), slash != folder.startIndex else {
        return nil
      }
      folder = String(folder[..<slash])
    }
    let git = ConfinedFolder(folder + "/.git")
    func file(_ name: some StringProtocol) -> [UInt8]? { try? git.read(String(name), limit: Self.largest) }
    guard let head = file("HEAD") else { return nil }
    let words = String(decoding: head, as: UTF8.self)
    let branch = words.hasPrefix("ref: ") ? words.dropFirst(5).prefix { $0 != "\n" } : nil
    guard let reference = branch.map({ file($0) ?? file("packed-refs") }) ?? [] else { return nil }
    (self.folder, self.head, self.reference) = (folder, head, reference)
    shallow = file("shallow")
  }
}
