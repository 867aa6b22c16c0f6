import Markup
import Time

/// Somebody who supports, accompanies or hosts.
package struct Partner: HasEntry, Hashable {
  package var entry: Entry
  /// What it is to us: financeur, accompagnement, hôte …
  package var type: String?
  package var website: String?
  package var logo: Image?
  package var otherNames: [String]
  package var since: PartialDate?

  package init(
    entry: Entry, type: String? = nil, website: String? = nil, logo: Image? = nil, otherNames: [String] = [],
    since: PartialDate? = nil
  ) {
    self.entry = entry
    self.type = type
    self.website = website
    self.logo = logo
    self.otherNames = otherNames
    self.since = since
  }
}
