import Testing
import Threads

@Suite struct PipelineTests {
  @Test(arguments: [0, 1, 7, 8, 9, 16, 17, 1000], [1, 8, 0])
  func `results come out in the order of the values, each once`(count: Int, size: Int) {
    // The later a value of a batch, the sooner it is done.
    let pipeline = Pipeline<Int, Int>(batchesOf: size) { value, _ in
      (0..<(8 - value % 8) * 50).reduce(value * 2) { sum, number in sum + number - number }
    }
    var results: [Int] = []
    for value in 0..<count { results += pipeline.add(value) }
    results += pipeline.finish()
    #expect(results == (0..<count).map { $0 * 2 })
    #expect(pipeline.finish().isEmpty)
  }

  @Test func `no more than two batches wait`() {
    let pipeline = Pipeline<Int, Int>(batchesOf: 4) { value, _ in value }
    var given = 0
    for value in 1...100 {
      given += pipeline.add(value).count
      #expect(value - given <= 8)
    }
    #expect(given + pipeline.finish().count == 100)
  }

  @Test(arguments: [1, 3, 8, 0])
  func `what waits for its turn is done in the order of the values`(size: Int) {
    let order = Locked<[Int]>([])
    let pipeline = Pipeline<Int, Int>(batchesOf: size) { value, turn in
      // Some never ask for it.
      guard !value.isMultiple(of: 3) else { return value }
      turn.wait()
      order.withLock { $0.append(value) }
      return value
    }
    var count = 0
    for value in 0..<500 { count += pipeline.add(value).count }
    count += pipeline.finish().count
    #expect(count == 500)
    #expect(order.withLock { $0 } == (0..<500).filter { !$0.isMultiple(of: 3) })
  }

  @Test func `it can be used again when it has finished`() {
    let pipeline = Pipeline<String, Int>(batchesOf: 2) { value, _ in value.count }
    #expect(pipeline.add("a").isEmpty)
    #expect(pipeline.finish() == [1])
    #expect(pipeline.add("bcd").isEmpty)
    #expect(pipeline.finish() == [3])
  }
}
