extension Document {
  /// The document with each acronym of `longForms` given in full where it first stands in running text: « PADIE (Programme
  /// d’actions …) », the acronym marked as an abbreviation; later ones are marked alone. Where the text itself gives the
  /// long form right behind it or right before it, nothing is added. Links, headings and code stay as they are.
  ///
  /// `known` are acronyms that were given in full before on the same page.
  package func expandingAcronyms(_ longForms: [String: String], known: Set<String> = []) -> Document {
    guard !longForms.isEmpty else { return self }
    var expander = AcronymExpander(longForms, known: known)
    guard expander.mayConcern(self) else { return self }
    var result = self
    result.blocks = expander.expanded(blocks)
    for index in footnotes.indices { result.footnotes[index].blocks = expander.expanded(footnotes[index].blocks) }
    return result
  }
}
