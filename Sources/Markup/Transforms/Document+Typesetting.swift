extension Document {
  /// The document as the site sets it: headings with anchors (from the words the author wrote), French typography,
  /// pictures that stand alone as figures.
  package func typeset() -> Document {
    untangled().anchoringHeadings().frenchTypography().formingFigures()
  }
}
