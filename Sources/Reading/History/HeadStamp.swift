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
  /// What the branch stands at; `nil` where it is among the packed references.
  private let reference: [UInt8]?
  private let packed: [UInt8]?
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
    func file(_ name: String) -> [UInt8]? { try? git.read(name, limit: Self.largest) }
    guard let head = file("HEAD") else { return nil }
    self.folder = folder
    self.head = head
    packed = file("packed-refs")
    shallow = file("shallow")
    let prefix = "ref: "
    let words = String(decoding: head, as: UTF8.self)
    if words.hasPrefix(prefix) {
      reference = file(String(words.dropFirst(prefix.count).prefix { $0 != "\n" }))
      if reference == nil, packed == nil { return nil }
    } else {
      reference = nil
    }
  }
}
