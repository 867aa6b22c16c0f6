// The least that any generator must do: read every Markdown file of a folder, make HTML of it by cmark-gfm, put it into a
// page of 3 kB, write it. usage: floor SOURCE OUTPUT WORKERS
#define _GNU_SOURCE
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static char **names;
static size_t count;

static void list(const char *folder) {
  DIR *directory = opendir(folder);
  if (!directory) return;
  for (struct dirent *entry; (entry = readdir(directory));) {
    if (entry->d_name[0] == '.') continue;
    char *path;
    if (asprintf(&path, "%s/%s", folder, entry->d_name) < 0) exit(1);
    size_t length = strlen(path);
    if (length > 3 && !strcmp(path + length - 3, ".md")) {
      if (count % 1024 == 0) names = realloc(names, (count + 1024) * sizeof *names);
      names[count++] = path;
    } else {
      list(path);
      free(path);
    }
  }
  closedir(directory);
}

static char *contents(const char *path, size_t *size) {
  FILE *file = fopen(path, "rb");
  struct stat about;
  if (!file || fstat(fileno(file), &about)) exit(1);
  char *text = malloc(about.st_size + 1);
  *size = fread(text, 1, about.st_size, file);
  text[*size] = 0;
  fclose(file);
  return text;
}

static void page(const char *source, const char *output, size_t number, const char *frame) {
  size_t size;
  char *text = contents(source, &size), *body = text;
  if (!strncmp(text, "---\n", 4)) {
    char *end = strstr(text + 4, "\n---\n");
    if (end) body = end + 5;
  }
  cmark_parser *parser = cmark_parser_new(CMARK_OPT_DEFAULT);
  for (int i = 0; i < 4; i++) {
    const char *name = (const char *[]){"table", "strikethrough", "autolink", "tasklist"}[i];
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name));
  }
  cmark_parser_feed(parser, body, size - (body - text));
  cmark_node *tree = cmark_parser_finish(parser);
  char *html = cmark_render_html(tree, CMARK_OPT_DEFAULT, cmark_parser_get_syntax_extensions(parser));
  char *folder, *path;
  if (asprintf(&folder, "%s/%zu", output, number) < 0 || asprintf(&path, "%s/index.html", folder) < 0) exit(1);
  mkdir(folder, 0777);
  FILE *file = fopen(path, "wb");
  if (!file) exit(1);
  fputs(frame, file);
  fputs(html, file);
  fclose(file);
  free(html), free(text), free(folder), free(path);
  cmark_node_free(tree);
  cmark_parser_free(parser);
}

int main(int argc, char **arguments) {
  if (argc != 4) return 64;
  int workers = atoi(arguments[3]);
  char frame[3001];
  memset(frame, 'x', 3000), frame[3000] = 0;
  cmark_gfm_core_extensions_ensure_registered();
  mkdir(arguments[2], 0777);
  list(arguments[1]);
  // Processes rather than threads: cmark-gfm has a table of special characters that all parsers write to.
  for (int worker = 1; worker < workers; worker++) {
    if (fork()) continue;
    for (size_t i = worker; i < count; i += workers) page(names[i], arguments[2], i, frame);
    _exit(0);
  }
  for (size_t i = 0; i < count; i += workers) page(names[i], arguments[2], i, frame);
  while (wait(NULL) > 0) {}
  return 0;
}
