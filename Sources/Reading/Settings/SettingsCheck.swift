import Diagnostics

/// What would be reported about `text` as the `site.yml` of a project: for settings that are not a file yet.
package func settingsDiagnostics(of text: String) -> [Diagnostic] {
  var reader = SettingsReader(SourceText(path: SettingsReader.file.shownPath, bytes: Array(text.utf8)))
  _ = reader.read(baseURL: nil)
  return reader.diagnostics
}
