import Digests
import Site
import Text

/// A file of a theme's `assets/` folder, published under `/theme/`.
package struct ThemeAsset: Sendable, Hashable {
  /// The path of the asset within the folder: `site.css`, `icons/mark.svg`.
  package var name: String
  package var contents: [UInt8]

  package init(name: String, contents: [UInt8]) {
    self.name = name
    self.contents = contents
  }

  /// It as it is published: a style sheet without what says nothing.
  var light: ThemeAsset {
    name.hasSuffix(".css") ? ThemeAsset(name: name, contents: StyleSheetWeight.lightened(contents)) : self
  }
}

/// Where the theme's assets are published: in one folder named after all that they hold, so that they may be kept by
/// browsers for ever and still find each other by relative addresses.
struct AssetAddresses: Sendable {
  /// By name.
  let paths: [String: SitePath]
  /// Assets whose size in pixels was asked for by ``size(of:)``.
  private let pictures: [String: [UInt8]]

  init(_ assets: [ThemeAsset]) {
    var hash = SHA256()
    for asset in assets.sorted(by: { $0.name < $1.name }) {
      hash.update("\(asset.name)\n\(asset.contents.count)\n".utf8)
      hash.update(asset.contents)
    }
    let fingerprint = Hexadecimal.text(of: hash.finish().prefix(5))
    var paths: [String: SitePath] = [:]
    var pictures: [String: [UInt8]] = [:]
    for asset in assets {
      paths[asset.name] = SitePath("/theme/\(fingerprint)/" + PercentCoding.path(asset.name))
      if asset.name.hasSuffix(".png") { pictures[asset.name] = Array(asset.contents.prefix(24)) }
    }
    self.paths = paths
    self.pictures = pictures
  }

  /// Width and height of a PNG file, from its first chunk (PNG, 11.2.1 IHDR).
  func size(of name: String) -> (width: Int, height: Int)? {
    guard let bytes = pictures[name], bytes.count == 24, bytes[12..<16].elementsEqual("IHDR".utf8) else { return nil }
    func number(_ range: Range<Int>) -> Int { bytes[range].reduce(0) { $0 << 8 | Int($1) } }
    return (number(16..<20), number(20..<24))
  }
}
