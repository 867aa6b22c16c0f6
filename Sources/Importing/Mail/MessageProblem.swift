/// Why a message can't be read.
enum MessageProblem: Error, Hashable {
  /// It has no head of a message.
  case noMessage
  case headTooLong
  case tooLarge
  /// Parts within parts within parts.
  case tooDeep
  case tooManyParts
}
