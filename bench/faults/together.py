"""Several readers on one record at once: `python -m bench.faults.together sqlite|postgresql [ROUNDS] [READERS]`."""

import os
import sys

from bench.faults.trial import Trial, calm, places, prepared, timed


def main(kind: str, rounds: int = 50, readers: int = 2, trial: Trial | None = None) -> None:
    trial = trial or prepared()
    with places(kind) as (new, room, _):
        still = new()
        timed(trial, still)
        expected = calm(still)
        for n in range(rounds):
            url, told = new(), room / f"told{n}"
            ended = [os.waitpid(pid, 0)[1] for pid in [trial.forked(url, told) for _ in range(readers)]]
            trial.count.faults += sum(status != 0 for status in ended)
            trial.check(url, told)
            trial.complete(url, expected)
    print(f"{kind}, {readers} readers at once (faults: readers that failed): {trial.count}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1], *(int(n) for n in sys.argv[2:]))
