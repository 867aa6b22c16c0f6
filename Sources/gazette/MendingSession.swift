import Authoring
import Building
import Diagnostics
import Foundation
import Reading
import Site

/// `gazette check --fix`: shows what would change, asks, and writes it.
struct MendingSession {
  var options: SiteOptions
  /// Whether nobody needs to be asked.
  var isAgreed: Bool

  func run() async throws {
    let root = options.build.root
    try Project.requireContent(in: root)
    let reading = ReadingOptions(
      today: options.date?.today, includesDrafts: true, baseURL: options.baseURL, readsRevisions: false,
      environment: ProcessInfo.processInfo.environment, watchdog: ContentWatch.begin(options.format))
    let mended = await Mender { texts in
      var reading = reading
      reading.replacements = texts
      return await readSite(root: root, options: reading)
    }.mend()
    guard !mended.isEmpty else {
      say("Rien à corriger d’office.")
      return
    }
    say(ChangeList.text(mended))
    guard try isAgreed || agreement() else { return }
    for file in mended { try write(file, in: root) }
    say(mended.count == 1 ? "1 fichier corrigé.\n" : "\(mended.count) fichiers corrigés.\n")
  }

  private func agreement() throws -> Bool {
    guard Question.canBeAsked else {
      say("Rien n’a été changé. Pour faire ces corrections : gazette check --fix --yes\n")
      return false
    }
    if try Question.isAgreed("Faire ces corrections ?") { return true }
    say("Rien n’a été changé.\n")
    return false
  }

  /// Programs read messages on standard output: they get nothing else there.
  private func say(_ text: String) {
    options.format == .text ? Terminal.print(text) : Terminal.printError(text)
  }

  /// Puts the new text in the place of the file, whole or not at all, unless somebody changed it meanwhile.
  private func write(_ file: MendedFile, in root: String) throws {
    let target = URL(fileURLWithPath: root + "/" + file.path)
    do {
      guard try Array(Data(contentsOf: target)) == file.before else {
        throw Fault(
          "« \(file.path) » vient d’être changé par un autre programme : il est laissé tel quel.",
          hint: "Relancez la commande.", status: Fault.inputOutput)
      }
      let rights = try FileManager.default.attributesOfItem(atPath: target.path)[.posixPermissions]
      try Data(file.after).write(to: target, options: .atomic)
      if let rights { try FileManager.default.setAttributes([.posixPermissions: rights], ofItemAtPath: target.path) }
    } catch let fault as Fault {
      throw fault
    } catch {
      throw Fault(
        "Impossible d’écrire « \(file.path) ».", hint: "Vérifiez les droits de ce fichier.", status: Fault.inputOutput)
    }
  }
}
