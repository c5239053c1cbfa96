"""Noise of a simulated participant, from the documented rule and the published generators alone.

WELL1024a: Panneton, L'Ecuyer and Matsumoto (2006), table I. SplitMix64: Steele, Lea and Flood (2014).
Normal numbers by Box and Muller: of two uniforms x and y, sqrt(-2 ln y) cos(2 pi x), then the same with sin.

Run: python3 noise.py > noise.tsv
"""
import math

MASK64 = (1 << 64) - 1
MASK32 = (1 << 32) - 1
GOLDEN = 0x9E3779B97F4A7C15


def mix(z):
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK64
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK64
    return z ^ (z >> 31)


def state(seed, kind, a, b):
    s = mix((seed + GOLDEN) & MASK64)
    for part in (kind, a, b):
        s = mix((s + part + GOLDEN) & MASK64)
    return [mix((s + (n + 1) * GOLDEN) & MASK64) >> 32 for n in range(32)]


def well1024a(v):
    i = 0
    while True:
        z0 = v[(i + 31) % 32]
        vm1, vm2, vm3 = v[(i + 3) % 32], v[(i + 24) % 32], v[(i + 10) % 32]
        z1 = v[i] ^ vm1 ^ (vm1 >> 8)
        z2 = vm2 ^ (vm2 << 19 & MASK32) ^ vm3 ^ (vm3 << 14 & MASK32)
        v[i] = z1 ^ z2
        i = (i + 31) % 32
        v[i] = z0 ^ (z0 << 11 & MASK32) ^ z1 ^ (z1 << 7 & MASK32) ^ z2 ^ (z2 << 13 & MASK32)
        yield v[i]


def uniforms(words):
    while True:
        high, low = next(words) >> 6, next(words) >> 6
        yield (high << 26 | low) * 2.0 ** -52


def normals(numbers):
    while True:
        x, y = next(numbers), next(numbers)
        r = math.sqrt(-2 * math.log(y))
        yield r * math.cos(2 * math.pi * x)
        yield r * math.sin(2 * math.pi * x)


def main():
    print("seed\tword\tpresentation\tvalues")
    for seed in (1, 42, -7):
        for word, presentation in ((0, 0), (0, 1), (2, 0), (2, 1)):
            noise = normals(uniforms(well1024a(state(seed & MASK64, 3, word, presentation))))
            print(seed, word, presentation, " ".join("%.9g" % next(noise) for _ in range(7)), sep="\t")


if __name__ == '__main__':
    main()
