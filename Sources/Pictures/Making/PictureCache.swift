import Files
import Foundation
import Markup

/// Pictures made once, kept in a folder that can be deleted at any time. Each has a folder of its own, which appears by one
/// `rename` when it is whole; so a build that is killed leaves nothing half made, and two builds do not hinder each other.
struct PictureCache: Sendable {
  /// Where it is, from the project's root.
  static let folder = WorkingFolder.cache + "/images"
  private static let index = "index"

  let root: String
  /// Whether ``root`` stands where anybody may put something, and has to be ours alone.
  let isShared: Bool

  init(root: String, isShared: Bool = false) {
    self.root = root
    self.isShared = isShared
  }

  /// A picture is dropped when no build has used it for so many days.
  static let days = 30

  /// Where what the project at `root` can't keep is kept, so that it costs time once and not at each build: a folder among
  /// those for what is temporary that is ours alone. `nil` where somebody else was there first.
  static func temporary(for root: String) -> PictureCache? {
    let name = "gazette-\(getuid())-\(PictureSource.digest(Array(root.utf8)).prefix(16))"
    let folder = URL(fileURLWithPath: NSTemporaryDirectory()).path + "/" + name
    let cache = PictureCache(root: folder, isShared: true)
    return stat(at: folder) == nil || cache.isOurs ? cache : nil
  }

  private var isOurs: Bool {
    guard isShared else { return true }
    guard let status = stat(at: root) else { return false }
    return status.isFolder && status.st_uid == getuid() && status.st_mode & 0o077 == 0
  }

  /// One file of a picture.
  struct File: Sendable, Hashable {
    var variant: Picture.Variant
    /// From ``folder``.
    var source: String
    /// The cache's ``PictureCache/root``.
    var folder: String
  }

  /// The name of what a version of the program makes of a picture: the files for pages, or one cut.
  static func key(_ digest: String, _ cut: PictureCut?, _ version: String) -> String {
    "\(digest)-\(cut?.recipe ?? "\(Recipe.version)")-\(version)"
  }

  /// Where the files of `key` are kept.
  func path(of key: String) -> String { "\(root)/\(Self.folder)/\(key)" }

  /// The files of a picture, whose variants have no path, for the cache knows no site; `nil` where they are not all there.
  /// That they were used is noted once a day.
  func files(_ key: String) -> [File]? {
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
          variant: Picture.Variant(format: format, width: width, height: height, path: ""),
          source: "\(folder)/\(name)", folder: root))
    }
    if files.isEmpty { return nil }
    noteUse(of: key)
    return files
  }

  /// Makes a folder, lets `make` write a picture's files into it and return them, and keeps it under `key`.
  func keep(
    _ key: String, _ make: (_ folder: String) throws(PictureFailure) -> [Picture.Variant: [UInt8]]
  ) throws(PictureFailure) {
    let base = root + "/" + Self.folder
    try makePlace()
    let temporary = "\(base)/.\(key.prefix(12))-\(getpid())-\(UInt32.random(in: 0 ... .max))"
    do {
      try FileManager.default.createDirectory(atPath: temporary, withIntermediateDirectories: false)
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
    guard files(key) == nil else { return }
    _ = rename(base + "/" + key, temporary + "/damaged")
    _ = rename(kept, base + "/" + key)
  }

  /// The time of an index says when its picture was used last: unlike the time of reading, which many disks do not keep, it
  /// is ours to set, and goes along into copies and archives of the cache.
  func noteUse(of key: String) {
    let index = path(of: key) + "/" + Self.index
    guard let status = stat(at: index), abs(age(status)) > 86_400 else { return }
    utimes(index, nil)
  }

  /// Seconds since it was written.
  private func age(_ status: stat) -> Double { Double(time(nil) - status.st_mtim.tv_sec) }

  /// Does once a day what ``sweep(leftovers:)`` does.
  func sweepDaily() {
    let mark = root + "/" + Self.folder + "-swept"
    guard isInPlace else { return }
    if let status = stat(at: mark), abs(age(status)) < 86_400 { return }
    // Where no mark can be left nothing can be removed either.
    unlink(mark)
    let descriptor = open(mark, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { return }
    close(descriptor)
    sweep()
  }

  /// Removes what no build of the last ``days`` has used, and what builds that were killed have left half made. To be called
  /// when a build has looked up what it uses.
  ///
  /// - Parameter leftovers: seconds after which nobody works on a folder any more; a picture has two minutes.
  func sweep(leftovers: Double = 3600) {
    guard isInPlace else { return }
    let base = root + "/" + Self.folder
    for name in (try? FileManager.default.contentsOfDirectory(atPath: base)) ?? [] {
      let folder = "\(base)/\(name)"
      guard let status = stat(at: folder), status.isFolder else { continue }
      let isOver =
        name.hasPrefix(".")
        ? age(status) >= leftovers
        : age(stat(at: folder + "/" + Self.index) ?? status) > Double(Self.days) * 86_400
      if isOver { try? FileManager.default.removeItem(atPath: folder) }
    }
  }

  /// Makes its folders where they are not there.
  func makePlace() throws(PictureFailure) {
    for folder in [WorkingFolder.cache, Self.folder] where isLink(root + "/" + folder) {
      throw .cache(folder, "c’est un lien vers un autre dossier")
    }
    if isShared { mkdir(root, 0o700) }
    guard isOurs else { throw .cache(root, SystemReason.words(EEXIST)) }
    for folder in [WorkingFolder.cache, Self.folder] where mkdir(root + "/" + folder, 0o777) != 0 && errno != EEXIST {
      throw .cache(root + "/" + Self.folder, SystemReason.words())
    }
    guard isInPlace else { throw .cache(root + "/" + Self.folder, SystemReason.words(ENOTDIR)) }
  }

  /// Whether it is there, and no link leads elsewhere.
  var isInPlace: Bool { ConfinedFolder(root).hasFolder(Self.folder) }

  private func isLink(_ path: String) -> Bool { stat(at: path)?.isLink ?? false }

  static func name(_ format: Picture.Variant.Format, width: Int) -> String {
    "\(width).\(format == .jpeg ? "jpg" : format.rawValue)"
  }
}
