import Presenting

/// The script of the forms, which is part of the program: a theme gives the forms their look alone.
enum ProposalScript {
  /// As it is published, beside the assets of the theme.
  static var asset: ThemeAsset {
    ThemeAsset(name: PageContext.proposalAsset, contents: PackageResources.proposer_js)
  }
}
