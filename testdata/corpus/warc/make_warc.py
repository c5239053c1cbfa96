"""Writes a small crawl with warcio (PyPI, 1.8): crawl.warc, crawl.warc.gz, crawl.warc.wet.gz; all of it invented.

    python3 make_warc.py

expected.txt and expected-wet.txt are written by hand: the text of each document that counts, set apart by %%.
"""
import gzip
import io
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

HERE = Path(__file__).parent

HTML = """<!DOCTYPE html><html><head><title>Celery</title><style>p {{ color: saw }}</style>
<script>var knives = "ate";</script>{meta}</head>
<body><h1>Celery&nbsp;soup</h1><p>We <b>eat</b> it <i>wa</i>rm,<br>with knives.<!-- saw --><ul><li>one<li>two</ul>
<table><tr><td>left<td>right</table><div>caf\u00e9</div></body></html>"""
XHTML = """<?xml version="1.0" encoding="ISO-8859-1"?>
<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Lettuce</title></head><body><p>na\u00efve</p></body></html>"""


class SameEveryTime(WARCWriter):
    """Numbers the records and dates them all alike."""

    records = 0

    @classmethod
    def _make_warc_id(cls):
        cls.records += 1
        return f"<urn:uuid:00000000-0000-4000-8000-{cls.records:012d}>"

    def curr_warc_date(self):
        return "2026-01-02T03:04:05Z"


def response(writer, uri, body, kind, *more):
    headers = StatusAndHeaders("200 OK", [("Content-Type", kind), *more], protocol="HTTP/1.1")
    writer.write_record(writer.create_warc_record(uri, "response", payload=io.BytesIO(body), http_headers=headers))


def chunked(body):
    half = len(body) // 2
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (body[:half], body[half:], b""))


def crawl(writer):
    writer.write_record(writer.create_warcinfo_record("crawl.warc", {"software": "saw 1.0"}))
    request = StatusAndHeaders("GET / HTTP/1.1", [("Host", "example.org")], is_http_request=True)
    writer.write_record(writer.create_warc_record("http://example.org/", "request", http_headers=request))
    utf8 = HTML.format(meta="").encode()
    latin = HTML.format(meta='<meta charset="windows-1252">').encode("cp1252")
    response(writer, "http://example.org/", utf8, "text/html; charset=utf-8")
    response(writer, "http://example.org/latin", latin, "text/html")
    response(writer, "http://example.org/gzip", gzip.compress(utf8, mtime=0), 'TEXT/HTML;charset="UTF-8"', ("Content-Encoding", "gzip"))
    response(writer, "http://example.org/chunks", chunked(utf8), "text/html;charset=utf-8", ("Transfer-Encoding", "chunked"))
    response(writer, "http://example.org/x", XHTML.encode("latin-1"), "application/xhtml+xml")
    response(writer, "http://example.org/t", "Plain caf\u00e9s ate.".encode("latin-1"), "text/plain; charset=ISO-8859-1")
    response(writer, "http://example.org/i.png", b"\x89PNG\r\n\x1a\nsaw saw", "image/png")
    response(writer, "http://example.org/empty", b"", "text/html", ("Content-Encoding", "gzip"))
    response(writer, "http://example.org/none", b"knives", "application/octet-stream")
    writer.write_record(writer.create_warc_record("dns:example.org", "resource", io.BytesIO(b"saw"), warc_content_type="text/dns"))
    writer.write_record(writer.create_warc_record("http://example.org/", "metadata", io.BytesIO(b"via: saw"), warc_content_type="application/warc-fields"))
    response(writer, "http://example.org/last", "The last celery.\r\n\r\n".encode(), "text/plain")


def wet(writer):
    writer.write_record(writer.create_warcinfo_record("crawl.wet", {"software": "saw 1.0"}))
    for number, text in enumerate(["Celery\nWe eat caf\u00e9s.\n", "", "Lettuce\n\nThey saw it.\n"]):
        writer.write_record(
            writer.create_warc_record(
                f"http://example.org/{number}", "conversion", io.BytesIO(text.encode()), warc_content_type="text/plain"
            )
        )


def write(name, records, packed):
    with open(HERE / name, "wb") as out:
        SameEveryTime.records = 0
        records(SameEveryTime(out, gzip=packed))


write("crawl.warc", crawl, False)
write("crawl.warc.gz", crawl, True)
write("crawl.warc.wet.gz", wet, True)
