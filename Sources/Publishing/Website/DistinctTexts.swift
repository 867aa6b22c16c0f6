import Text

/// Makes texts distinguish things: each takes the shortest of its forms that no other bears.
enum DistinctTexts {
  /// Chooses one text for each of `count`: the first of its forms that no other bears. Where two share a form, both take
  /// their next one. Texts compare without case and accents. `form` gives a form of the text at an index, from 0 (the wanted
  /// one) on, as long as there are more; longer ones are asked for only where they are needed.
  ///
  /// Gives those that are not the wanted ones, by index.
  static func changes(count: Int, form: (_ index: Int, _ level: Int) -> String?) -> [Int: String] {
    var prints = (0..<count).map { Folding.fingerprint(form($0, 0) ?? "") }
    var bearers: [UInt64: Int] = [:]
    bearers.reserveCapacity(count)
    for print in prints { bearers[print, default: 0] += 1 }
    if bearers.count == count { return [:] }
    var levels: [Int: Int] = [:]
    var changes: [Int: String] = [:]
    while true {
      let shared = (0..<count).filter { bearers[prints[$0], default: 0] > 1 }
      let pending = shared.compactMap { index in form(index, levels[index, default: 0] + 1).map { (index, $0) } }
      if pending.isEmpty { return changes }
      for (index, text) in pending {
        bearers[prints[index], default: 0] -= 1
        levels[index, default: 0] += 1
        changes[index] = text
        prints[index] = Folding.fingerprint(text)
        bearers[prints[index], default: 0] += 1
      }
    }
  }
}

extension Website {
  /// Every page, with descriptions that no other page bears, and titles of which that is true in its head.
  func distinctPages() -> [WebPage] {
    var pages = pages()
    let titles = DistinctTexts.changes(count: pages.count) { index, level in
      let page = pages[index]
      return switch level {
      case 0: page.title
      // A page of the program's own keeps its name where those of entries can say what they are.
      case 1: page.title + (page.noun.map { " (\($0))" } ?? "")
      case 2: "\(page.title) – \(page.path.text)"
      default: nil
      }
    }
    for (index, title) in titles { pages[index].headTitle = title }
    let descriptions = DistinctTexts.changes(count: pages.count) { index, level in
      switch level {
      case 0: pages[index].description
      case 1: "\(pages[index].headTitle)\u{A0}: \(pages[index].description)"
      default: nil
      }
    }
    for (index, description) in descriptions { pages[index].description = description }
    return pages
  }
}
