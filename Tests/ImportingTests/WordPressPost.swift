import Testing

@testable import Importing

/// An `item` of an export.
struct WordPressPost {
  var number: Int
  var type = "post"
  var status = "publish"
  var content = ""
  var parent = 0
  var more = ""
  var meta: [String: String] = [:]
  /// Taxonomy, slug, name.
  var terms: [(String, String, String)] = []
  /// Its title, name and address; `nil` for those that follow from its number.
  var title: String?
  var name: String?
  var link: String?
  var date = "2021-03-04 10:00:00"

  var xml: String {
    let fields = meta.map { key, value in
      "<wp:postmeta><wp:meta_key>\(key)</wp:meta_key><wp:meta_value><![CDATA[\(value)]]></wp:meta_value></wp:postmeta>"
    }.joined()
    let terms = terms.map { "<category domain=\"\($0)\" nicename=\"\($1)\"><![CDATA[\($2)]]></category>" }.joined()
    return """
      <item><title>\(title ?? "Texte \(number)")</title><link>\(link ?? "https://ancien.exemple.org/t\(number)/")</link>
      <guid>https://ancien.exemple.org/?p=\(number)</guid><content:encoded><![CDATA[\(content)]]></content:encoded>
      <wp:post_id>\(number)</wp:post_id><wp:post_date>\(date)</wp:post_date>
      <wp:post_name>\(name ?? "t\(number)")</wp:post_name><wp:status>\(status)</wp:status><wp:post_parent>\(parent)</wp:post_parent>
      <wp:post_type>\(type)</wp:post_type>\(more)\(terms)\(fields)</item>
      """
  }

  /// What an export of these posts becomes.
  ///
  /// - Parameter channel: what stands before them.
  static func imported(
    _ posts: [WordPressPost], channel: String = ""
  ) async throws -> (files: [String: String], outcome: ImportOutcome) {
    let project = try ImportProject()
    let source = try project.source(export(posts, channel: channel))
    let outcome = try await project.run(source)
    #expect(outcome.check.diagnostics.filter { $0.severity == .error }.map(\.message) == [])
    return (project.files, outcome)
  }

  /// An export of these posts.
  static func export(
    _ posts: [WordPressPost], of address: String = "https://ancien.exemple.org", channel: String = ""
  ) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
      xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Ancien</title>
    <wp:base_blog_url>\(address)</wp:base_blog_url>
    \(channel)
    \(posts.map(\.xml).joined(separator: "\n"))</channel></rss>
    """
  }
}
