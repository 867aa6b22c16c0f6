import Markup

extension PictureWorkshop {
  /// Raise it when the making changes.
  private static let recipe = "drawn1"

  /// The drawing `text` (SVG of the program's own, ``Picture/cardWidth`` × ``Picture/cardHeight``) as a JPEG for where pages are
  /// shared, named `name`; `nil` where this machine can't make it.
  package func card(drawing text: String, name: String) -> (Picture.Variant, PreparedPictures.File)? {
    guard let program = VipsThumbnail(searchPath: searchPath) else { return nil }
    let caches = caches
    let known = caches.lazy.compactMap { KnownVersion(of: program, root: $0.root) }.first
    guard let version = (known ?? KnownVersion(asking: program, caches))?.version else { return nil }
    let digest = PictureSource.digest(Array(text.utf8))
    let key = "\(digest)-\(Self.recipe)-\(version)"
    func kept() -> PictureCache.File? { caches.lazy.compactMap { $0.files(key)?.first }.first }
    if kept() == nil {
      for cache in caches {
        do throws(PictureFailure) {
          try cache.keep(key) { folder throws(PictureFailure) in
            try CutMaking(program: program, folder: folder).card(drawing: Array(text.utf8))
          }
          break
        } catch {
          continue
        }
      }
    }
    guard let file = kept() else { return nil }
    var variant = file.variant
    variant.path = "/images/\(name)-\(digest.prefix(12)).jpg"
    return (variant, PreparedPictures.File(path: variant.path, source: file.source, folder: file.folder))
  }
}
