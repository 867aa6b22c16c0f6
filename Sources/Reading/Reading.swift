import Diagnostics
import Site

/// Reads the folder `Content` of the project at `root`: every file once, every mistake of every file in one go. Nothing
/// is thrown: what can't be read is told by the diagnostics.
package func readSite(root: String, options: ReadingOptions = ReadingOptions()) async -> ReadingResult {
  ReadingResult(site: nil, diagnostics: [])
}
