/// A value as somebody wrote it into the content, with the place where it stands.
package struct Located<Value: Sendable>: Sendable {
  package var value: Value
  package var place: SourceLocation

  package init(_ value: Value, at place: SourceLocation) {
    self.value = value
    self.place = place
  }
}

extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}
