"""The reliability diagram: what was promised against what came, before and after, as one SVG file."""

from collections.abc import Mapping, Sequence
from html import escape

from bench.calibration.fitting import Bin

SIDE, LEFT, TOP, GAP = 300, 56, 44, 76
LOW = 0.3  # where both axes begin: no group lies below


def draw(parts: Mapping[str, Sequence[Bin]]) -> str:
    """One square a part, in order; the area of a dot is the number of its reports."""
    wide = LEFT + len(parts) * (SIDE + GAP)
    drawn = [_square(LEFT + i * (SIDE + GAP), title, found) for i, (title, found) in enumerate(parts.items())]
    style = (
        "text{font:12px system-ui,sans-serif;fill:#5c5850}.t{font-weight:600;fill:#1d1c1a;font-size:14px}"
        ".g{stroke:#dedad0}.d{stroke:#5c5850;stroke-dasharray:4 4}.p{fill:#1f5f7a;fill-opacity:.75}.c{font-size:11px}"
    )
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {TOP + SIDE + 56}" role="img">'
    paper = f'<rect width="{wide}" height="{TOP + SIDE + 56}" fill="#fbfaf6"/>'
    return "\n".join(
        [head, f"<title>Confidence and share right</title><style>{style}</style>", paper, *drawn, "</svg>\n"]
    )


def _square(left: int, title: str, found: Sequence[Bin]) -> str:
    lines = [f'<text class="t" x="{left}" y="{TOP - 18}">{escape(title)}</text>']
    for step in range(int(LOW * 10), 11):
        at = _at(step / 10)
        x, y = left + at, TOP + SIDE - at
        lines.append(f'<path class="g" d="M{left} {y:.1f}H{left + SIDE}M{x:.1f} {TOP}V{TOP + SIDE}"/>')
        lines.append(f'<text x="{left - 6}" y="{y + 4:.1f}" text-anchor="end">{step / 10:.1f}</text>')
        lines.append(f'<text x="{x:.1f}" y="{TOP + SIDE + 18}" text-anchor="middle">{step / 10:.1f}</text>')
    lines.append(f'<path class="d" d="M{left} {TOP + SIDE}L{left + SIDE} {TOP}"/>')
    lines.append(
        f'<text x="{left + SIDE / 2}" y="{TOP + SIDE + 40}" text-anchor="middle">confidence (share right upward)</text>'
    )
    lines += [_dot(left, b) for b in found]
    return "\n".join(lines)


def _dot(left: int, found: Bin) -> str:
    x, y = left + _at(found.mean), TOP + SIDE - _at(found.right / found.count)
    radius = 1.1 * found.count**0.5
    above = found.right > found.mean * found.count  # counts stand away from the diagonal
    at = (
        f'x="{x - radius - 3:.1f}" y="{y:.1f}" text-anchor="end"'
        if above
        else f'x="{x + radius + 3:.1f}" y="{y + 9:.1f}"'
    )
    label = f'<text class="c" {at}>{found.right}/{found.count}</text>'
    return f'<circle class="p" cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}"/>{label}'


def _at(share: float) -> float:
    return (max(share, LOW) - LOW) / (1 - LOW) * SIDE
