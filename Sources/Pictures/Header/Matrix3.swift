/// Three rows of three numbers.
struct Matrix3: Sendable, Hashable {
  let rows: [[Double]]

  init(rows: [[Double]]) { self.rows = rows }

  init(columns: [[Double]]) { self.init(rows: (0..<3).map { row in columns.map { $0[row] } }) }

  init(diagonal: [Double]) {
    self.init(rows: (0..<3).map { row in (0..<3).map { $0 == row ? diagonal[row] : 0 } })
  }

  func times(_ vector: [Double]) -> [Double] {
    rows.map { row in row[0] * vector[0] + row[1] * vector[1] + row[2] * vector[2] }
  }

  func times(_ other: Matrix3) -> Matrix3 {
    Matrix3(columns: (0..<3).map { column in times(other.rows.map { $0[column] }) })
  }

  /// `nil` where there is none.
  var inverse: Matrix3? {
    func minor(_ row: Int, _ column: Int) -> Double {
      let (a, b, c, d) = ((row + 1) % 3, (row + 2) % 3, (column + 1) % 3, (column + 2) % 3)
      return rows[a][c] * rows[b][d] - rows[a][d] * rows[b][c]
    }
    let determinant = (0..<3).reduce(0.0) { $0 + rows[0][$1] * minor(0, $1) }
    guard abs(determinant) > 1e-9 else { return nil }
    return Matrix3(rows: (0..<3).map { row in (0..<3).map { minor($0, row) / determinant } })
  }
}
