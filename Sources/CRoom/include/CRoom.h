// Nothing to call: what room.c does is done before the program begins.
