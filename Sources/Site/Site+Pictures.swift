import Markup

extension Site {
  /// The site with its pictures as they are published. `pictures` has what shows the file that a text, a field or a link
  /// leads to by its address; those of `missing` are left out, attachments among them: of a picture within a sentence its
  /// description stays, of a link its words.
  ///
  /// - Parameter sources: the files that refer to pictures; all other entries stay as they are.
  package func showing(_ pictures: [String: Picture], missing: Set<String>, in sources: Set<String>) -> Site {
    if pictures.isEmpty && missing.isEmpty { return self }
    let filler = PictureFiller(pictures: pictures, missing: missing)
    var site = mapEntries { item in
      guard sources.contains(item.entry.source) else { return }
      item.entry.body = filler.filled(item.entry.body)
      item.mapPictures(filler.filled)
      item.mapLinks { missing.contains($0) ? nil : pictures[$0]?.whole?.path ?? $0 }
    }
    site.settings.logo = site.settings.logo.flatMap(filler.filled)
    site.attachments.removeAll { missing.contains($0.path.text) }
    return site
  }
}

private struct PictureFiller {
  let pictures: [String: Picture]
  let missing: Set<String>

  /// `nil` where it is not published.
  func filled(_ image: Image) -> Image? {
    guard case .site(let address) = image.target else { return image }
    if missing.contains(address) { return nil }
    guard let picture = pictures[address] else { return image }
    var image = image
    image.picture = picture
    if let file = picture.everywhere(width: 1200) ?? picture.fallback { image.target = .site(file.path) }
    return image
  }

  func filled(_ document: Document) -> Document {
    document.rewriting(
      blocks: { block in
        switch block {
        case .figure(let figure): return filled(figure).map { [.figure($0)] } ?? []
        case .gallery(let figures):
          let kept = figures.compactMap(filled)
          return kept.isEmpty ? [] : [.gallery(kept)]
        default: return nil
        }
      },
      inlines: { inline in
        switch inline {
        case .image(let image): return [filled(image).map { .image($0) } ?? .text(image.alternative)]
        case .link(let link): return filled(link)
        default: return nil
        }
      })
  }

  private func filled(_ figure: Figure) -> Figure? {
    filled(figure.image).map { Figure(image: $0, caption: figure.caption) }
  }

  private func filled(_ link: Link) -> [Inline] {
    guard case .site(let address) = link.target else { return [.link(link)] }
    if missing.contains(address) { return link.content }
    guard let file = pictures[address]?.whole else { return [.link(link)] }
    var link = link
    link.target = .site(file.path)
    return [.link(link)]
  }
}
