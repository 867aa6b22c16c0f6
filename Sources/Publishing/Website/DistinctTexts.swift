import Markup

/// Makes texts tell things apart: each takes the shortest of its forms that no other bears.
enum DistinctTexts {
  /// One text for each list of `forms`, which go from the wanted form to the longest; lists that are not empty. Where two
  /// share a form, both take their next one. Texts compare without case and accents.
  static func choose(from forms: [[String]]) -> [String] {
    choose(count: forms.count) { index, level in level < forms[index].count ? forms[index][level] : nil }
  }

  /// The same; `form` gives a form of the text at an index, from 0 on, as long as there are more. Longer ones are asked for
  /// only where they are needed.
  static func choose(count: Int, form: (_ index: Int, _ level: Int) -> String?) -> [String] {
    var chosen = (0..<count).map { form($0, 0) ?? "" }
    var level = Array(repeating: 0, count: count)
    var folded = chosen.map(Folding.folded)
    var bearers: [String: Int] = [:]
    bearers.reserveCapacity(count)
    for text in folded { bearers[text, default: 0] += 1 }
    while true {
      let shared = (0..<count).filter { bearers[folded[$0], default: 0] > 1 }
      let pending = shared.compactMap { index in form(index, level[index] + 1).map { (index, $0) } }
      if pending.isEmpty { return chosen }
      for (index, text) in pending {
        bearers[folded[index], default: 0] -= 1
        level[index] += 1
        chosen[index] = text
        folded[index] = Folding.folded(text)
        bearers[folded[index], default: 0] += 1
      }
    }
  }
}

extension Website {
  /// Every page, with titles and descriptions that no other page bears.
  func distinctPages() -> [WebPage] {
    var pages = pages()
    let titles = DistinctTexts.choose(count: pages.count) { index, level in
      let page = pages[index]
      return level == 0 ? page.title : level == 1 ? "\(page.title) – \(page.path.text)" : nil
    }
    for index in pages.indices { pages[index].title = titles[index] }
    let descriptions = DistinctTexts.choose(count: pages.count) { index, level in
      let page = pages[index]
      return level == 0 ? page.description : level == 1 ? "\(page.title)\u{A0}: \(page.description)" : nil
    }
    for index in pages.indices { pages[index].description = descriptions[index] }
    return pages
  }
}
