import Text

/// What a program for meetings has written below the text of an event: how to take part, and numbers that are of no use to
/// residents.
struct MeetingInvitation {
  /// The text without it.
  let rest: String
  /// Where the meeting is; `nil` where nothing is found that leads to it.
  let address: String?

  /// The one of `text`, plain or HTML; `nil` where it has none.
  init?(in text: String) {
    guard let range = Self.google(text) ?? Self.teams(text) else { return nil }
    let invitation = text[range]
    rest = String(text[..<range.lowerBound] + text[range.upperBound...])
    let starts = ["https://meet.google.com/", "https://teams.microsoft.com/", "https://teams.live.com/"]
    address =
      starts.lazy.compactMap { start in
        invitation.firstRange(of: start).map { found in
          String(invitation[found.lowerBound...].prefix { !$0.isWhitespace && !"<>\"')".contains($0) })
        }
      }.first
  }

  /// Google Calendar asks not to change what stands between two such lines.
  private static func google(_ text: String) -> Range<String.Index>? {
    guard let first = text.firstRange(of: "-::~"), let last = text.ranges(of: "~::-").last,
      first.lowerBound < last.lowerBound
    else { return nil }
    return first.lowerBound..<last.upperBound
  }

  /// Teams puts a line before and behind.
  private static func teams(_ text: String) -> Range<String.Index>? {
    let line = String(repeating: "_", count: 30)
    guard let first = text.firstRange(of: line), text[first.upperBound...].contains("teams.") else { return nil }
    var last = first.upperBound
    if let behind = text[first.upperBound...].drop(while: { $0 == "_" }).ranges(of: line).last {
      last = text[behind.upperBound...].firstIndex { $0 != "_" } ?? text.endIndex
    } else {
      last = text.endIndex
    }
    return first.lowerBound..<last
  }
}
