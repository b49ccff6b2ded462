"""Reads a QR code's squares back, without anything of what draws it (ISO/IEC 18004, level M, versions 1 to 13)."""

from __future__ import annotations

from collections.abc import Iterator

Squares = list[list[int]]
FORMAT_MASK = 0b101010000010010
# By version: blocks of error correction, and codewords of it in each.
BLOCKS = (1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9)
CORRECTION = (10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22)
CENTRES = {1: (), **{v: (6, 4 * v + 10) for v in range(2, 7)}, **{v: (6, 2 * v + 8, 4 * v + 10) for v in range(7, 14)}}


def _turned(mask: int, i: int, j: int) -> bool:
    return (
        (i + j) % 2 == 0,
        i % 2 == 0,
        j % 3 == 0,
        (i + j) % 3 == 0,
        (i // 2 + j // 3) % 2 == 0,
        i * j % 2 + i * j % 3 == 0,
        (i * j % 2 + i * j % 3) % 2 == 0,
        ((i + j) % 2 + i * j % 3) % 2 == 0,
    )[mask]


def fixed(version: int) -> set[tuple[int, int]]:
    """Return the squares that carry no codeword."""
    size = 17 + 4 * version
    found = {(i, j) for i in range(9) for j in range(9)}
    found |= {(i, size - 1 - j) for i in range(9) for j in range(8)} | {
        (size - 1 - i, j) for i in range(8) for j in range(9)
    }
    found |= {(6, n) for n in range(size)} | {(n, 6) for n in range(size)}
    for i in CENTRES[version]:
        for j in CENTRES[version]:
            if (i, j) not in {(6, 6), (6, size - 7), (size - 7, 6)}:
                found |= {(i + a, j + b) for a in range(-2, 3) for b in range(-2, 3)}
    if version >= 7:
        found |= {(i, size - 11 + j) for i in range(6) for j in range(3)}
        found |= {(size - 11 + j, i) for i in range(6) for j in range(3)}
    return found


def _path(size: int) -> Iterator[tuple[int, int]]:
    columns = [*range(size - 1, 6, -2), *range(5, 0, -2)]
    for n, right in enumerate(columns):
        for step in range(size):
            row = size - 1 - step if n % 2 == 0 else step
            yield from ((row, right), (row, right - 1))


def _times(a: int, b: int) -> int:
    product = 0
    while b:
        product ^= a if b & 1 else 0
        a, b = a << 1, b >> 1
        a ^= 0x11D if a & 0x100 else 0
    return product


def syndromes(block: list[int], degree: int) -> list[int]:
    """Return a block's values at the roots of its generator: all 0 if no codeword is wrong."""
    values, root = [], 1
    for _ in range(degree):
        value = 0
        for codeword in block:
            value = _times(value, root) ^ codeword
        values.append(value)
        root = _times(root, 2)
    return values


def read(squares: Squares) -> str:
    """Return the text of a code.

    Raises
    ------
    AssertionError
        If a format, a pattern or a codeword is not as the standard has it.
    """
    size = len(squares)
    version = (size - 17) // 4
    places = [*((8, j) for j in (0, 1, 2, 3, 4, 5, 7, 8)), *((i, 8) for i in (7, 5, 4, 3, 2, 1, 0))]
    again = [*((size - 1 - i, 8) for i in range(7)), *((8, size - 8 + j) for j in range(8))]
    bits = "".join(str(squares[i][j]) for i, j in places)
    assert bits == "".join(str(squares[i][j]) for i, j in again), "the two formats differ"
    told = int(bits, 2) ^ FORMAT_MASK
    assert told >> 13 == 0, "the level is not M"
    mask = told >> 10 & 7
    taken = fixed(version)
    stream = [squares[i][j] ^ _turned(mask, i, j) for i, j in _path(size) if (i, j) not in taken]
    words = [int("".join(map(str, map(int, stream[n : n + 8]))), 2) for n in range(0, len(stream) // 8 * 8, 8)]
    blocks, degree = BLOCKS[version - 1], CORRECTION[version - 1]
    capacity = len(words) - blocks * degree
    lengths = [capacity // blocks + (n >= blocks - capacity % blocks) for n in range(blocks)]
    data: list[list[int]] = [[] for _ in range(blocks)]
    rest = iter(words)
    for n in range(max(lengths)):
        for block, length in zip(data, lengths, strict=True):
            if n < length:
                block.append(next(rest))
    correction: list[list[int]] = [[] for _ in range(blocks)]
    for _ in range(degree):
        for block in correction:
            block.append(next(rest))
    for block, check in zip(data, correction, strict=True):
        assert not any(syndromes(block + check, degree)), "a codeword is wrong"
    line = "".join(f"{word:08b}" for block in data for word in block)
    wide = 8 if version < 10 else 16
    assert line[:4] == "0100", "the mode is not bytes"
    count, start = int(line[4 : 4 + wide], 2), 4 + wide
    return bytes(int(line[start + 8 * n : start + 8 * n + 8], 2) for n in range(count)).decode()
