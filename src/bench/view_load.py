#!/usr/bin/env python3
"""`view` under load: what memory 10,000 requests of 20 clients take, how long others wait while 700 connections are slow,
and what uploads of four and of eight million NIfTI extensions take.

    ./mitchell fit --subject S1 --data ../shared/data/simulated --features ../shared/data/mitchell2008/verb25_60nouns.csv --out FOLDER
    python3 src/bench/view_load.py FOLDER [--requests 10000] [--clients 20] [--slow 700]

Needs Linux and Python 3 (standard library). Memory is the resident set of the process that ./mitchell starts.
"""
import argparse
import concurrent.futures
import gzip
import http.client
import io
import json
import pathlib
import random
import socket
import statistics
import struct
import subprocess
import time
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parents[2]


def megabytes(process, what='VmRSS'):
    for line in pathlib.Path(f'/proc/{process.pid}/status').read_text().splitlines():
        if line.startswith(what + ':'):
            return int(line.split()[1]) / 1024
    raise ValueError(what)


class Page:
    """A client of its own connection."""

    def __init__(self, url):
        self.url = urllib.parse.urlsplit(url)
        self.connection = http.client.HTTPConnection(self.url.hostname, self.url.port, timeout=120)

    def ask(self, name, body=None):
        self.connection.request('GET' if body is None else 'POST', self.url.path + name, body)
        answer = self.connection.getresponse()
        return answer.status, answer.read()


def client(url, number, requests, words, features):
    """Words, vectors and voxels in turn; gives how many answers were not as they should be."""
    page, chance, wrong = Page(url), random.Random(number), 0
    for i in range(requests):
        if i % 4 == 0:
            status, _ = page.ask('predict', json.dumps({'fit': 0, 'vector': [chance.random() for _ in range(features)]}))
        elif i % 4 == 1:
            status, _ = page.ask('predict', json.dumps({'fit': 0, 'word': chance.choice(words)}))
        elif i % 4 == 2:
            status, _ = page.ask('word', json.dumps({'fit': 0, 'word': chance.choice(words)}))
        else:
            status, _ = page.ask('voxel', json.dumps({'fit': 0, 'ijk': [chance.randrange(50) for _ in range(3)]}))
        wrong += status != 200
    return wrong


def requests(process, url, all_requests, clients, words, features):
    print(f'memory before: {megabytes(process):.0f} MB')
    begun, wrong, parts = time.monotonic(), 0, 10
    with concurrent.futures.ThreadPoolExecutor(clients) as pool:
        for part in range(parts):
            each = all_requests // parts // clients
            wrong += sum(pool.map(lambda c: client(url, part * clients + c, each, words, features), range(clients)))
            print(f'memory after {(part + 1) * each * clients:,} requests: {megabytes(process):.0f} MB', flush=True)
    print(f'{time.monotonic() - begun:.0f} s, {wrong} answers other than 200; most memory {megabytes(process, "VmHWM"):.0f} MB')


def slow(process, url, connections):
    where = urllib.parse.urlsplit(url)
    held = []
    for _ in range(connections):
        one = socket.create_connection((where.hostname, where.port))
        one.sendall(b'POST ' + where.path.encode() + b'predict HTTP/1.1\r\nHost: ')
        held.append(one)
    seconds = []
    for _ in range(20):
        begun = time.monotonic()
        Page(url).ask('state')
        seconds.append(time.monotonic() - begun)
    for one in held:
        one.close()
    print(f'beside {connections} slow connections an answer takes {1000 * statistics.median(seconds):.0f} ms, the longest '
          f'{1000 * max(seconds):.0f} ms; memory {megabytes(process):.0f} MB')


def extensions(process, url, count):
    header = bytearray(348)
    struct.pack_into('<i', header, 0, 348)
    struct.pack_into('<8h', header, 40, 3, 2, 2, 2, 1, 1, 1, 1)
    struct.pack_into('<2h', header, 70, 16, 32)
    struct.pack_into('<8f', header, 76, 1, 1, 1, 1, 0, 0, 0, 0)
    struct.pack_into('<f', header, 108, 352 + 16 * count)
    header[344:348] = b'n+1\0'
    packed = io.BytesIO()
    with gzip.GzipFile(fileobj=packed, mode='wb', compresslevel=6) as stream:
        stream.write(bytes(header) + b'\1\0\0\0')
        extension = struct.pack('<2i8x', 16, 6)
        for _ in range(count // 1000):
            stream.write(extension * 1000)
        stream.write(struct.pack('<8f', *range(8)))
    status, answer = Page(url).ask('identify?0', packed.getvalue())
    print(f'an image with {count:,} extensions ({len(packed.getvalue()):,} bytes): {status} {json.loads(answer).get("error", "answered")}; '
          f'memory {megabytes(process):.0f} MB, most {megabytes(process, "VmHWM"):.0f} MB')


def main():
    parser = argparse.ArgumentParser(description='view under load')
    parser.add_argument('fits', type=pathlib.Path)
    parser.add_argument('--requests', type=int, default=10_000)
    parser.add_argument('--clients', type=int, default=20)
    parser.add_argument('--slow', type=int, default=700)
    options = parser.parse_args()
    process = subprocess.Popen([ROOT / 'mitchell', 'view', '--no-browser', '--model', options.fits], stdout=subprocess.PIPE, text=True)
    try:
        url = process.stdout.readline().strip()
        fit = json.loads(Page(url).ask('state')[1])['fits'][0]
        words = [word['word'] for word in fit['words']]
        requests(process, url, options.requests, options.clients, words, len(fit['features']))
        slow(process, url, options.slow)
        extensions(process, url, 4_000_000)
        extensions(process, url, 8_000_000)
    finally:
        process.terminate()
        process.wait()


main()
