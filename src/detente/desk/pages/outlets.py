"""The outlets: how much each has of its own, and who carries whom."""

from collections import Counter
from collections.abc import Sequence

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from detente.desk.snapshot import Snapshot
from detente.desk.speaking import render, speaker_of

router = APIRouter()
SHOWN = 200


@router.get("/outlets")
def outlets(request: Request) -> Response:
    speaker = speaker_of(request)
    snapshot = speaker.snapshot
    rows = sorted(snapshot.record.profiles, key=lambda p: (-p.pages, p.outlet))
    return render(
        request,
        "outlets.html.j2",
        speaker=speaker,
        rows=rows[:SHOWN],
        count=len(rows),
        carried=snapshot.remembered("carried", lambda: carried(snapshot)),
    )


def carried(snapshot: Snapshot) -> Sequence[tuple[str, str, int, str]]:
    """(outlet, whose matter it prints, how many pages, one of them), the most first."""
    names = {d.id: d.outlet for d in snapshot.record.documents}
    pairs = [(names[i], names[first], i) for i, first in snapshot.record.origins if first != i]
    known = [(one, other, i) for one, other, i in pairs if one and other and one != other]
    counts = Counter((one, other) for one, other, _ in known)
    example = {(one, other): i for one, other, i in reversed(known)}
    found = [(*key, n, example[key]) for key, n in counts.most_common(SHOWN)]
    return [(str(one), str(other), n, i) for one, other, n, i in found]
