import Reading
import Site
import Text
import Time

/// The name of a new file, which is also the end of its address.
package enum FileName {
  /// Bytes of a name made of a title: what still reads well as an address.
  private static let longest = 60
  /// How many entries of one name are distinguished by number.
  private static let mostTwins = 10_000

  /// A free name for what `request` asks for: that of the file name asked for or of the title, for news after the year and
  /// month, with `-2`, `-3` … where it is taken.
  package static func key(for request: EntryRequest, taken: Set<EntryKey>) throws(RequestProblem) -> EntryKey {
    let wanted = request.fileName.map(ContentFiles.stem)
    var slug = shortened(Folding.slug(wanted ?? request.title))
    guard !slug.isEmpty else { throw .noLetter(in: wanted ?? request.title) }
    if wanted == nil, request.kind == .news, let date = request.date { slug = prefix(date) + "-" + slug }
    for number in 1...mostTwins {
      let key = EntryKey(kind: request.kind, slug: number == 1 ? slug : "\(slug)-\(number)")
      if !taken.contains(key), EntryNames.isFree(key) { return key }
    }
    throw .noLetter(in: slug)
  }

  /// `2019`, or `2019-09`: the day says little in a list of files.
  private static func prefix(_ date: PartialDate) -> String {
    if case .year = date { return date.iso }
    return PartialDate.month(date.firstDay.civilMonth).iso
  }

  /// Cut between two words.
  private static func shortened(_ slug: String) -> String {
    guard slug.utf8.count > longest else { return slug }
    let start = String(slug.prefix(longest))
    if slug.dropFirst(longest).first == "-" { return start }
    guard let cut = start.lastIndex(of: "-") else { return start }
    return String(start[..<cut])
  }
}
