import Pictures
import Publishing
import Reading

/// What one look at a project leaves for the next, so that only what has changed is done again. It changes nothing in what is
/// found.
package struct ProjectMemory: Sendable {
  var reading = ReadingCache()
  let pictures = PictureMemory()
  let plans = PlanMemory()

  package init() {}
}
