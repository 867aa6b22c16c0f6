extension RunningText {
  /// A piece of text, and where its bytes begin.
  typealias Piece = (text: String, start: Int)

  /// `pieces`, whose bytes were appended in this order with breaks and objects between some of them, as they are to be set.
  func texts(_ pieces: [Piece]) -> [String] {
    var edits = edits[...]
    var first = 0
    var stretches = stretches.map { ($0, setInFull($0, of: pieces, from: &first)) }[...]
    return pieces.enumerated().map { number, piece in
      let end = piece.start + piece.text.utf8.count
      var result: [UInt8] = []
      var position = piece.start
      while position < end {
        while let (stretch, _) = stretches.first, stretch.upperBound <= position { stretches.removeFirst() }
        let (stretch, texts) = stretches.first ?? (end..<end, [:])
        if stretch.contains(position) {
          result += (texts[number] ?? "").utf8
          position = min(end, stretch.upperBound)
        } else {
          let limit = min(end, stretch.lowerBound)
          if position == piece.start, limit == end, edits.first.map({ $0.offset >= end }) ?? true { return piece.text }
          copy(position..<limit, &edits, to: &result)
          position = limit
        }
      }
      return String(decoding: result, as: UTF8.self)
    }
  }

  /// Puts the bytes of `range`, which is ordinary, at the end of `result` as they are to be set.
  private func copy(_ range: Range<Int>, _ edits: inout ArraySlice<Edit>, to result: inout [UInt8]) {
    if result.isEmpty { result.reserveCapacity(range.count + 24) }
    var position = range.lowerBound
    while let edit = edits.first, edit.offset < range.upperBound {
      result += bytes[position..<edit.offset]
      edit.text.withUTF8Buffer { result.append(contentsOf: $0) }
      position = edit.offset + edit.length
      edits.removeFirst()
    }
    result += bytes[position..<range.upperBound]
  }

  /// What the parts of `pieces` that lie in `stretch` are to be, by the numbers of the pieces.
  ///
  /// - Parameter first: the number of a piece before which none lies in it; moved on to the first that does.
  private func setInFull(_ stretch: Range<Int>, of pieces: [Piece], from first: inout Int) -> [Int: String] {
    var run = TypographicRun()
    var owners: [Int] = []
    var position = stretch.lowerBound
    func separators(until end: Int) {
      while position < end {
        if bytes[position] == 0 { run.appendObject() } else { run.appendBreak() }
        position += 1
      }
    }
    while first < pieces.count, pieces[first].start + pieces[first].text.utf8.count <= stretch.lowerBound { first += 1 }
    for number in first..<pieces.count {
      let piece = pieces[number]
      if piece.start >= stretch.upperBound { break }
      let part = (piece.start..<piece.start + piece.text.utf8.count).clamped(to: stretch)
      if part.isEmpty { continue }
      separators(until: part.lowerBound)
      run.append(String(decoding: bytes[part], as: UTF8.self), owner: owners.count)
      owners.append(number)
      position = part.upperBound
    }
    separators(until: stretch.upperBound)
    run.set()
    return Dictionary(zip(owners, run.texts(count: owners.count))) { first, _ in first }
  }
}
