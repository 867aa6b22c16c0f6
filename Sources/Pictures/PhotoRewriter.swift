import Files
import Foundation

/// Rewrites a photograph before it is kept for ever in a repository: upright, no larger than a site needs, without a word
/// of where, when and with what it was taken.
package struct PhotoRewriter: Sendable {
  /// The longest side, in pixels.
  package static let longestSide = 2400

  package enum Outcome: Sendable, Hashable {
    /// There is nothing to take away: the file is as it was, byte for byte.
    case unchanged
    /// The file was replaced: bytes before and after.
    case rewritten(before: Int, after: Int)
    /// The format can't be written; a file beside it, named here, is to take its place. The old one is as it was.
    case written(String, before: Int, after: Int)
  }

  private let program: VipsThumbnail

  package init(searchPath: String) throws(PictureFailure) {
    guard let program = VipsThumbnail(searchPath: searchPath) else { throw .programMissing }
    self.program = program
  }

  /// Rewrites the file at `path`. It is replaced at once: killed at any instant, the old or the new file is there, whole.
  ///
  /// - Parameter keepsOriginal: whether the old file stays, under the name that ``keptName(of:)`` gives; nothing that stands
  ///   there is written over.
  package func rewrite(_ path: String, keepsOriginal: Bool = false) throws(PictureFailure) -> Outcome {
    let file = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    let folder = file.deletingLastPathComponent().path
    let source = try PictureSource(path: file.lastPathComponent, root: folder)
    let header = source.header
    let isUpright = header.orientation == 1 && max(header.width, header.height) <= Self.longestSide
    guard header.format != .svg, !(isUpright && !header.hasMetadata) else { return .unchanged }

    let bytes = try PictureSource.bytes(of: file.lastPathComponent, root: folder)
    let (format, options) = Self.target(header.format)
    let result = try shrunk(bytes, header, to: format, options)
    let isSame = format == header.format
    let destination =
      isSame ? file : file.deletingPathExtension().appendingPathExtension(format.fileExtensions[0])
    guard isSame || !FileManager.default.fileExists(atPath: destination.path) else {
      throw .cache(destination.path, SystemReason.words(EEXIST))
    }
    let kept = isSame && keepsOriginal ? try keep(file) : nil
    do throws(PictureFailure) { try replace(destination, with: result) } catch {
      if let kept { unlink(kept) }
      throw error
    }
    return isSame
      ? .rewritten(before: bytes.count, after: result.count)
      : .written(destination.lastPathComponent, before: bytes.count, after: result.count)
  }

  /// `jardin.original.jpg` for `jardin.jpg`.
  package static func keptName(of path: String) -> String {
    let name = path as NSString
    return "\(name.deletingPathExtension).original.\(name.pathExtension)"
  }

  /// The photographs in `folder` and the folders below it, in the order of their names; hidden ones, links and originals
  /// that were kept are none of them. `nil` where it can't be looked into.
  package static func photographs(in folder: String) -> [String]? {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return nil }
    let endings = Set(ImageHeader.Format.allCases.filter { $0 != .svg }.flatMap(\.fileExtensions))
    return names.sorted().filter { !$0.hasPrefix(".") }.flatMap { name -> [String] in
      let path = (folder as NSString).appendingPathComponent(name)
      guard let status = stat(at: path) else { return [] }
      if status.isFolder { return photographs(in: path) ?? [] }
      let parts = name.lowercased().split(separator: ".")
      guard status.isFile, parts.count > 1, endings.contains(String(parts[parts.count - 1])),
        parts[parts.count - 2] != "original"
      else { return [] }
      return [path]
    }
  }

  /// Gives the file its second name; returns it.
  private func keep(_ file: URL) throws(PictureFailure) -> String {
    let name = Self.keptName(of: file.path)
    if link(file.path, name) == 0 { return name }
    if errno != EEXIST {
      // Sticks and cards know no second names.
      do {
        try FileManager.default.copyItem(atPath: file.path, toPath: name)
        return name
      } catch {}
    }
    throw .cache(name, SystemReason.words(access(name, F_OK) == 0 ? EEXIST : errno))
  }

  private static func target(_ format: ImageHeader.Format) -> (ImageHeader.Format, [String]) {
    switch format {
    case .png, .gif: return (.png, ["compression=9"])
    case .webp: return (.webp, ["Q=88"])
    case .jpeg, .heic, .avif, .svg: return (.jpeg, ["Q=88", "optimize-coding", "interlace"])
    }
  }

  private func shrunk(
    _ bytes: [UInt8], _ header: ImageHeader, to format: ImageHeader.Format, _ options: [String]
  ) throws(PictureFailure) -> [UInt8] {
    guard let folder = WorkingFolder() else { throw .cache(WorkingFolder.parent, SystemReason.words()) }
    let name = "result." + format.fileExtensions[0]
    try Development(program: program, folder: folder.path).develop(
      bytes, header, toFit: Self.longestSide, Self.longestSide, to: name, options: options)
    guard let data = FileManager.default.contents(atPath: folder.path + "/" + name),
      let result = MetadataStripping.stripped([UInt8](data), format), let header = ImageHeader(result),
      header.isComplete, !header.hasMetadata
    else { throw .undecodable("") }
    return result
  }

  private func replace(_ file: URL, with bytes: [UInt8]) throws(PictureFailure) {
    let permissions = (try? FileManager.default.attributesOfItem(atPath: file.path))?[.posixPermissions]
    do {
      try Data(bytes).write(to: file, options: .atomic)
      if let permissions {
        try? FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: file.path)
      }
    } catch {
      throw .cache(file.path, SystemReason.words())
    }
  }
}
