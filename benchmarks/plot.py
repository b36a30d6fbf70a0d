"""Draws docs/performance.svg from the figures of a run: ``python -m benchmarks --json F && python -m benchmarks.plot F``.

One bar a contender and corpus, on a logarithmic scale. No library: an SVG is text.
"""

from __future__ import annotations

import json
import math
import sys
from html import escape
from pathlib import Path

OUT = Path(__file__).resolve().parent.parent / "docs" / "performance.svg"
COLOURS = {"CLEAN": "#2a7f62", "MIXED": "#c28e0e", "DIRTY": "#b0413e"}
LEFT, WIDTH, BAR, GAP = 190, 470, 9, 12


def drawing(table: dict[str, dict[str, float]]) -> str:
    corpora = [name for name in COLOURS if name in table]
    names = sorted(table[corpora[0]], key=lambda name: table[corpora[0]][name])
    least = min(min(row.values()) for row in table.values())
    greatest = max(max(row.values()) for row in table.values())
    low, high = math.floor(math.log10(least)), math.ceil(math.log10(greatest))

    def x(value: float) -> float:
        return LEFT + (math.log10(value) - low) / (high - low) * WIDTH

    step = BAR * len(corpora) + GAP
    height = 58 + step * len(names) + 30
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {LEFT + WIDTH + 70} {height}" '
           'font-family="sans-serif" font-size="11" role="img" aria-label="Microseconds per 2,000 characters">',
           f'<rect width="100%" height="100%" fill="#fff"/><text x="{LEFT}" y="18" font-size="13">'
           'Microseconds per 2,000 characters (logarithmic)</text>']
    for index, corpus in enumerate(corpora):
        out.append(f'<rect x="{LEFT + index * 80}" y="27" width="10" height="10" fill="{COLOURS[corpus]}"/>'
                   f'<text x="{LEFT + 14 + index * 80}" y="36">{corpus}</text>')
    for power in range(low, high + 1):
        out.append(f'<line x1="{x(10**power):.1f}" x2="{x(10**power):.1f}" y1="48" y2="{height - 24}" stroke="#ddd"/>'
                   f'<text x="{x(10**power):.1f}" y="{height - 10}" text-anchor="middle">{10**power:g}</text>')
    y = 54
    for name in names:
        weight = ' font-weight="bold"' if name == "zhpolicytext" else ""
        out.append(f'<text x="{LEFT - 8}" y="{y + step / 2 - 1:.1f}" text-anchor="end"{weight}>{escape(name)}</text>')
        for corpus in corpora:
            value = table[corpus][name]
            out.append(f'<rect x="{LEFT}" y="{y}" width="{x(value) - LEFT:.1f}" height="{BAR - 1}" '
                       f'fill="{COLOURS[corpus]}"/><text x="{x(value) + 4:.1f}" y="{y + 8}" font-size="9">'
                       f'{value:.3g}</text>')
            y += BAR
        y += GAP
    return "\n".join([*out, "</svg>", ""])


if __name__ == "__main__":
    OUT.write_text(drawing(json.loads(Path(sys.argv[1]).read_text("utf-8"))["table"]), "utf-8")
    print(OUT)
