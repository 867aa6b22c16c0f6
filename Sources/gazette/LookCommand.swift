import ArgumentParser
import Building
import Foundation
import Looking
import Reading
import Site

/// What the site that is online answers. This command opens connections; nothing else does.
struct LookCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "look", abstract: "Demande au site en ligne s’il répond comme il faut.",
    discussion: """
      gazette look
      gazette look https://exemple.org/site/
      gazette look --links

      Avec --links : les liens vers d’autres sites qui ne mènent plus nulle part.
      """)

  @Argument(help: ArgumentHelp("L’adresse du site, si ce n’est pas celle de site.yml.", valueName: "adresse"))
  var address: String?

  @OptionGroup var options: SiteOptions

  @Flag(name: .long, help: "Essayer les liens vers d’autres sites, et dire ce qui est à revoir une fois par an.")
  var links = false

  func validate() throws {
    if let address, BaseURL(address) == nil {
      throw ValidationError("« \(address) » n’est pas une adresse complète, comme https://exemple.org/site/.")
    }
  }

  func run() async throws {
    let project = try await Project.read(
      options.build, makesPictures: false, watchdog: ContentWatch.begin(options.format))
    guard project.site != nil, project.publication != nil else {
      Terminal.report(project.report, options.format)
      throw ExitCode(1)
    }
    let curl = Curl(environment: ProcessInfo.processInfo.environment)
    if links { return try Self.checkLinks(of: project, in: options.build.root, by: curl) }
    if try !Self.look(at: address, project, by: curl) { throw ExitCode(1) }
  }

  /// Says what the site at `address` answers; `false` where something is wrong.
  static func look(at address: String?, _ project: Project, by curl: Curl) throws -> Bool {
    guard let site = project.site, let publication = project.publication else { return true }
    let base = address ?? site.settings.baseURL
    guard !base.contains(".invalid") else {
      throw Fault(
        "L’adresse du site n’est pas encore connue.", hint: "Donnez-la : gazette look https://exemple.org/",
        status: Fault.usage)
    }
    let findings = try OnlineSite.findings(
      at: base, of: publication, site: site, by: curl, now: Int(Date().timeIntervalSince1970))
    for finding in findings { Terminal.print(finding.text) }
    return findings.allSatisfy { $0.severity != .wrong }
  }

  private static func checkLinks(of project: Project, in root: String, by curl: Curl) throws {
    guard let site = project.site else { return }
    let links = ContentLinks.all(of: site, in: root)
    Terminal.printError("\(links.count) adresses à essayer…")
    for line in try OutsideLinks.report(on: links, by: curl) { Terminal.print(line) }
    let newest = YearlyReview.newestVersion(for: root, environment: ProcessInfo.processInfo.environment)
    for line in YearlyReview.lines(of: site, report: project.report, version: version, newest: newest) {
      Terminal.print(line)
    }
  }
}
