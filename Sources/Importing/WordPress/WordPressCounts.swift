import Site
import Text
import Time

/// What is counted while a WordPress export is gone through, and what of it is brought in another form.
struct WordPressCounts {
  var comments = 0
  /// Each file of an export names all.
  var accounts: Set<String> = []
  var terms: [(sort: String, slug: String, name: String)] = []
  private var others: [Noun: Int] = [:]

  /// Counts an item that becomes nothing here, unless the old site's program had made it for itself alone.
  mutating func leaveOut(_ item: WordPressItem) {
    if item.status == "auto-draft" { return }
    if item.status == "trash" {
      others[.masculine("texte à la corbeille", plural: "textes à la corbeille"), default: 0] += 1
      return
    }
    switch item.type {
    case "", "revision", "customize_changeset", "oembed_cache", "user_request": break
    case "nav_menu_item": others[.feminine("entrée de menu", plural: "entrées de menu"), default: 0] += 1
    default:
      others[
        .masculine("contenu de la sorte « \(item.type) »", plural: "contenus de la sorte « \(item.type) »"), default: 0] +=
        1
    }
  }

  var leftOut: [LeftOut] {
    [
      LeftOut(noun: .masculine("commentaire"), count: comments),
      LeftOut(
        noun: .masculine("compte"), count: accounts.count,
        remark: accounts.count == 1 ? "avec son adresse de courriel" : "avec leurs adresses de courriel"),
    ].filter { $0.count > 0 }
      + others.sorted { $0.key.singular < $1.key.singular }.map { LeftOut(noun: $0.key, count: $0.value) }
  }

  /// Lists of the old site, and those that show the same here.
  func redirections(_ site: OldSite) -> [(from: String, to: String)] {
    let lists = terms.uniqued { $0.sort + " " + $0.slug }.map { term in
      (
        site.path + "/" + term.sort + "/" + term.slug + "/",
        Tag(named: HTMLWords.text(of: term.name)).path.text
      )
    }
    return lists + [(site.path + "/feed/", SitePath.newsAtom.text)]
  }
}
