import Diagnostics
import Testing

@testable import Reading

/// Notation of other programs in texts.
@Suite struct ForeignCodeTests {
  private static func codes(_ body: String) async throws -> [String] {
    let text = "---\ntitre: Essai\ndate: 2026-01-05\nresume: Une phrase.\n---\n\(body)\n"
    return await (try ContentFixture(["nouvelles/a.md": text])).read().diagnostics.map(\.code)
  }

  @Test(arguments: [
    "{% comment %}", "{% comment %} caché {% endcomment %}", "{%- comment -%}\ncaché", "%% caché %%", "%%\ncaché\n%%",
    "{{/* caché */}}", "Un mot {{/* caché\nencore */}} et la suite.", "{{!-- caché --}}", "{# caché #}",
    "{::comment}caché{:/comment}", "Un mot {>>caché<<} et la suite.", "Un mot {--retiré--}.",
    "- une liste\n- %% caché %%", "| a | b |\n|---|---|\n| x | %% caché %% |", "> {# caché #}", "## Titre %% caché %%",
    "**{# caché #}**", "[un lien {# caché #}](https://exemple.org)",
  ])
  func `a comment that would be read is an error`(body: String) async throws {
    #expect(try await Self.codes(body).contains("foreign-comment"))
  }

  @Test(arguments: [
    "{{< youtube abc_def >}}", "{{< figure src=\"https://exemple.org/a.jpg\" >}}",
    "{{% notice %}}Attention{{% /notice %}}",
    "{% include carte.html %}", "Voir {% link _posts/a.md %}.", "[gallery ids=\"1,2\"]",
    "[gallery]",
    "[caption id=\"a\" width=\"300\"]Une photo[/caption]", "[embed]https://exemple.org[/embed]",
    "[contact-form-7 id=\"5\" title=\"Nous écrire\"]", "[vc_row full_width=\"x\"]", "{{< a\nsrc=b >}}",
  ])
  func `an instruction to another program is an error`(body: String) async throws {
    #expect(try await Self.codes(body).contains("foreign-instruction"))
  }

  @Test(arguments: [
    "`{% comment %}`", "Écrivez `{{< youtube abc >}}` ici.", "```\n{{< youtube abc >}}\n%% a %%\n```", "    {% raw %}",
    "\\{% comment %} s’écrit ainsi.", "\\%% n’est pas un commentaire %%", "50 % de réduction, 20 %% de bonus",
    "Un {mot} entre accolades et {deux mots}.", "\\[gallery ids=\"1\"\\]", "[gallery de photos](https://exemple.org)",
    "Le prix {{}} est vide.", "L’ensemble {a, b} et {{a}, {b, c}} sans rien.", "x = {1, 2} % 3",
    "[Marie=Odile] est là, [vidéo] aussi.", "La fonction f{x} {# seule",
  ])
  func `what is code, escaped or ordinary is left alone`(body: String) async throws {
    let found = try await Self.codes(body).filter { $0.hasPrefix("foreign") }
    #expect(found.isEmpty)
  }
}
