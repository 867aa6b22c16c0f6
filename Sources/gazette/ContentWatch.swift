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
    _ format: SiteOptions.Format, isServing: Bool = false, limits: Watchdog.Limits = Watchdog.Limits(),
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

  private static func diagnostic(_ alarm: Watchdog.Alarm, _ limits: Watchdog.Limits) -> Diagnostic {
    switch alarm {
    case .time(let file):
      return .tookTooLong(SourceLocation(file: file), seconds: Int(limits.time / .seconds(1)))
    case .memory(let files): return .tookTooMuchMemory(files: files, megabytes: limits.memory >> 20)
    }
  }
}
