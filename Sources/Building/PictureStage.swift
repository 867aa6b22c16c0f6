import Diagnostics
import Files
import Foundation
import Markup
import Pictures
import Presenting
import Publishing
import Reading
import Site

/// Hears how many of the pictures that have to be made are done, and of how many; from any thread.
package typealias PictureProgress = @Sendable (_ done: Int, _ total: Int) -> Void

/// What stands between reading and publishing: the pictures that the content refers to are made fit to publish.
struct PictureStage {
  /// The site with its pictures.
  var site: Site
  /// Their files.
  var files: [PublishedFile]
  /// What is to be reported about them, where the content refers to them.
  var diagnostics: [Diagnostic]

  /// Throws a `Fault` where the machine can't keep what is made.
  ///
  /// - Parameter isMaking: whether the files are made; else the pictures are only looked at, and ``files`` are not to be
  ///   written.
  static func run(
    _ site: Site, _ read: ReadingResult, theme: any Theme, root: String, isMaking: Bool, environment: [String: String],
    watchdog: Watchdog?, memory: PictureMemory,
    progress: @escaping PictureProgress
  ) async throws -> PictureStage {
    let references = read.pictures
    let path = environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
    let workshop = PictureWorkshop(root: root, searchPath: path, watchdog: watchdog, memory: memory)
    let sources = references.map(\.source)
    let prepared =
      isMaking
      ? await workshop.prepare(
        sources, cuts: PictureCuts.wanted(by: site, references, ground: theme.ground(of: site.settings)),
        progress: progress)
      : await workshop.inspect(sources)

    if let failure = prepared.failures.values.first(where: \.isOfMachine) {
      let diagnostic = failure.diagnostic(of: "", at: SourceLocation(file: ""))
      throw Fault(diagnostic.message, hint: diagnostic.hint, status: Fault.inputOutput)
    }
    var pictures: [String: Picture] = [:]
    var missing: Set<String> = []
    for reference in references {
      if let picture = prepared.pictures[reference.source] {
        pictures[reference.address] = picture
      } else {
        missing.insert(reference.address)
      }
    }
    var shown = site.showing(pictures, missing: missing, in: Set(references.map(\.place.file)))
    var files = prepared.files
    if isMaking, let drawing = theme.card(of: site.settings, logo: embedded(shown.settings.logo, prepared)),
      let (card, file) = workshop.card(drawing: drawing, name: "carte")
    {
      shown.settings.card = card
      files.append(file)
    }
    return PictureStage(
      site: shown, files: files.compactMap { published($0, root: root) }, diagnostics: remarks(on: references, prepared)
    )
  }

  private static func content(_ file: PreparedPictures.File, root: String) -> PublishedFile.Content {
    if file.folder == URL(fileURLWithPath: root).path { return .copy(of: file.source) }
    return .rendered { try ConfinedFolder(file.folder).read(file.source, limit: PictureSource.largestFile) }
  }

  /// The site's logo, to be drawn in something else.
  private static func embedded(_ logo: Image?, _ prepared: PreparedPictures) -> EmbeddedPicture? {
    guard let picture = logo?.picture, let variant = picture.best(picture.safeFormat, width: 900),
      let file = prepared.files.first(where: { $0.path == variant.path }),
      let bytes = try? ConfinedFolder(file.folder).read(file.source, limit: PictureSource.largestFile)
    else { return nil }
    return EmbeddedPicture(
      address: "data:\(variant.format.mediaType);base64,\(Data(bytes).base64EncodedString())", width: variant.width,
      height: variant.height)
  }

  private static func remarks(on references: [PictureReference], _ prepared: PreparedPictures) -> [Diagnostic] {
    var result: [Diagnostic] = []
    if case .cache(let path, let reason) = prepared.keptElsewhere {
      result.append(.picturesKeptElsewhere(path: path, reason: reason))
    }
    let unmade = prepared.failures.count { $0.value == .programMissing }
    if unmade > 0 { result.append(.pictureToolMissing(count: unmade)) }
    var warned: Set<String> = []
    for reference in references {
      let source = reference.source
      if let failure = prepared.failures[source], failure != .programMissing {
        result.append(failure.diagnostic(of: source, at: reference.place))
      }
      if prepared.headers[source]?.hasPosition == true, warned.insert(source).inserted {
        result.append(.pictureWithPosition(reference.place, file: source))
      }
    }
    return result
  }

  /// A drawing is looked into once more where its bytes leave for the site: it may have been saved meanwhile.
  private static func published(_ file: PreparedPictures.File, root: String) -> PublishedFile? {
    let path = SitePath(file.path)
    if file.path.hasSuffix(".svg") {
      return PublishedFile(drawing: path, of: file.source) {
        do throws(PictureFailure) {
          return try InspectedDrawing.bytes(of: file.source, root: root)
        } catch {
          throw Fault(
            error.diagnostic(of: file.source, at: SourceLocation(file: file.source)).message,
            hint: "Ce fichier a changé pendant la fabrication\u{A0}: relancez la commande.", status: Fault.inputOutput)
        }
      }
    }
    return PublishedFile(picture: path, of: file.source, content: content(file, root: root))
  }
}
