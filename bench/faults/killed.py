"""The reader killed (`kill -9`) at random moments: `python -m bench.faults.killed sqlite|postgresql [KILLS] [READERS]`.

Each round reads all pages into a new record, READERS at once; each reader is killed at a random moment of its work. Then the
record is looked at, read into again, and its export compared byte by byte with that of an undisturbed run.
"""

import sys
from itertools import count

from bench.faults.trial import Trial, calm, dice, killed, places, prepared, timed


def main(kind: str, kills: int = 200, readers: int = 1, trial: Trial | None = None) -> None:
    trial, chance = trial or prepared(), dice()
    with places(kind) as (new, room, _):
        still = new()
        takes = timed(trial, still)
        expected = calm(still)
        for n in count():
            if trial.count.faults >= kills:
                break
            url, told = new(), room / f"told{n}"
            for pid in [trial.forked(url, told) for _ in range(readers)]:
                trial.count.faults += killed(pid, chance.uniform(0, takes))
            trial.check(url, told)
            trial.complete(url, expected)
    print(f"{kind}, {readers} at once, killed at random within {takes:.2f} s: {trial.count}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1], *(int(n) for n in sys.argv[2:]))
