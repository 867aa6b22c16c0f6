import Text

/// The names by which other programs write the commonest emoji: `:smile:`.
enum EmojiNames {
  static func sign(_ name: Substring) -> String? { signs[name] }

  /// Whether a name may hold `byte`.
  static func isOfName(_ byte: UInt8) -> Bool { byte.isLetter || byte.isDigit || "_+-".utf8.contains(byte) }

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
