import Foundation

/// Which place in Output is taken, and by which file, as a disk or a host sees it that holds `É` and `e` with an accent, or
/// `A` and `a`, to be the same.
struct PlaceRegister: Sendable {
  private(set) var files: [PublishedFile] = []
  private(set) var collisions: [Publication.Collision] = []
  /// By folded path.
  private var positions: [String: Int] = [:]
  /// Folded paths of the folders there are, each with a file in it.
  private var folders: [String: Int] = [:]

  /// Each file takes its place, unless another has it.
  mutating func add(_ more: [PublishedFile]) {
    files.reserveCapacity(files.count + more.count)
    positions.reserveCapacity(files.count + more.count)
    for file in more { add(file) }
  }

  /// The file takes its place, unless another has it.
  mutating func add(_ file: PublishedFile) {
    if let kept = owner(of: file.path) {
      collisions.append(Publication.Collision(kept: kept, refused: file))
    } else {
      insert(file)
    }
  }

  /// The register with `more` in it too.
  func adding(_ more: [PublishedFile]) -> PlaceRegister {
    var result = self
    result.add(more)
    return result
  }

  /// The file that has the place `path`, or stands where that would need a folder, or needs one where that would stand.
  func owner(of path: String) -> PublishedFile? {
    let folded = Self.folded(path)
    if let position = positions[folded] ?? folders[folded] { return files[position] }
    // A file in the way of one of the folders: only where that is not known to be one.
    var rest = folded[...]
    while let slash = rest.utf8.lastIndex(of: UInt8(ascii: "/")) {
      rest = rest[..<slash]
      let folder = String(rest)
      if folders[folder] != nil { return nil }
      if let position = positions[folder] { return files[position] }
    }
    return nil
  }

  private mutating func insert(_ file: PublishedFile) {
    let folded = Self.folded(file.path)
    positions[folded] = files.count
    var rest = folded[...]
    while let slash = rest.utf8.lastIndex(of: UInt8(ascii: "/")) {
      rest = rest[..<slash]
      if folders.updateValue(files.count, forKey: String(rest)) != nil { break }
    }
    files.append(file)
  }

  /// `path` in small letters and in Unicode's composed form (NFC); nearly all are in both already.
  static func folded(_ path: String) -> String {
    let isPlain = path.utf8.allSatisfy { $0 < 0x80 && !(UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    return isPlain ? path : path.lowercased().precomposedStringWithCanonicalMapping
  }
}
