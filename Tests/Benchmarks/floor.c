// The least that any generator must do to make a site: read every Markdown file of a folder, make HTML of it by cmark-gfm, and
// write as many files of as many bytes as that site has, whatever is in them. FILES lists these: `<bytes> <path>` a line.
// usage: floor SOURCE OUTPUT WORKERS FILES
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

static void parse(const char *source) {
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
  free(html), free(text);
  cmark_node_free(tree);
  cmark_parser_free(parser);
}

// The folders of `path` that are not there yet are made.
static void make(const char *output, char *path, size_t size, const char *filler) {
  char *file;
  if (asprintf(&file, "%s/%s", output, path) < 0) exit(1);
  FILE *stream = fopen(file, "wb");
  if (!stream) {
    for (char *slash = file + strlen(output); (slash = strchr(slash + 1, '/'));) {
      *slash = 0, mkdir(file, 0777), *slash = '/';
    }
    if (!(stream = fopen(file, "wb"))) exit(1);
  }
  if (fwrite(filler, 1, size, stream) != size) exit(1);
  fclose(stream);
  free(file);
}

static struct {
  size_t size;
  char *path;
} *files;
static size_t files_count, largest;

static void read_files(const char *path) {
  size_t size, length;
  char *text = contents(path, &size), *line = text;
  for (char *end; (end = strchr(line, '\n')); line = end + 1) {
    *end = 0;
    if (files_count % 1024 == 0) files = realloc(files, (files_count + 1024) * sizeof *files);
    files[files_count].size = length = strtoul(line, &line, 10);
    files[files_count++].path = line + 1;
    if (length > largest) largest = length;
  }
}

static void work(size_t worker, size_t workers, const char *output, const char *filler) {
  for (size_t i = worker; i < count; i += workers) parse(names[i]);
  for (size_t i = worker; i < files_count; i += workers) make(output, files[i].path, files[i].size, filler);
}

int main(int argc, char **arguments) {
  if (argc != 5) return 64;
  int workers = atoi(arguments[3]);
  cmark_gfm_core_extensions_ensure_registered();
  mkdir(arguments[2], 0777);
  list(arguments[1]);
  read_files(arguments[4]);
  char *filler = malloc(largest + 1);
  memset(filler, 'x', largest);
  // Processes rather than threads: cmark-gfm has a table of special characters that all parsers write to.
  for (int worker = 1; worker < workers; worker++) {
    if (fork()) continue;
    work(worker, workers, arguments[2], filler);
    _exit(0);
  }
  work(0, workers, arguments[2], filler);
  while (wait(NULL) > 0) {}
  return 0;
}
