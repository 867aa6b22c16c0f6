/// Why there is no preview.
package enum PreviewFault: Error, Sendable {
  /// The system lets no more folders be watched.
  case noWatch
}
