import Markup
import Pictures
import Reading
import Site
import Text

/// What is to be made of the site's pictures besides the files that pages show.
enum PictureCuts {
  /// By the file: a card of each picture that stands for a page, and the logo as letters show it.
  static func wanted(
    by site: Site, _ references: [PictureReference], ground: Colour
  ) -> [String: Set<PictureCut>] {
    let files = Dictionary(references.map { ($0.address, $0.source) }) { first, _ in first }
    func file(_ image: Image?) -> String? {
      guard case .site(let address)? = image?.target else { return nil }
      return files[address]
    }
    // Of events there are posters, of partners logos: nothing of them may be cut off. One card a picture.
    var isWhole: [String: Bool] = [:]
    for kind in EntryKind.allCases {
      let isWholeHere = kind == .event || kind == .partner
      for item in site.entries(of: kind) {
        let logo = kind == .partner ? file(site.partner(item.entry.key)?.logo) : nil
        for case let file? in [file(item.entry.image), logo] { isWhole[file] = isWhole[file] == true || isWholeHere }
      }
    }
    var cuts = isWhole.mapValues { Set([PictureCut.card(ground: ground, isWhole: $0)]) }
    if let logo = file(site.settings.logo) { cuts[logo, default: []].insert(.plate(ground: ground)) }
    return cuts
  }
}
