import Files
import Foundation
import Testing

@testable import gazette

@Suite struct ContentWatchTests {
  @Test func `a file that takes too long is named, and the program ends`() async {
    let result = await #expect(processExitsWith: .exitCode(1), observing: [\.standardErrorContent]) {
      var limits = Watchdog.Limits()
      limits.time = .milliseconds(100)
      let watchdog = ContentWatch.begin(.text, limits: limits)
      // What can't be stopped from within.
      watchdog.watching("Content/nouvelles/lent.md") { while true {} }
    }
    let said = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(said.contains("Content/nouvelles/lent.md : erreur : Ce fichier demande plus de"))
    #expect(said.contains("  → "))
  }

  @Test func `the preview goes on, and says which file it is`() async {
    let result = await #expect(processExitsWith: .exitCode(7), observing: [\.standardErrorContent]) {
      var limits = Watchdog.Limits()
      limits.time = .milliseconds(20)
      let watchdog = ContentWatch.begin(.text, isServing: true, limits: limits)
      let end = ContinuousClock.now + .milliseconds(500)
      watchdog.watching("Content/nouvelles/lent.md") { while ContinuousClock.now < end {} }
      exit(7)
    }
    let said = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(said.contains("Content/nouvelles/lent.md"))
  }

  @Test func `content that takes too much memory ends the program`() async {
    let result = await #expect(processExitsWith: .exitCode(1), observing: [\.standardErrorContent]) {
      var limits = Watchdog.Limits()
      limits.memory = 1 << 20
      let watchdog = ContentWatch.begin(.text, limits: limits)
      watchdog.watching("Content/nouvelles/gros.md") { while true {} }
    }
    let said = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(said.contains("de mémoire"))
  }
}
