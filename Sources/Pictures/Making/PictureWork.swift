/// What is to be made of one picture, in order: files for pages first, since what they can't be made of has no cuts either.
struct PictureWork: Sendable {
  /// What is made, and kept, by itself.
  struct Part: Sendable, Hashable {
    /// SHA-256 of the original's bytes, in hexadecimal.
    let digest: String
    /// `nil` for the files that pages show.
    let cut: PictureCut?

    init(_ source: PictureSource, _ cut: PictureCut?) { (digest, self.cut) = (source.digest, cut) }

    static func pages(_ source: PictureSource) -> Part { Part(source, nil) }

    /// Under what it is kept.
    func key(_ version: String) -> String { PictureCache.key(digest, cut, version) }
  }

  let source: PictureSource
  private(set) var parts: [Part]

  /// A drawing is shown as it is.
  init(_ source: PictureSource, _ cuts: Set<PictureCut>) {
    self.source = source
    let cuts = cuts.sorted { $0.recipe < $1.recipe }
    parts = (source.drawing == nil ? [.pages(source)] : []) + cuts.map { Part(source, $0) }
  }

  /// This and what is to be made of another file of the same bytes.
  func joined(with other: PictureWork) -> PictureWork {
    var joined = self
    joined.parts += other.parts.filter { !parts.contains($0) }
    return joined
  }

  /// What of it is not among `found`.
  func lacking(_ found: [Part: [PictureCache.File]]) -> PictureWork {
    var rest = self
    rest.parts.removeAll { found[$0] != nil }
    return rest
  }
}
