import Diagnostics
import Files
import Site
import Text

/// Which files of the content are published beside its texts, and where. What kinds there are, ``MediaType`` says; a file is
/// judged by the name that it is published under, which has the same ending as its own.
package enum AttachmentRules {
  enum Check: Sendable {
    /// With its size in bytes.
    case accepted(Int)
    case refused(Refusal)
  }

  enum Refusal: Sendable {
    case otherKind
    case withoutExtension
    case unreadable
    /// Bytes it has.
    case tooLarge(Int)
    /// Its bytes are not those of its kind; what they are, where that is known.
    case disguised(String?)
    /// Only a pointer of Git LFS stands there.
    case notFetched

    func diagnostic(_ place: SourceLocation, file: String) -> Diagnostic {
      switch self {
      case .otherKind: .attachmentOfOtherKind(place, file: file, allowed: AttachmentRules.allowed)
      case .withoutExtension: .attachmentWithoutExtension(place, file: file)
      case .unreadable: .attachmentUnreadable(place, file: file)
      case .tooLarge(let size): .attachmentTooLarge(place, file: file, size: size)
      case .notFetched: .lfsPointer(place, file: file)
      case .disguised(let actual): .attachmentDisguised(place, file: file, actual: actual)
      }
    }
  }

  /// The endings that messages name.
  private static let allowed = MediaType.all.filter { $0.origin == .attachment }.compactMap(\.extensions.first).sorted()

  /// Other files that hold photographs, with all that these may give away: a link to one is a link to a picture.
  private static let otherPictures: Set<String> = [
    "tif", "tiff", "bmp", "jp2", "jxl", "dng", "cr2", "nef", "arw", "psd",
  ]

  /// Endings of files that people try to publish and that are not.
  private static let otherFiles: Set<String> = [
    "htm", "xhtml", "php", "json", "kml", "exe", "rar", "7z", "docm", "xlsm", "pages", "numbers", "key",
  ]

  /// Whether the file can be shown in a page.
  static func isImage(_ file: ContentFile) -> Bool { MediaType(ofFile: file.name)?.origin == .picture }

  /// Whether the file is published as a picture, never as it is.
  static func isPicture(_ file: ContentFile) -> Bool {
    isImage(file) || otherPictures.contains(file.fileExtension)
  }

  /// Bytes; larger files are reported.
  static let heavy = 5_000_000

  /// Whether the last part of a path looks like the name of a file that could be published.
  static func isFileName(_ path: String) -> Bool {
    let file = ContentFile(path: path)
    return MediaType(ofFile: file.name) != nil || isPicture(file) || otherFiles.contains(file.fileExtension)
  }

  static func check(_ file: ContentFile, root: String) -> Check {
    if file.fileExtension.isEmpty { return .refused(.withoutExtension) }
    return check(file.shownPath, in: ConfinedFolder(root))
  }

  /// What is to be reported of the file at `path` in `folder` where it can't be published as it is.
  package static func problem(
    with path: String, in folder: ConfinedFolder, at place: SourceLocation
  ) -> Diagnostic? {
    guard case .refused(let reason) = check(path, in: folder) else { return nil }
    return reason.diagnostic(place, file: path)
  }

  private static func check(_ path: String, in folder: ConfinedFolder) -> Check {
    guard let type = MediaType(ofFile: path), type.origin == .attachment else { return .refused(.otherKind) }
    guard let opened = try? folder.file(path) else { return .refused(.unreadable) }
    guard let length = type.inspectedLength(ofSize: opened.size) else { return .refused(.tooLarge(opened.size)) }
    guard let bytes = try? opened.read(atMost: length) else { return .refused(.unreadable) }
    guard !LFSPointer.isOne(bytes) else { return .refused(.notFetched) }
    guard type.agrees(with: bytes) else { return .refused(.disguised(MediaType.name(byBytes: bytes))) }
    return .accepted(opened.size)
  }

  /// Beside the entry's page where the file stands in the entry's folder or below it, else under `/fichiers/`.
  static func address(of file: ContentFile, for origin: LinkOrigin) -> SitePath {
    let parent = origin.file.parent
    let page = origin.page
    if page != .home, file.path.hasPrefix(parent + "/") {
      return page.appending(slugged(String(file.path.dropFirst(parent.count + 1))))
    }
    return SitePath("/fichiers/" + slugged(file.path))
  }

  /// The path with every step as a slug, the ending kept: of those that are published each is its own slug.
  private static func slugged(_ path: String) -> String {
    var steps = path.split(separator: "/").map(String.init)
    guard let name = steps.popLast() else { return "" }
    let fileExtension = ContentFile(path: name).fileExtension
    let stem = Folding.slug(String(name.dropLast(fileExtension.count + 1)))
    let folders = steps.map { Folding.slug($0) }.map { $0.isEmpty ? "dossier" : $0 }
    return (folders + [(stem.isEmpty ? "fichier" : stem) + "." + fileExtension]).joined(separator: "/")
  }
}
