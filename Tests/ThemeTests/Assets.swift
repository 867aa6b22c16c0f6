import Foundation

/// The theme's files that are published as they are.
enum Assets {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Themes/Champigny/assets").standardizedFileURL

  static func text(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  static func exists(_ name: String) throws -> Bool {
    try folder.appending(path: name).checkResourceIsReachable()
  }
}
