import Digests
import Files
import Foundation
import Text

/// A picture of the content, read and looked over: nothing is decoded yet.
package struct PictureSource: Sendable {
  /// The largest file that is read, in bytes.
  package static let largestFile = 100_000_000
  /// The most pixels that are decoded.
  static let mostPixels = 100_000_000

  /// From the project's root.
  let path: String
  let header: ImageHeader
  /// SHA-256 of the bytes, in hexadecimal.
  let digest: String
  /// Set for SVG alone.
  let drawing: SVGDrawing?

  init(path: String, root: String) throws(PictureFailure) {
    let bytes = try Self.bytes(of: path, root: root)
    guard let header = ImageHeader(bytes) else { throw LFSPointer.isOne(bytes) ? .notFetched : .unknownFormat }
    self.path = path
    self.header = header
    digest = Self.digest(bytes)
    if header.format == .svg {
      do throws(SVGFault) { drawing = try SVGDrawing(bytes) } catch { throw .drawing(error) }
    } else {
      drawing = nil
    }
    try check()
  }

  static func digest(_ bytes: [UInt8]) -> String { Hexadecimal.text(of: SHA256.digest(of: bytes)) }

  /// The file's bytes.
  static func bytes(of path: String, root: String) throws(PictureFailure) -> [UInt8] {
    do throws(ConfinedFolder.Failure) {
      return try ConfinedFolder(root).read(path, limit: largestFile)
    } catch {
      if case .tooLarge(let size) = error { throw .tooManyBytes(size) }
      throw .unreadable
    }
  }

  private func check() throws(PictureFailure) {
    if header.format != .svg {
      guard header.pixels <= Self.mostPixels else { throw .tooManyPixels(header.width, header.height) }
      guard !header.isDamaged || header.isAnimated else { throw .damaged }
      guard header.isComplete, header.width > 0, header.height > 0 else { throw .truncated }
      guard !header.isAnimated else { throw .animated }
    }
    // The last of all: who gives it another name has a picture that is sound.
    let ending = (path as NSString).pathExtension.lowercased()
    guard header.format.fileExtensions.contains(ending) else { throw .mislabelled(header.format) }
  }

  /// The beginning of the names of its files, as paths of the site: the file's own name and a hash of content and recipe.
  var publishedStem: String { publishedStem(by: "\(Recipe.version)") }

  func publishedStem(by recipe: String) -> String {
    let name = ((path as NSString).lastPathComponent as NSString).deletingPathExtension
    let slug = String(Folding.slug(name).prefix(60))
    let hash = Hexadecimal.text(of: SHA256.digest(of: "\(digest) \(recipe)".utf8)).prefix(12)
    return "/images/\(slug.isEmpty ? "image" : slug)-\(hash)"
  }
}
