import Foundation
import Testing

@testable import ThemeChampigny

/// Writes every page of ``Sample`` to the folder named by `GAZETTE_PREVIEW`, with the assets under `essai/theme/`, to be
/// looked at in a browser.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["GAZETTE_PREVIEW"] != nil))
struct PreviewTests {
  @Test func `every page is written for the eye`() throws {
    let folder = URL(
      filePath: ProcessInfo.processInfo.environment["GAZETTE_PREVIEW"] ?? "", directoryHint: .isDirectory)
    let assets = folder.appending(path: "essai/theme")
    try? FileManager.default.removeItem(at: assets)
    try FileManager.default.createDirectory(
      at: folder.appending(path: "essai"), withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: Assets.folder, to: assets)
    for page in Sample.renderedPages {
      try page.html.text.write(to: folder.appending(path: page.name + ".html"), atomically: true, encoding: .utf8)
    }
    let mail = Champigny().mail(Sample.letter)
    try mail.text.write(to: folder.appending(path: "mail.html"), atomically: true, encoding: .utf8)
  }
}
