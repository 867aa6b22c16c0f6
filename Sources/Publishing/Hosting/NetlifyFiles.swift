import Site

/// The files `_redirects` and `_headers` of Netlify, Cloudflare Pages and others that read them.
struct NetlifyFiles {
  let settings: Settings
  let aliases: [Alias]

  /// Where earlier addresses lead.
  var redirects: String {
    aliases.map { alias in
      let destination = settings.address(of: alias.entry.path)
      guard let query = alias.path.query else { return "\(settings.address(of: alias.path)) \(destination) 301\n" }
      // Netlify knows queries by their parameters, each with its value, and only « ! » leads on from where a page stands.
      // Cloudflare Pages leaves a line of more than three words out.
      let parameters = query.split(separator: "&")
      guard
        parameters.allSatisfy({
          $0.split(separator: "=", omittingEmptySubsequences: false).allSatisfy { !$0.isEmpty } && $0.contains("=")
        })
      else { return "" }
      let path = settings.address(of: alias.path.withoutQuery)
      return "\(path) \(parameters.joined(separator: " ")) \(destination) 301!\n"
    }.joined()
  }

  /// What is sent with each kind of file. A rule may have one `*`, and there may be a hundred of them (Cloudflare Pages).
  /// Rules add to each other, so that one field is said in one of them: that everything else is asked for each time is the
  /// rule of these hosts, and compression their own affair.
  var headers: String {
    let types = MediaType.all.filter { $0 != .html }.flatMap { type in
      type.extensions.map { rule("/*.\($0)", HeaderField.fields(of: type)) }
    }
    let feeds = ServerRule.feeds.map { path, type in
      let fields = ServerRule.all.filter { group in
        if case .at(let paths) = group.files { paths.contains(path) } else { false }
      }.flatMap(\.fields)
      return rule(path.text, [HeaderField.contentType(type)] + fields)
    }
    let groups = ServerRule.all.flatMap { group -> [String] in
      switch group.files {
      case .all: return [rule("/*", group.fields.filter { $0 != .revalidated })]
      // With their kinds, below.
      case .ending, .at: return []
      case .named: return ["html", "txt", "eml"].map { rule("/infolettres/*.\($0)", group.fields) }
      case .below(let folder, let endings):
        return endings.isEmpty
          ? [rule("/\(folder.rawValue)/*", group.fields)]
          : Self.made.map { rule("/\(folder.rawValue)/*.\($0)", group.fields) }
      }
    }
    return (groups + types + feeds).joined()
  }

  /// The endings that pictures are made with: one each would be too many.
  private static let made = ["jpg", "png", "webp", "svg"]

  private func rule(_ path: String, _ fields: [HeaderField]) -> String {
    "\(settings.basePath)\(path)\n" + fields.map { "  \($0.name): \($0.value)\n" }.joined()
  }
}
