import Testing

@testable import Files

@Suite struct ChildProcessTests {
  private static let variables = ["PATH": "/usr/bin:/bin", "A": "é"]

  private func run(
    _ script: String, seconds: Double = 10, memory: Int? = 2 << 30, output: Int = 65_536, endsAtLimit: Bool = false,
    errors: ChildProcess.Errors = .keptWithOutput
  ) -> (outcome: ChildProcess.Outcome, output: String) {
    let process = ChildProcess(
      timeLimit: seconds, memoryLimit: memory, outputLimit: output, endsAtOutputLimit: endsAtLimit, errors: errors)
    let (outcome, output) = process.run("sh", ["-c", script], environment: Self.variables)
    return (outcome, String(decoding: output, as: UTF8.self))
  }

  @Test(arguments: [2 << 30, nil])
  func `status and words come back`(memory: Int?) {
    let (outcome, output) = run("echo un $A; echo deux >&2; exit 3", memory: memory)
    #expect(outcome == .finished(status: 3))
    #expect(output == "un é\ndeux\n")
    #expect(run("echo un; echo deux >&2", memory: memory, errors: .dropped).output == "un\n")
    #expect(run("kill -9 $$", memory: memory).outcome == .killed(signal: 9))
  }

  @Test func `a program that is not there`() {
    let process = { (memory: Int?) in
      ChildProcess(timeLimit: 10, memoryLimit: memory, outputLimit: 9, endsAtOutputLimit: true, errors: .dropped)
        .run("/nowhere/x", [], environment: [:]).outcome
    }
    #expect(process(nil) == .notStarted)
    #expect(process(2 << 30) == .finished(status: 127))
  }

  @Test func `time and memory have an end`() {
    #expect(run("while :; do :; done", seconds: 0.3).outcome == .tookTooLong)
    #expect(run("sleep 60", seconds: 0.3, memory: nil).outcome == .tookTooLong)
    let (outcome, output) = run("x=a; while :; do x=$x$x; done", memory: 100 << 20)
    #expect(outcome != .finished(status: 0) && outcome != .tookTooLong, "\(output)")
  }

  private static let flood =
    "i=0; while [ $i -lt 3000 ]; do echo 0123456789012345678901234567890123456789012345678901234567890; i=$((i+1)); done"

  @Test func `a flood of words does not block`() {
    let (outcome, output) = run(Self.flood)
    #expect(outcome == .finished(status: 0))
    #expect(output.utf8.count == 65_536)
    #expect(run(Self.flood, endsAtLimit: true).outcome == .wroteTooMuch)
    #expect(run(Self.flood, output: 1 << 20, endsAtLimit: true).output.utf8.count == 3000 * 62)
  }
}
