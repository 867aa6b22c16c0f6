// What ICU knows of some hundred languages, in the program without any of it: 34 MB of the 76 that it would have otherwise.
//
// Foundation brings ICU, which looks for its data under the name below. A program that defines it gets no other. This is ICU's
// own way of doing without (icu4c/source/stubdata): a table of contents (udata.h, UDataInfo; ucmndata.h) in which nothing is.
// Whoever asks for what would be in it gets an error of ICU. Here nobody does: dates, words and the order of names are
// the site's own (a test holds what of Foundation is left to be asked for).
#include <stdint.h>

struct TableOfContents {
  uint16_t header_size;
  uint8_t magic[2];
  struct {
    uint16_t size, reserved;
    uint8_t is_big_endian, charset_family, size_of_char, reserved_byte;
    uint8_t format[4], format_version[4], data_version[4];
  } info;
  uint8_t padding[8];
  uint32_t count, reserved;
  // The first of the entries that `count` says there are none of.
  uint32_t name_offset, data_offset;
};

#define NO_DATA(name)                                                                                                  \
  const struct TableOfContents name __attribute__((aligned(16))) = {                                                   \
      .header_size = 32,                                                                                               \
      .magic = {0xda, 0x27},                                                                                           \
      .info = {.size = 20,                                                                                             \
               .is_big_endian = __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__,                                                \
               .size_of_char = 2,                                                                                      \
               .format = {'T', 'o', 'C', 'P'},                                                                         \
               .format_version = {1}}};

// The name has the version of ICU in it: 74 to 76 are those of Swift 6. Where none of them is asked for, the linker leaves
// them out.
NO_DATA(icudt74_dat)
NO_DATA(icudt75_dat)
NO_DATA(icudt76_dat)
