import Files
import Foundation
import Markup

/// Pictures made once, kept in a folder that can be deleted at any time. Each has a folder of its own, which appears by one
/// `rename` when it is whole; so a build that is killed leaves nothing half made, and two builds do not hinder each other.
struct PictureCache: Sendable {
  /// Where it is, from the project's root.
  static let folder = ".cache/images"
  private static let index = "index"

  let root: String

  /// One file of a picture.
  struct File: Sendable, Hashable {
    var variant: Picture.Variant
    /// From the project's root.
    var source: String
  }

  /// The name of what `program` makes of a picture.
  static func key(_ source: PictureSource, _ program: VipsThumbnail) -> String {
    let version = program.version.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == ".") }
    return "\(source.digest)-\(Recipe.version)-\(version)"
  }

  /// The files of a picture, with paths of the site that begin with `stem`; `nil` where they are not all there.
  func files(_ key: String, stem: String) -> [File]? {
    let folder = Self.folder + "/" + key
    let project = ConfinedFolder(root)
    guard let index = try? project.read("\(folder)/\(Self.index)", limit: 1 << 16) else { return nil }
    var files: [File] = []
    for line in String(decoding: index, as: UTF8.self).split(separator: "\n") {
      let words = line.split(separator: " ")
      guard words.count == 4, let format = Picture.Variant.Format(rawValue: String(words[0])),
        let width = Int(words[1]),
        let height = Int(words[2]), let size = Int(words[3]), width > 0, height > 0
      else { return nil }
      let name = Self.name(format, width: width)
      // A project may come with a cache that somebody else filled: what is no such picture is made anew.
      guard let file = try? project.file("\(folder)/\(name)"), file.size == size,
        let start = try? file.read(atMost: 64), ImageHeader(start)?.format == format.imageFormat
      else { return nil }
      files.append(
        File(
          variant: Picture.Variant(format: format, width: width, height: height, path: "\(stem)-\(name)"),
          source: "\(folder)/\(name)"))
    }
    return files.isEmpty ? nil : files
  }

  /// Makes a folder, lets `make` write a picture's files into it and return them, and keeps it under `key`.
  func keep(
    _ key: String, _ make: (_ folder: String) throws(PictureFailure) -> [Picture.Variant: [UInt8]]
  ) throws(PictureFailure) {
    let base = root + "/" + Self.folder
    for folder in [".cache", Self.folder] where isLink(root + "/" + folder) {
      throw .cache(folder, "c’est un lien vers un autre dossier")
    }
    let temporary = "\(base)/.\(key.prefix(12))-\(getpid())-\(UInt32.random(in: 0 ... .max))"
    do {
      try FileManager.default.createDirectory(atPath: temporary, withIntermediateDirectories: true)
    } catch {
      throw .cache(base, SystemReason.words())
    }
    defer { try? FileManager.default.removeItem(atPath: temporary) }
    let made = try make(temporary)
    let kept = temporary + "/kept"
    do {
      try FileManager.default.createDirectory(atPath: kept, withIntermediateDirectories: false)
      var lines: [String] = []
      let order: [Picture.Variant.Format] = [.webp, .png, .jpeg]
      func place(_ variant: Picture.Variant) -> (Int, Int) {
        (order.firstIndex(of: variant.format) ?? order.count, variant.width)
      }
      for (variant, bytes) in made.sorted(by: { place($0.key) < place($1.key) }) {
        try Data(bytes).write(to: URL(fileURLWithPath: kept + "/" + Self.name(variant.format, width: variant.width)))
        lines.append("\(variant.format.rawValue) \(variant.width) \(variant.height) \(bytes.count)\n")
      }
      try Data(lines.joined().utf8).write(to: URL(fileURLWithPath: kept + "/" + Self.index))
    } catch {
      throw .cache(base, SystemReason.words())
    }
    guard rename(kept, base + "/" + key) != 0 else { return }
    // Another build made it meanwhile, and may be reading it: what is whole stays where it is.
    guard files(key, stem: "") == nil else { return }
    _ = rename(base + "/" + key, temporary + "/damaged")
    _ = rename(kept, base + "/" + key)
  }

  /// Removes what builds that were killed have left half made.
  ///
  /// - Parameter age: seconds after which nobody works on a folder any more; a picture has two minutes.
  func sweep(olderThan age: Double = 3600) {
    let base = root + "/" + Self.folder
    guard !isLink(root + "/.cache"), !isLink(base) else { return }
    for name in (try? FileManager.default.contentsOfDirectory(atPath: base)) ?? [] where name.hasPrefix(".") {
      guard let status = stat(at: "\(base)/\(name)"), status.isFolder,
        Double(time(nil) - status.st_mtim.tv_sec) > age
      else { continue }
      try? FileManager.default.removeItem(atPath: "\(base)/\(name)")
    }
  }

  private func isLink(_ path: String) -> Bool { stat(at: path)?.isLink ?? false }

  static func name(_ format: Picture.Variant.Format, width: Int) -> String {
    "\(width).\(format == .jpeg ? "jpg" : format.rawValue)"
  }
}
