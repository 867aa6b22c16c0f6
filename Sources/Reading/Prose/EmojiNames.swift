/// The names by which other programs write the commonest emoji: `:smile:`.
enum EmojiNames {
  static func sign(_ name: Substring) -> String? { signs[name] }

  /// Whether a name may hold `byte`.
  static func isOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  private static let signs: [Substring: String] = [
    "+1": "👍", "-1": "👎", "arrow_right": "➡️", "balloon": "🎈", "bike": "🚲", "blush": "😊", "books": "📚", "bread": "🍞",
    "bulb": "💡", "cake": "🍰", "calendar": "📅", "clap": "👏", "coffee": "☕", "cry": "😢", "date": "📅", "email": "✉️",
    "exclamation": "❗", "eyes": "👀", "fire": "🔥", "gift": "🎁", "green_heart": "💚", "grin": "😁", "grinning": "😀",
    "heart": "❤️", "heart_eyes": "😍", "house": "🏠", "joy": "😂", "laughing": "😆", "memo": "📝", "muscle": "💪",
    "musical_note": "🎵", "ok_hand": "👌", "pencil": "✏️", "phone": "☎️", "point_right": "👉", "pray": "🙏",
    "question": "❓", "rocket": "🚀", "round_pushpin": "📍", "seedling": "🌱", "smile": "😄", "smiley": "😃", "sob": "😭",
    "sparkles": "✨", "star": "⭐", "sunglasses": "😎", "sunny": "☀️", "tada": "🎉", "thinking": "🤔", "thumbsup": "👍",
    "tomato": "🍅", "warning": "⚠️", "wave": "👋", "white_check_mark": "✅", "wink": "😉", "x": "❌",
  ]
}
