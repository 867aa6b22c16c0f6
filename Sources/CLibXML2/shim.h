#include <dlfcn.h>
// What documents the program reads its compiled modules alone, and does not know where these headers are (`house` in Package.swift).
#if __has_include(<libxml/xmlversion.h>)
#include <libxml/xmlversion.h>
// Swift's Foundation has ICU's types in a module of its own, and two of one name can't be imported together. Without this, the
// headers name them in a structure (xmlCharEncodingHandler) that nothing here uses.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlreader.h>

// The library that these headers belong to: what it puts where in memory differs between two names.
#if defined(__APPLE__)
#define LIBXML_LIBRARY "libxml2.2.dylib"
#elif LIBXML_VERSION >= 21400
#define LIBXML_LIBRARY "libxml2.so.16"
#else
#define LIBXML_LIBRARY "libxml2.so.2"
#endif

// Every function of the library that is called, typed as its headers have it.
#define LIBXML_FUNCTIONS(X)                                                                                            \
  X(htmlCtxtReadMemory) X(htmlFreeParserCtxt) X(htmlNewParserCtxt)                                                     \
  X(xmlBufferContent) X(xmlBufferCreate) X(xmlBufferFree) X(xmlDocGetRootElement) X(xmlFreeDoc)                        \
  X(xmlInitParser) X(xmlNodeBufGetContent) X(xmlReaderForIO)                                                           \
  X(xmlFreeTextReader) X(xmlTextReaderCurrentNode) X(xmlTextReaderDepth) X(xmlTextReaderExpand)                        \
  X(xmlTextReaderGetParserLineNumber) X(xmlTextReaderNext) X(xmlTextReaderNodeType) X(xmlTextReaderRead)

#define LIBXML_FIELD(name) __typeof__(&name) _Nonnull name;
/// The functions of libxml2, found in the library when it is loaded.
struct LibXMLFunctions { LIBXML_FUNCTIONS(LIBXML_FIELD) };
#undef LIBXML_FIELD

/// Loads the library into the process and finds its functions. Not to be called by two threads at once.
///
/// It is not linked: it brings ICU, some 30 MB of address space, which only who imports a site needs.
///
/// Returns what is the process' for good; NULL where the machine has no such library, or one without these functions.
static inline const struct LibXMLFunctions *_Nullable libxml_load(void) {
  static struct LibXMLFunctions functions;
  void *const library = dlopen(LIBXML_LIBRARY, RTLD_NOW | RTLD_LOCAL);
  if (library == NULL) return NULL;
#define LIBXML_FIND(name)                                                                                              \
  void *const found_##name = dlsym(library, #name);                                                                    \
  if (found_##name == NULL) return NULL;                                                                               \
  functions.name = (__typeof__(&name))found_##name;
  LIBXML_FUNCTIONS(LIBXML_FIND)
#undef LIBXML_FIND
  // Left to the first who parses, two threads that parse at once would each make the library's locks, and one of them might
  // wait for ever for a lock that is no more.
  functions.xmlInitParser();
  return &functions;
}
#endif
