import Presenting
import Site
import Text

/// The web pages of the forge that keeps the content.
struct Forge: Sendable {
  let repository: RepositoryAddress
  /// Fit for an address; `/` stands as it is.
  let branch: String

  /// What a server accepts at least of a link, in bytes: GitHub takes about 8,000, but some programs that open links from
  /// messages take less.
  static let longestLink = 4_000

  var host: ForgeHost { repository.host }

  /// `nil` where `depot` is not set, or is no address of a repository.
  init?(_ settings: Settings) {
    guard let repository = settings.repository.flatMap({ RepositoryAddress($0) }) else { return nil }
    self.repository = repository
    branch = PercentCoding.path(settings.branch)
  }

  /// Where what a page shows is changed.
  func address(of origin: PageOrigin) -> String {
    switch origin {
    case .file(let source): return page("edit", "_edit", source)
    case .folder(let folder): return page("tree", "src/branch", folder)
    case .introduction(let template): return filledAddress(for: template) ?? newAddress(for: template)
    }
  }

  /// Where a file is made in the folder of `template`, with its name filled in.
  func newAddress(for template: EntryTemplate) -> String {
    page("new", "_new", template.folder) + "?\(nameParameter)=\(PercentCoding.query(template.fileName))"
  }

  /// The page where a file is made, with its name and its text filled in; `nil` where the forge does not take it from a
  /// link (GitLab), or where it is too long for one.
  func filledAddress(for template: EntryTemplate) -> String? {
    guard host != .gitlab else { return nil }
    let link = newAddress(for: template) + "&value=\(PercentCoding.query(template.text))"
    return link.utf8.count <= Self.longestLink ? link : nil
  }

  /// The same for the script of a form, which fills in what was answered.
  func form(for template: EntryTemplate) -> ProposalForm.Forge {
    ProposalForm.Forge(
      address: page("new", "_new", template.folder), nameParameter: nameParameter,
      textParameter: host == .gitlab ? nil : "value", longestLink: Self.longestLink)
  }

  /// Where files are put into a folder from a computer; `nil` where the forge has no page of its own for that (GitLab).
  func uploadAddress(of folder: String) -> String? { host == .gitlab ? nil : page("upload", "_upload", folder) }

  private var nameParameter: String { host == .gitlab ? "file_name" : "filename" }

  /// What the forge does with a file or folder, `path` from the project's root.
  ///
  /// - Parameters:
  ///   - action: what GitHub and GitLab call it.
  ///   - forgejo: what Forgejo calls it.
  private func page(_ action: String, _ forgejo: String, _ path: String) -> String {
    let place = "\(branch)/\(PercentCoding.path(path))"
    switch host {
    case .github: return "\(repository.text)/\(action)/\(place)"
    case .gitlab: return "\(repository.text)/-/\(action)/\(place)"
    case .forgejo: return "\(repository.text)/\(forgejo)/\(place)"
    }
  }
}
