/// What plug-ins of WordPress show to members alone: an export has it like all the rest.
enum ReservedContent {
  /// Keys of plug-ins by which a text is for some people alone, unless their values say otherwise: Members, Restrict Content Pro, MemberPress,
  /// Simple Membership.
  private static let keys: Set<String> = [
    "_members_access_role", "rcp_subscription_level", "rcp_user_level", "rcp_access_level", "_is_paid",
    "_mepr_unauthorized",
    "swpm_protected",
  ]
  private static let everybody: Set<String> = ["0", "all", "none", "no"]
  /// Those whose value says whether it is: WP-Members, and Ultimate Member, in whose value that is a member.
  private static let switches = (block: "_wpmem_block", settings: "um_content_restriction")

  /// Instructions whose text is for those who are known to the site.
  private static let instructions: Set<String> = [
    "members_only", "member_only", "membersonly", "members", "member", "private", "restrict", "restricted",
    "restrict_content", "rcp_restrict", "wpmem_private", "wpmem_logged_in", "um_loggedin", "um_show_content",
    "loggedin",
    "logged_in", "is_logged_in", "user_logged_in", "if_logged_in", "mepr-show", "mepr-active", "membership", "s2if",
    "ihc-hide-content", "wlm_private", "wlm_ismember", "wcm_restrict", "protected", "swpm_protected",
  ]

  /// Whether something of an item was not for everybody.
  static func isIn(_ item: WordPressItem) -> Bool {
    let isReserved = keys.contains { key in item.value(key).map { !everybody.contains($0.lowercased()) } ?? false }
    if isReserved || item.value(switches.block) == "1" { return true }
    if let settings = item.phpValue(switches.settings), settings["_um_custom_access_settings"]?.text == "1",
      settings["_um_accessible"]?.text == "2"
    {
      return true
    }
    return Shortcodes.names(behind: "[", in: item.content).contains { instructions.contains($0.lowercased()) }
  }
}
