import Diagnostics
import Reading
import Site
import Text
import Time

// What the front matter of a text becomes.
extension FolderEntry {
  func addFields(to item: inout ImportItem) {
    guard case .map(let members) = text.matter else { return }
    if kind == .news { item.addNewsDate(date) }
    var written: Set<FieldKey> = [
      .title, .date, .draft, .aliases, .identity, .image, .imageAlternative, .tags, .menu, .publish,
    ]
    for (name, value) in members {
      guard let key = ForeignFrontMatter.key(named: name, of: kind), !written.contains(key) else { continue }
      switch key {
      case .summary, .place, .reason, .address, .postcode, .city, .access, .type, .accessibility:
        guard let text = value.text else { continue }
        item.add(key, text)
      case .price:
        guard let text = value.text else { continue }
        item.addPrice(text)
      case .start, .end, .modified:
        guard let date = value.text.flatMap({ Self.date($0, key, kind, zone) }) else { continue }
        // An end that is not written as the start is, or before it, is none.
        if key == .end {
          guard let start = Self.date(.start, of: kind, in: text.matter), start.precision == date.precision,
            date.firstMinute > start.firstMinute
          else { continue }
        }
        item.add(key, date)
      case .online, .website, .registration: item.add(key, address: value.text)
      default: continue
      }
      written.insert(key)
    }
    if let publication { item.add(.publish, .day(publication)) }
    for (key, value) in states where kind == .event && key != .draft && written.insert(key).inserted {
      item.fields.append((key, .plain(value)))
    }
    if isOfNotion { addProperties(members, to: &item) }
    addTags(to: &item)
    addPicture(to: &item)
  }

  /// Readers saw on the page what a base knew of it: what has no key here is reported.
  private func addProperties(_ members: [(key: String, value: ForeignValue)], to item: inout ImportItem) {
    let names = members.filter { name, value in
      ForeignFrontMatter.key(named: name, of: kind) == nil
        && value.text.flatMap { ForeignFrontMatter.hiding(name, $0) } == nil
    }
    if !names.isEmpty { item.remarks.append(.importProperties(SourceLocation(file: ""), names: names.map(\.key))) }
  }

  static func date(_ text: String, _ key: FieldKey, _ kind: EntryKind, _ zone: Zone) -> PartialDate? {
    if let stamp = ISOTimestamp(withColon(text))?.date(in: zone) {
      return key == .modified ? .day(stamp.day) : .minute(stamp)
    }
    let date = read(text, key, kind)
    if key == .modified, case .minute(let minute)? = date { return .day(minute.day) }
    return date
  }

  private func addTags(to item: inout ImportItem) {
    let names = [
      "categories", "category", "tags", "taxonomies.categories", "taxonomies.tags", "keywords", "etiquettes",
    ]
    var tags: [String] = []
    for name in names {
      let texts = text.matter[name]?.texts ?? []
      // A text of Jekyll is several words, of others one tag or several with commas.
      let split = texts.flatMap { text in
        text.contains(",")
          ? text.split(separator: ",").map(String.init)
          : texts.count == 1 && generator.kind == .jekyll && name != "category" && text.contains(" ")
            ? text.split(separator: " ").map(String.init) : [text]
      }
      for tag in split.map(WrittenText.cleaned)
      where !tag.isEmpty && !tags.contains(tag) && !["post", "posts", "all"].contains(tag) {
        tags.append(tag)
      }
    }
    item.add(.tags, list: tags)
  }

  private func addPicture(to item: inout ImportItem) {
    let names = [
      "image", "cover", "featured_image", "featuredImage", "thumbnail", "banner", "images", "cover.image",
      "header.image", "extra.image", "hero",
    ]
    for name in names {
      guard let value = text.matter[name],
        let address = value["image"]?.text ?? value["path"]?.text ?? value["src"]?.text ?? value.texts.first,
        HTMLText.isPicture(address)
      else { continue }
      let words =
        value["alt"]?.text ?? (text.matter["image_alt"] ?? text.matter["cover.alt"] ?? text.matter["image-alt"])?.text
      item.fields.append((.image, .picture(address, alternative: .imageAlternative, words: words)))
      return
    }
  }
}
