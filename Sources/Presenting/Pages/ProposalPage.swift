import Site

/// How to propose an entry in the forge that keeps the content.
package struct ProposalPage: Sendable {
  package var introduction: Page?
  package var host: ForgeHost
  /// The file to fill in, to be copied where no link can carry it.
  package var template: EntryTemplate
  /// The page of the forge where a file is made in the right folder, with its name filled in.
  package var editor: String
  /// The same with the text of ``template`` filled in; `nil` where the forge does not take them from a link.
  package var filledEditor: String?

  package init(
    introduction: Page?, host: ForgeHost, template: EntryTemplate, editor: String, filledEditor: String?
  ) {
    self.introduction = introduction
    self.host = host
    self.template = template
    self.editor = editor
    self.filledEditor = filledEditor
  }
}
