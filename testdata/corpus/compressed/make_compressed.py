"""Writes one text in every compression, each in several parts, as other programs write them.

    python3 make_compressed.py        (Python's gzip, bz2 and lzma; the programs xz and zstd)

The parts end inside words and inside lines; some are empty. Every line has a number, so that a line that is lost, torn
or read twice can be told.
"""
import bz2
import gzip
import io
import lzma
import random
import struct
import subprocess
import zlib
from pathlib import Path

HERE = Path(__file__).parent
WORDS = "celery lettuce knives saw axes eat ate eats seen the a of and café über naïve".split()


def text(lines):
    chosen = random.Random(1)
    for number in range(lines):
        words = " ".join(chosen.choice(WORDS) for _ in range(chosen.randrange(1, 12)))
        yield f"{number:05d} {words}\n"


def parts(content, count):
    """Cut anywhere; the third and the last are empty."""
    cuts = sorted(random.Random(2).sample(range(1, len(content)), count - 1))
    pieces = [content[a:b] for a, b in zip([0] + cuts, cuts + [len(content)])]
    return pieces[:2] + [b""] + pieces[2:] + [b""]


def gzip_member(piece, number):
    """A member; one in two has a name, the fourth all optional fields of the header, made by hand."""
    if number == 3:
        header = b"\x1f\x8b\x08\x1e" + struct.pack("<I", 0) + b"\x00\xff"
        header += struct.pack("<H", 7) + b"XY\x03\x00abc" + b"name\0" + b"comment\0"
        header += struct.pack("<H", zlib.crc32(header) & 0xFFFF)
        deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
        body = deflate.compress(piece) + deflate.flush()
        return header + body + struct.pack("<II", zlib.crc32(piece), len(piece))
    out = io.BytesIO()
    with gzip.GzipFile("words.txt" if number % 2 else "", "wb", 9, out, mtime=0) as member:
        member.write(piece)
    return out.getvalue()


def program(command, piece):
    return subprocess.run(command, input=piece, stdout=subprocess.PIPE, check=True).stdout


def skippable(content):
    return struct.pack("<II", 0x184D2A53, len(content)) + content


def claims_large_dictionary(xz):
    """The first block says that it needs a dictionary of 1.5 GiB."""
    header = bytearray(xz[12 : 12 + (xz[12] + 1) * 4])
    header[header.index(b"\x21\x01") + 2] = 37
    header[-4:] = struct.pack("<I", zlib.crc32(bytes(header[:-4])))
    return xz[:12] + bytes(header) + xz[12 + len(header) :]


def main():
    content = "".join(text(700)).encode()
    pieces = parts(content, 6)
    write = lambda name, *stored: (HERE / name).write_bytes(b"".join(stored))
    write("words.txt", content)
    write("words.txt.gz", *(gzip_member(piece, i) for i, piece in enumerate(pieces)))
    write("words.txt.bz2", *(bz2.compress(piece, 1 + i % 2) for i, piece in enumerate(pieces)))
    write("one-stream.txt.bz2", bz2.compress(content, 1))
    streams = [lzma.compress(piece, check=[lzma.CHECK_CRC32, lzma.CHECK_CRC64][i % 2], preset=0) for i, piece in enumerate(pieces)]
    write("words.txt.xz", *(stream + b"\0" * 4 * (i % 3) for i, stream in enumerate(streams)))
    write("one-block.txt.xz", program(["xz", "-0", "--check=sha256"], content))
    frames = [program(["zstd", "-q", "-19", "-c", "--check"], piece) for piece in pieces]
    write("words.txt.zst", *(skippable(b"index" * i) + frame for i, frame in enumerate(frames)), skippable(b"end"))
    write("large-dictionary.txt.xz", claims_large_dictionary(lzma.compress(content)))
    write("large-window.txt.zst", program(["zstd", "-q", "-c", "--ultra", "--long=31"], content))


main()
