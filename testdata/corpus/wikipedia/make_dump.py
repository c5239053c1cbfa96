"""Writes dump.xml as Wikipedia publishes it: bzip2 streams of two pages each, one before them and one behind.

    python3 make_dump.py

dump.xml and expected.txt are written by hand, after https://www.mediawiki.org/wiki/Help:Formatting and its kin.
"""
import bz2
import re
from pathlib import Path

HERE = Path(__file__).parent


def main():
    dump = (HERE / "dump.xml").read_bytes()
    starts = [match.start() for match in re.finditer(rb"  <page>", dump)]
    end = dump.index(b"</mediawiki>")
    cuts = [0] + starts[::2] + [end, len(dump)]
    streams = [bz2.compress(dump[a:b]) for a, b in zip(cuts, cuts[1:])]
    (HERE / "dump.xml.bz2").write_bytes(b"".join(streams))


main()
