import Files
import Foundation

/// What version `vipsthumbnail` said it is of, kept beside the cache so that it need not be started to look into it.
///
/// It stays true while the program's file does: a library that was replaced without the program is noticed a day later,
/// when something is to be made.
struct KnownVersion: Sendable, Hashable {
  private static let name = WorkingFolder.cache + "/vipsthumbnail"

  let version: String
  /// Seconds since 1970.
  let asked: Int

  /// Whether it may be used to make something, a day after at the most.
  func isFresh(at now: Int = Int(Date().timeIntervalSince1970)) -> Bool { (0..<86_400).contains(now - asked) }

  /// What is known of `program` in the project at `root`.
  init?(of program: VipsThumbnail, root: String) {
    guard let bytes = try? ConfinedFolder(root).read(Self.name, limit: 1024) else { return nil }
    let words = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace)
    guard words.count == 3, let stamp = Self.stamp(of: program), words[0] == stamp, let asked = Int(words[2]),
      words[1].allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == ".") })
    else { return nil }
    version = String(words[1])
    self.asked = asked
  }

  /// Asks `program`, and keeps the answer in the first project of `caches` that keeps it; `nil` where it does not run.
  init?(asking program: VipsThumbnail, _ caches: [PictureCache]) {
    let stamp = Self.stamp(of: program)
    guard let version = program.version() else { return nil }
    self.version = version
    asked = Int(Date().timeIntervalSince1970)
    guard let stamp else { return }
    let words = Data("\(stamp) \(version) \(asked)\n".utf8)
    for cache in caches where (try? cache.makePlace()) != nil {
      let file = URL(fileURLWithPath: cache.root + "/" + Self.name)
      if (try? words.write(to: file, options: .atomic)) != nil { return }
    }
  }

  private static func stamp(of program: VipsThumbnail) -> String? {
    // Of the program itself, where a link leads to it.
    var status = stat()
    guard stat(program.path, &status) == 0 else { return nil }
    var bytes = Array(program.path.utf8)
    FileStamp(status).withBytes { bytes += $0 }
    return PictureSource.digest(bytes)
  }
}
