/// The program that searches on the visitor's machine: it knows the format of the index, see ``SearchIndex``, and the form that
/// the search page has.
package enum SearchScript {
  /// ECMAScript (a module), in UTF-8.
  package static var contents: [UInt8] { PackageResources.search_js }
}
