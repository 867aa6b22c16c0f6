#include <libxml/xmlversion.h>
// Swift's Foundation has ICU's types in a module of its own, and two of one name can't be imported together. Without this, the
// headers name them in a structure (xmlCharEncodingHandler) that nothing here uses.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlreader.h>
