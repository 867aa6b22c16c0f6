import ArgumentParser
import Building
import Diagnostics
import Foundation
import Pictures

struct Photo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "photo", abstract: "Allège une photo sur place, avant de l’enregistrer dans le dépôt.",
    discussion: """
      La photo est remise à l’endroit, réduite à 2 400 pixels au plus, et ne dit plus où, quand ni avec quoi elle a été \
      prise. Le fichier est remplacé : gardez l’original ailleurs si vous y tenez. Une photo à laquelle il n’y a rien à \
      enlever reste telle quelle.
      """)

  @Argument(help: ArgumentHelp("Les photos à réécrire.", valueName: "fichier"))
  var files: [String]

  func run() throws {
    let rewriter: PhotoRewriter
    do throws(PictureFailure) {
      rewriter = try PhotoRewriter(searchPath: ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")
    } catch {
      throw Fault(error, file: "")
    }
    var failed = false
    for file in files {
      do throws(PictureFailure) {
        Terminal.print(told(try rewriter.rewrite(file), of: file))
      } catch {
        Terminal.report(Fault(error, file: file))
        failed = true
      }
    }
    if failed { throw ExitCode(1) }
  }

  private func told(_ outcome: PhotoRewriter.Outcome, of file: String) -> String {
    switch outcome {
    case .unchanged: return "\(file) : rien à enlever."
    case .rewritten(let before, let after): return "\(file) : \(size(before)) → \(size(after))."
    case .written(let name, let before, let after):
      return "\(file) : \(size(before)) → \(size(after)), dans « \(name) ». C’est ce fichier-là qu’il faut utiliser : "
        + "supprimez « \((file as NSString).lastPathComponent) » du dossier."
    }
  }

  /// Kilobytes, as file managers count them.
  private func size(_ bytes: Int) -> String { "\((bytes + 500) / 1000) ko" }
}

extension Fault {
  fileprivate init(_ failure: PictureFailure, file: String) {
    let diagnostic = failure.diagnostic(of: file, at: SourcePlace(file: file))
    self.init(diagnostic.message, hint: diagnostic.hint, status: 1)
  }
}
