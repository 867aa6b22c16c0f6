import Files
import Foundation
import Writing

extension SiteBuild {
  /// What a build may change: the folder of the site, and what the project keeps for itself. Where they are missing they are
  /// made: later they could be made only by who may change all that stands beside them.
  package static func confinement(_ options: BuildOptions, into folder: OutputFolder) -> Confinement {
    var confinement = Confinement()
    let content = options.path("Content")
    // What is no project, or will be refused, is left as it is.
    guard stat(at: content)?.isFolder == true, (try? folder.requireOutside(of: content)) != nil else {
      return confinement
    }
    let cache = options.path(WorkingFolder.cache)
    mkdir(cache, 0o777)
    confinement.folders = [folder.made(), Confinement.Place(cache, followsLink: false)]
    return confinement
  }
}
