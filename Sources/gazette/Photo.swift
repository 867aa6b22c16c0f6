import ArgumentParser
import Building
import Diagnostics
import Foundation
import Pictures

struct Photo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "photo", abstract: "Allège des photos sur place, avant de les enregistrer dans le dépôt.",
    discussion: """
      Chaque photo est remise à l’endroit, réduite à 2 400 pixels au plus, et ne dit plus où, quand ni avec quoi elle a été \
      prise ; ses couleurs sont celles des écrans. Le fichier est remplacé : gardez l’original ailleurs si vous y tenez, ou \
      demandez --keep. Une photo à laquelle il n’y a rien à enlever reste telle quelle. D’un dossier, toutes les photos sont \
      prises, celles de ses sous-dossiers comprises.
      """)

  @Argument(help: ArgumentHelp("Les photos à réécrire, ou leurs dossiers.", valueName: "fichier"))
  var files: [String]

  @Flag(name: .long, help: "Garder chaque original à côté, sous le nom jardin.original.jpg.")
  var keep = false

  func run() throws {
    let rewriter: PhotoRewriter
    do throws(PictureFailure) {
      rewriter = try PhotoRewriter(searchPath: ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")
    } catch {
      throw Fault(error, file: "")
    }
    var failed = false
    var (count, before, after) = (0, 0, 0)
    for file in photographs() {
      do throws(PictureFailure) {
        let outcome = try rewriter.rewrite(file, keepsOriginal: keep)
        Terminal.print(words(for: outcome, of: file))
        guard let sizes = outcome.sizes else { continue }
        count += 1
        before += sizes.before
        after += sizes.after
      } catch {
        Terminal.report(Fault(error, file: file))
        failed = true
      }
    }
    if count > 1 { Terminal.print("En tout, \(count) photos : \(size(before)) → \(size(after)).") }
    if failed { throw ExitCode(1) }
  }

  private func photographs() -> [String] {
    files.flatMap { file -> [String] in
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: file, isDirectory: &isFolder), isFolder.boolValue,
        let found = PhotoRewriter.photographs(in: file)
      else { return [file] }
      if found.isEmpty { Terminal.print("\(file) : aucune photo.") }
      return found
    }
  }

  private func words(for outcome: PhotoRewriter.Outcome, of file: String) -> String {
    switch outcome {
    case .unchanged: return "\(file) : rien à enlever."
    case .rewritten(let before, let after):
      let kept = (PhotoRewriter.keptName(of: file) as NSString).lastPathComponent
      return "\(file) : \(size(before)) → \(size(after))"
        + (keep ? ", l’original est dans « \(kept) » : ne l’enregistrez pas dans le dépôt." : ".")
    case .written(let name, let before, let after):
      return "\(file) : \(size(before)) → \(size(after)), dans « \(name) ». C’est ce fichier-là qu’il faut utiliser : "
        + "supprimez « \((file as NSString).lastPathComponent) » du dossier."
    }
  }

  /// Kilobytes, as file managers count them.
  private func size(_ bytes: Int) -> String { "\((bytes + 500) / 1000) ko" }
}

extension PhotoRewriter.Outcome {
  fileprivate var sizes: (before: Int, after: Int)? {
    switch self {
    case .unchanged: nil
    case .rewritten(let before, let after), .written(_, let before, let after): (before, after)
    }
  }
}

extension Fault {
  fileprivate init(_ failure: PictureFailure, file: String) {
    let diagnostic = failure.diagnostic(of: file, at: SourceLocation(file: file))
    self.init(diagnostic.message, hint: diagnostic.hint, status: 1)
  }
}
