// What libFuzzer calls with every text: it is read as `Sources/Markdown/MarkdownParser.swift` has it read, and everything is asked
// of the tree that the program asks of it.
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>

static volatile size_t seen;

static void look(const char *text) { if (text) seen += strlen(text); }

static void ask(cmark_node *node) {
  look(cmark_node_get_type_string(node));
  look(cmark_node_get_literal(node));
  look(cmark_node_get_url(node));
  look(cmark_node_get_title(node));
  if (cmark_node_get_type(node) == CMARK_NODE_CODE_BLOCK) look(cmark_node_get_fence_info(node));
  seen += cmark_node_get_heading_level(node) + cmark_node_get_list_type(node) + cmark_node_get_list_tight(node) +
    cmark_node_get_list_start(node) + cmark_node_get_start_line(node) + cmark_node_get_end_line(node) +
    cmark_node_get_start_column(node) + cmark_gfm_extensions_get_tasklist_item_checked(node);
  uint16_t columns = cmark_gfm_extensions_get_table_columns(node);
  uint8_t *alignments = cmark_gfm_extensions_get_table_alignments(node);
  for (uint16_t column = 0; alignments && column < columns; column++) seen += alignments[column];
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count) {
  cmark_gfm_core_extensions_ensure_registered();
  cmark_parser *parser = cmark_parser_new(CMARK_OPT_FOOTNOTES | CMARK_OPT_VALIDATE_UTF8);
  const char *names[] = {"table", "strikethrough", "autolink", "tagfilter", "tasklist"};
  for (size_t index = 0; index < sizeof names / sizeof *names; index++) {
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(names[index]));
  }
  cmark_parser_feed(parser, (const char *)bytes, count);
  cmark_node *document = cmark_parser_finish(parser);
  cmark_parser_free(parser);
  cmark_iter *iterator = cmark_iter_new(document);
  while (cmark_iter_next(iterator) != CMARK_EVENT_DONE) ask(cmark_iter_get_node(iterator));
  cmark_iter_free(iterator);
  cmark_node_free(document);
  return 0;
}
