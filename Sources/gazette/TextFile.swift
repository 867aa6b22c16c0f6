import Foundation

/// Small files that a command writes beside the site.
enum TextFile {
  /// Writes the file whole or not at all; one that says the same already is left alone.
  static func write(_ text: String, to path: String) throws {
    let data = Data(text.utf8)
    if FileManager.default.contents(atPath: path) == data { return }
    try data.write(to: URL(fileURLWithPath: path), options: .atomic)
  }
}
