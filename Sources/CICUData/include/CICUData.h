// Nothing to call: what data.c defines is found by the linker.
