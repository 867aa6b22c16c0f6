import Building
import Diagnostics
import Files
import Foundation
import Pictures
import Site
import Text

/// The files that came with an entry, as they may be kept: photographs rewritten, each under a sound name, where nothing was.
final class ReceivedFiles {
  /// A file that waits in a folder of its own.
  private struct Waiting {
    /// As it was sent.
    var sentName: String
    /// Its name in the folder.
    var name: String
    var isPhotograph: Bool
    var isTaken = false
  }

  private let folder: WorkingFolder
  private let media: MediaFolder
  private var waiting: [Waiting] = []
  /// What became of files, for whoever receives them.
  private(set) var remarks: [Diagnostic] = []
  /// The shorter side, in pixels, from which a picture that no text names is taken for a photograph, and not for the drawing
  /// below somebody's name.
  private static let leastSide = 300
  private static let mostFiles = 40

  init(_ files: [ReceivedMessage.File], root: String, environment: [String: String]) throws {
    guard let folder = WorkingFolder() else { throw Self.unwritable }
    self.folder = folder
    media = MediaFolder(root: root, uploads: folder.path, isDry: false)
    let rewriter: PhotoRewriter?
    do throws(PictureFailure) {
      rewriter = try PhotoRewriter(searchPath: environment["PATH"] ?? "/usr/bin:/bin")
    } catch {
      rewriter = nil
    }
    for file in files.prefix(Self.mostFiles) where !Self.isText(file.name) { try add(file, rewriter) }
    if files.count > Self.mostFiles { remarks.append(.receivedTooManyFiles(kept: Self.mostFiles)) }
  }

  private static var unwritable: Fault {
    Fault("Impossible d’écrire dans « \(WorkingFolder.parent) ».", status: Fault.inputOutput)
  }

  private static func isText(_ name: String) -> Bool {
    ["md", "markdown", "ics", "vcf", "asc", "sig", "p7s", "eml"].contains((name as NSString).pathExtension.lowercased())
      || name.lowercased() == "winmail.dat"
  }

  private func add(_ file: ReceivedMessage.File, _ rewriter: PhotoRewriter?) throws {
    let header = ImageHeader(file.bytes)
    let ending = header?.format.fileExtensions[0] ?? (file.name as NSString).pathExtension.lowercased()
    let stem = Folding.slug(((file.name as NSString).lastPathComponent as NSString).deletingPathExtension)
    var name = "\(stem.isEmpty ? "fichier" : String(stem.prefix(60))).\(ending)"
    guard MediaType(ofFile: name).map({ $0.origin != .program }) ?? false else {
      remarks.append(.receivedFileLeft(file: file.name))
      return
    }
    while waiting.contains(where: { $0.name == name }) { name = "autre-" + name }
    let path = folder.path + "/" + name
    do { try Data(file.bytes).write(to: URL(fileURLWithPath: path)) } catch {
      throw Self.unwritable
    }
    guard let header, header.format != .svg else {
      waiting.append(Waiting(sentName: file.name, name: name, isPhotograph: false))
      return
    }
    do throws(PictureFailure) {
      guard let rewriter else { throw .programMissing }
      if case .written(let other, _, _) = try rewriter.rewrite(path) { name = other }
      let isPhotograph = min(header.width, header.height) >= Self.leastSide
      waiting.append(Waiting(sentName: file.name, name: name, isPhotograph: isPhotograph))
    } catch {
      remarks.append(error.diagnostic(of: file.name, at: SourceLocation(file: file.name)))
    }
  }

  /// Puts the files that `text` names beside the content, and gives the text with their paths there. A name that no file has
  /// is given the one photograph that nothing names: telephones call all of them alike.
  ///
  /// - Parameter path: of the entry, from the project's root.
  func placed(in text: String, at path: String, root: String) -> String {
    var result = text
    let references = FileReferences.all(in: text).filter { reference in
      !FileManager.default.fileExists(atPath: root + "/" + FileReferences.target(of: reference, from: path))
    }
    var lost: [String] = []
    for reference in references {
      guard let index = waiting.firstIndex(where: { !$0.isTaken && Self.isSame($0, reference) }) else {
        lost.append(reference)
        continue
      }
      place(index, for: reference, at: path, in: &result)
    }
    for reference in lost {
      let photographs = waiting.indices.filter { !waiting[$0].isTaken && waiting[$0].isPhotograph }
      guard let index = photographs.first else { continue }
      if photographs.count > 1 || lost.count > 1 {
        remarks.append(.receivedGuessedFile(file: waiting[index].sentName, reference: reference))
      }
      place(index, for: reference, at: path, in: &result)
    }
    return result
  }

  /// Keeps the photographs that no text names; says how to show them.
  func keepRest(at path: String) {
    for index in waiting.indices where !waiting[index].isTaken {
      guard waiting[index].isPhotograph, let target = landed(index) else {
        if !waiting[index].isTaken { remarks.append(.receivedFileLeft(file: waiting[index].sentName)) }
        continue
      }
      remarks.append(
        .receivedPhotoKept(file: "Content/" + target, reference: RelativePath.between(path, "Content/" + target)))
    }
  }

  private func place(_ index: Int, for reference: String, at path: String, in text: inout String) {
    rename(index, after: reference)
    guard let target = landed(index) else { return }
    text = FileReferences.replacing(reference, with: RelativePath.between(path, "Content/" + target), in: text)
    remarks.append(.receivedFilePlaced(sent: waiting[index].sentName, file: "Content/" + target))
  }

  /// Gives a file the name that the text has for it, as far as that is sound and none of another.
  private func rename(_ index: Int, after reference: String) {
    let path = PercentCoding.decoded(reference) as NSString
    let stem = Folding.slug((path.lastPathComponent as NSString).deletingPathExtension).prefix(80)
    let name = "\(stem).\((waiting[index].name as NSString).pathExtension)"
    guard !stem.isEmpty, !waiting.contains(where: { $0.name == name }),
      (try? FileManager.default.moveItem(
        atPath: folder.path + "/" + waiting[index].name, toPath: folder.path + "/" + name))
        != nil
    else { return }
    waiting[index].name = name
  }

  /// Where a file is kept, from `Content/`; `nil` where it may not be published, which is reported.
  private func landed(_ index: Int) -> String? {
    waiting[index].isTaken = true
    switch try? media.outcome(of: [waiting[index].name], turn: {}) {
    case .landed(let target)?: return target
    case .refused(let diagnostic)?: remarks.append(diagnostic)
    case .missing?, nil: remarks.append(.receivedFileLeft(file: waiting[index].sentName))
    }
    return nil
  }

  /// Names compared as slugs and without their endings: mail programs and telephones change both.
  private static func isSame(_ file: Waiting, _ reference: String) -> Bool {
    func stem(_ name: String) -> String {
      Folding.slug(((name as NSString).lastPathComponent as NSString).deletingPathExtension)
    }
    return stem(file.sentName) == stem(PercentCoding.decoded(reference))
  }
}
