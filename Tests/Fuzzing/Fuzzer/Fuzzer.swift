// What libFuzzer calls with every input. `GAZETTE_FUZZ_TARGET` names the target.
import Foundation
import Threads

private let target = FuzzTarget(rawValue: ProcessInfo.processInfo.environment["GAZETTE_FUZZ_TARGET"] ?? "")

/// Checks one input; ends the process where something does not hold.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let target else {
    stop(["GAZETTE_FUZZ_TARGET names none of " + FuzzTarget.allCases.map(\.rawValue).joined(separator: ", ")])
  }
  let input = Array(UnsafeBufferPointer(start: start, count: count))
  // libFuzzer waits for the answer of a function; what is asked may wait for others in turn.
  let (answered, found) = (DispatchSemaphore(value: 0), Locked<[String]>([]))
  Task.detached {
    let faults = await target.faults(of: input)
    found.withLock { $0 = faults }
    answered.signal()
  }
  answered.wait()
  var faults = found.withLock { $0 }
  if target == .markdown { faults += ReferenceMarkdown.faults(of: input) }
  if !faults.isEmpty { stop(faults) }
  return 0
}

private func stop(_ faults: [String]) -> Never {
  FileHandle.standardError.write(Data(("Does not hold: " + faults.joined(separator: "\nnor: ") + "\n").utf8))
  abort()
}
