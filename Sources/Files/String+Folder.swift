extension String {
  /// The path of a folder without `/` at its end, so that others can be put behind it; « / » stays what it is.
  package var asFolderPath: String {
    var path = self[...]
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return String(path)
  }
}
