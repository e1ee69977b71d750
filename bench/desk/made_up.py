"""A record of any size, made up: what the desk is measured on. Nobody acts in it but numbers out of a fixed seed."""

import random
from datetime import date, timedelta

from detente.api import codebook
from detente.model import (
    Basis,
    Block,
    BlockKind,
    Contradiction,
    Disagreement,
    Document,
    Event,
    Measure,
    MeasureState,
    MeasureStep,
    Profile,
    Record,
    Report,
    SpeechMode,
    Statement,
    Status,
    StepKind,
    When,
)
from detente.opened import OpenRecord

FIRST, DAYS = date(2011, 1, 1), 5400
PER_PAGE = 8  # reports on a page
SKEW = 1.1  # of the pairs: the first has some tenth of all events, as in a real record
WORDS = [
    "ambassadeur",
    "ministre",
    "frontière",
    "visas",
    "suspension",
    "accord",
    "aide",
    "rappel",
    "sanctions",
    "rencontre",
    "capitale",
    "communiqué",
    "décision",
    "gouvernement",
    "président",
    "annonce",
    "mesure",
    "retrait",
    "soldats",
    "banque",
    "crédit",
    "projet",
    "délégation",
    "visite",
    "sommet",
    "entretien",
    "appel",
]


def made_up(events: int, per_event: int, pairs: int = 400, seed: int = 7) -> OpenRecord:
    """`events` events of `per_event` reports each, between `pairs` pairs of states."""
    book, chance = codebook(), random.Random(seed)
    codes = [c for c in sorted(book.actors.entries) if len(c) == 3 and c.isalpha()][:60]
    couples = [(a, b) for i, a in enumerate(codes) for b in codes[i + 1 :]]
    chance.shuffle(couples)
    couples = couples[:pairs]
    chosen = chance.choices(couples, [1 / (n + 1) ** SKEW for n in range(len(couples))], k=events)
    acts = [a for a in sorted(book.acts.values(), key=lambda a: a.id) if not a.effect][:40]
    instruments = sorted(book.instruments)[:12]
    texts = [" ".join(chance.choices(WORDS, k=22)).capitalize() + "." for _ in range(4000)]
    days = sorted(chance.randrange(DAYS) for _ in range(events))
    pages, reports, told, said = [], [], [], []
    waiting: list[tuple[int, date]] = [
        (n, FIRST + timedelta(days=d)) for n, d in enumerate(days) for _ in range(per_event)
    ]
    whose: dict[int, list[Report]] = {}
    kinds = sorted(book.plover.types)
    for start in range(0, len(waiting), PER_PAGE):
        group = waiting[start : start + PER_PAGE]
        name = f"{start:064x}"
        lines = chance.sample(texts, len(group))
        outlet = f"Journal {chance.randrange(120)}"
        text, at, blocks = "\n\n".join(lines), 0, []
        for (n, day), line in zip(group, lines, strict=True):
            blocks.append(Block(at, at + len(line), BlockKind.PARAGRAPH))
            a, b = chosen[n]
            act = acts[n % len(acts)]
            when = When(day, day, day.isoformat(), Basis.STATED)
            page = Document(name, name, f"made/{name}.html", text, "fr")
            report = Report(
                act.id, kinds[n % len(kinds)], (a,), (b,), page.evidence(at, at + len(line)), 0.5 + (n % 50) / 100,
                "made.up", when=when, instrument=instruments[n % 12] if n % 3 == 0 else None,
                status=list(Status)[n % 7] if n % 9 == 0 else Status.OCCURRED,
            )  # fmt: skip
            reports.append(report)
            whose.setdefault(n, []).append(report)
            if n % 6 == 0:
                said.append(Statement(report.evidence, SpeechMode.DIRECT, f"Personne {n % 300}", a))
            at += len(line) + 2
        day = group[0][1] + timedelta(days=1)
        pages.append(
            Document(name, name, f"made/{name}.html", text, "fr", f"Page {start}", outlet, published=day, blocks=tuple(blocks))
        )  # fmt: skip
    for n in range(events):
        mine = tuple(sorted(whose[n], key=lambda r: r.id))
        best = mine[0]
        told.append(
            Event(
                f"e{n:015x}",
                best.act,
                best.type,
                best.actors,
                best.recipients,
                best.status,
                mine,
                best.when,
                instrument=best.instrument,
                outlets=len(mine),
                independent_sources=max(1, len(mine) // 2),
                disputed=("date",) if n % 25 == 0 else (),
                review=n % 40 == 3,
            )
        )
    measures = [_measure(e) for n, e in enumerate(told) if n % 30 == 0 and e.instrument and not e.review]
    clashes = tuple(_clash(e) for e in told if e.disputed)
    record = Record(
        documents=tuple(pages), relevant=frozenset(), dates=(), reports=tuple(reports), statements=tuple(said),
        events=tuple(told), measures=tuple(measures), contradictions=clashes, origins=tuple((p.id, p.id) for p in pages),
        profiles=tuple(Profile(f"Journal {n}", None, None, 10, 9, 1, 3, 1, 0) for n in range(120)),
    )  # fmt: skip
    return OpenRecord(record, book)


def _clash(event: Event) -> Contradiction:
    sides = (Disagreement("2020-01-01", (event.reports[0].id,)), Disagreement("2020-01-03", (event.reports[-1].id,)))
    return Contradiction(event.id, "date", "value", sides)


def _measure(event: Event) -> Measure:
    step = MeasureStep(event.id, MeasureState.IN_FORCE, True, event.when, StepKind.IN_FORCE)
    return Measure(
        f"m{event.id}", event.instrument or "", event.actors, event.recipients, MeasureState.IN_FORCE, (event.id,),
        event.when, steps=(step,),
    )  # fmt: skip
