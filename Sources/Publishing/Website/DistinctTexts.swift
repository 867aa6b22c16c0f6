import Markup

/// Makes texts tell things apart: each takes the shortest of its forms that no other bears.
enum DistinctTexts {
  /// One text for each list of `forms`, which go from the wanted form to the longest; lists that are not empty. Where two
  /// share a form, both take their next one. Texts compare without case and accents.
  static func choose(from forms: [[String]]) -> [String] {
    var level = Array(repeating: 0, count: forms.count)
    var current = forms.map { Folding.folded($0.first ?? "") }
    while true {
      var bearers: [String: Int] = [:]
      for text in current { bearers[text, default: 0] += 1 }
      let pending = forms.indices.filter { bearers[current[$0], default: 0] > 1 && level[$0] + 1 < forms[$0].count }
      if pending.isEmpty { break }
      for index in pending {
        level[index] += 1
        current[index] = Folding.folded(forms[index][level[index]])
      }
    }
    return forms.indices.map { forms[$0].isEmpty ? "" : forms[$0][level[$0]] }
  }
}

extension Website {
  /// Every page, with titles and descriptions that no other page bears.
  func distinctPages() -> [WebPage] {
    var pages = pages()
    let titles = DistinctTexts.choose(from: pages.map { [$0.title, "\($0.title) – \($0.path.text)"] })
    for index in pages.indices { pages[index].title = titles[index] }
    let descriptions = DistinctTexts.choose(
      from: pages.map { [$0.description, "\($0.title)\u{A0}: \($0.description)"] })
    for index in pages.indices { pages[index].description = descriptions[index] }
    return pages
  }
}
