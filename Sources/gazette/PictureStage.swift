import Diagnostics
import Files
import Foundation
import Markup
import Pictures
import Publishing
import Reading
import Site

/// What stands between reading and publishing: the pictures that the content refers to are made fit to publish.
struct PictureStage {
  /// The site with its pictures.
  var site: Site
  /// Their files.
  var files: [PublishedFile]
  /// What is to be told of them, where the content refers to them.
  var diagnostics: [Diagnostic]

  /// Throws a `Fault` where the machine can't keep what is made.
  ///
  /// - Parameter isMaking: whether the files are made; else the pictures are only looked at, and ``files`` are not to be
  ///   written.
  static func run(
    _ site: Site, _ read: ReadingResult, root: String, isMaking: Bool, watchdog: Watchdog?
  ) async throws -> PictureStage {
    let references = read.pictures
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
    let workshop = PictureWorkshop(root: root, searchPath: path, watchdog: watchdog)
    let sources = references.map(\.source)
    let prepared =
      isMaking
      ? await workshop.prepare(sources) { done, total in
        Terminal.progress(done < total ? "Images préparées : \(done) sur \(total)…" : "")
      } : await workshop.inspect(sources)

    if let failure = prepared.failures.values.first(where: \.isOfMachine) {
      let diagnostic = failure.diagnostic(of: "", at: SourcePlace(file: ""))
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
    let disguised = site.attachments.compactMap { attachment in
      format(of: attachment, root: root).map { (attachment, $0) }
    }
    missing.formUnion(disguised.map(\.0.path.text))
    return PictureStage(
      site: site.showing(pictures, missing: missing),
      files: prepared.files.map {
        PublishedFile(path: SitePath($0.path).outputFile, content: .copy(of: $0.source))
      },
      diagnostics: remarks(on: references, prepared)
        + disguised.map { attachment, format in
          let file = attachment.source
          return .disguisedPicture(SourcePlace(file: file), file: file, format: format.rawValue.uppercased())
        })
  }

  private static func remarks(on references: [PictureReference], _ prepared: PreparedPictures) -> [Diagnostic] {
    var result: [Diagnostic] = []
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

  /// The format of a photograph under the name of something else: as it is it would tell all that it has to tell.
  private static func format(of attachment: Attachment, root: String) -> ImageHeader.Format? {
    guard let file = try? ConfinedFolder(root).file(attachment.source), let start = try? file.read(atMost: 1024),
      let format = ImageHeader(start)?.format
    else { return nil }
    return format == .svg ? nil : format
  }
}
