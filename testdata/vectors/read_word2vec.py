"""Prints a binary file of word2vec as its format says, read by struct alone.

usage: read_word2vec.py FILE

The format, as the original program writes it: a line "words size" in ASCII; then for every word its
bytes, one space, size numbers of four bytes (IEEE 754, little-endian), one line feed; and nothing
behind the last. Prints a line a word: the word, then each number as the eight hex digits of its bits.
"""

import struct
import sys


def main():
    with open(sys.argv[1], "rb") as file:
        data = file.read()
    end = data.index(b"\n")
    words, size = map(int, data[:end].decode("ascii").split(" "))
    at = end + 1
    for _ in range(words):
        space = data.index(b" ", at)
        bits = struct.unpack("<%dI" % size, data[space + 1 : space + 1 + 4 * size])
        sys.stdout.buffer.write(data[at:space] + b"".join(b"\t%08x" % b for b in bits) + b"\n")
        at = space + 1 + 4 * size
        if data[at : at + 1] != b"\n":
            sys.exit("no line feed at byte %d" % at)
        at += 1
    if at != len(data):
        sys.exit("%d bytes are behind the last word" % (len(data) - at))


if __name__ == "__main__":
    main()
