import HTML
import Markup
import Site
import Theming

extension Champigny {
  /// The picture of an entry at the head of its page.
  func leadPicture(_ image: Image?, _ context: PageContext) -> HTML? {
    guard let image else { return nil }
    let figure = Document(blocks: [.figure(Figure(image: image, caption: []))])
    return """
      <div class="picture">
      \(context.renderer.render(figure))
      </div>
      """
  }

  /// The picture of an entry in a list: a decoration there, as the title beside it says what it is about.
  func thumbnail(_ image: Image?, _ context: PageContext) -> HTML? {
    guard let picture = image?.picture, let file = thumbnailFile(picture) else { return nil }
    return """
      <img class="thumbnail" src="\(context.link(SitePath(file.path)))" alt="" width="\(file.width)" height="\(file.height)" loading="lazy" decoding="async">
      """
  }

  /// The smallest file that is sharp in a card on a dense screen, else the largest; WebP before the older formats.
  private func thumbnailFile(_ picture: Picture) -> Picture.Variant? {
    let light = picture.variants.filter { $0.format == .webp }
    let files = light.isEmpty ? picture.variants : light
    return files.filter { $0.width >= 600 }.min { $0.width < $1.width } ?? files.max { $0.width < $1.width }
  }
}
