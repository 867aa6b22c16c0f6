import Building
import Foundation
import Markup
import Publishing
import Reading
import Site
import Testing
import Time

@testable import Importing

/// What our own site gives out, brought into another project: nothing of it may be lost.
@Suite struct RoundTripTests {
  private static let fixtures = ImportProject.projectRoot + "/Tests/Fixtures/"
  /// 1 March 2026.
  private static let today = CivilDateTime(day: CivilDay(number: 20_513), minuteOfDay: 600)

  private func project(_ root: String) async throws -> Project {
    var options = BuildOptions(root: root)
    options.themes = ImportProject.projectRoot + "/Themes"
    options.today = Self.today
    return try await Project.read(options, makesPictures: false, watchdog: nil)
  }

  private func file(_ name: String, of project: Project) throws -> String {
    let file = try #require(project.publication?.files.first { $0.path == name })
    guard case .rendered(let render) = file.content else { throw Fault("no text", status: 1) }
    return String(decoding: try render(), as: UTF8.self)
  }

  /// The dates that take place, each with its title; no calendar has those of which the day is not known.
  private func dates(of site: Site) -> Set<String> {
    let days = Self.today.day.adding(days: -400)...Self.today.day.adding(days: 400)
    var result: Set<String> = []
    for event in site.events {
      for occurrence in event.schedule.occurrences(in: days)
      where occurrence.state == .confirmed && occurrence.span.isDated {
        result.insert("\(event.entry.title) : \(French.span(occurrence.span))")
      }
    }
    return result
  }

  @Test(arguments: ["complet", "vivant"])
  func `our calendar gives the same dates`(_ fixture: String) async throws {
    let ours = try await project(
      fixture == "vivant" ? ImportProject.projectRoot + "/Sources/Building/Starter/example" : Self.fixtures + fixture)
    let calendar = try file("agenda.ics", of: ours)
    let other = try ImportProject()
    let outcome = try await other.run(other.source(calendar, named: "source.ics"))
    #expect(outcome.check.diagnostics.filter { $0.severity == .error }.map(\.message) == [])
    let site = try #require(ours.site)
    let again = try #require(try await project(other.root).site)
    let expected = dates(of: site)
    #expect(!expected.isEmpty)
    let found = dates(of: again)
    #expect(found.subtracting(expected).sorted() == [])
    #expect(expected.subtracting(found).sorted() == [])
  }

  @Test func `our feed gives the same texts`() async throws {
    let ours = try await project(Self.fixtures + "complet")
    let feed = try file("nouvelles/atom.xml", of: ours)
    let other = try ImportProject()
    let outcome = try await other.run(other.source(feed, named: "source.atom"))
    #expect(outcome.check.diagnostics.filter { $0.severity == .error }.map(\.message) == [])
    let site = try #require(ours.site)
    let again = try #require(try await project(other.root).site)
    func texts(_ site: Site) -> [String: String] {
      Dictionary(
        site.news.filter(\.entry.body.footnotes.isEmpty).map {
          ($0.entry.title, PlainTextRenderer.text(of: $0.entry.body))
        }
      ) { first, _ in first }
    }
    let expected = texts(site)
    let found = texts(again)
    #expect(!found.isEmpty)
    // The notes of a text are another matter in a feed.
    for (title, text) in found where expected[title] != nil {
      // A date without its day stands in the text of the feed, which has to have one.
      let own = expected[title] ?? ""
      #expect(text == own || text.hasSuffix("\n" + own), "\(title): \(text) / \(own)")
    }
  }
}
