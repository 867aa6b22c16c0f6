import Diagnostics
import Files
import Foundation

/// Stands over a command while it works on the content: what takes longer, or more memory, than any text of a site should
/// is named, and the command ends. There is no other way: the library that reads Markdown can't be stopped from within.
enum ContentWatch {
  /// - Parameters:
  ///   - format: how it is reported.
  ///   - isServing: whether a slow file is only reported: the preview goes on showing what it has.
  ///   - limits: what one file may take.
  ///   - ending: called before the program ends, to leave nothing behind.
  static func begin(
    _ format: SiteOptions.Format, isServing: Bool = false, limits: Watchdog.Limits = ContentWatch.limits,
    ending: @escaping @Sendable () -> Void = {}
  ) -> Watchdog {
    Watchdog(limits: limits) { alarm in
      Terminal.report(DiagnosticReport([diagnostic(alarm, limits)]), format)
      if isServing, case .time = alarm { return }
      ending()
      // Not `exit`: it would wait for what can't be stopped.
      _exit(1)
    }
  }

  /// What the program needs for itself; the rest is for the content.
  static let own = 256 << 20

  /// What the variable GAZETTE_MEMORY says; `nil` where it is not set.
  static var asked: String? {
    ProcessInfo.processInfo.environment["GAZETTE_MEMORY"].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// By the variable GAZETTE_MEMORY, and never more than the system gives: what it refuses ends a program without a word.
  static var limits: Watchdog.Limits {
    var limits = Watchdog.Limits()
    limits.memory = asked.flatMap(ProcessLimits.bytes) ?? limits.memory
    if let all = ProcessLimits.addressSpace { limits.memory = min(limits.memory, max(all - own, own / 2)) }
    return limits
  }

  private static func diagnostic(_ alarm: Watchdog.Alarm, _ limits: Watchdog.Limits) -> Diagnostic {
    switch alarm {
    case .time(let file):
      return .tookTooLong(SourceLocation(file: file), seconds: Int(limits.time / .seconds(1)))
    case .memory: return .tookTooMuchMemory(megabytes: limits.memory >> 20)
    }
  }
}
