extension French {
  /// `text` between French quotation marks, which do not part from it: « text ».
  package static func quoted(_ text: String) -> String {
    "«\(noBreakSpace)\(text)\(noBreakSpace)»"
  }
}
