"""What becomes of a text on its way through other outlets."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from random import Random

from bench.copies.prose import Prose, name

SENTENCE = re.compile(r"\S.*?(?:[.!?…]+[»”\"]?(?=\s|$)|$)", re.DOTALL)
QUOTE = re.compile(r"«\s*([^«»\n]*?)\s*»|“([^“”\n]*)”|\"([^\"\n]*)\"")
KEPT_QUOTE = 5  # words; a shorter one is retold without its marks
ALONE = 16  # quoted words from which a retelling is known without a credit
TOO_LITTLE = 10  # quoted words below which nobody could know a retelling by its quotations


@dataclass(frozen=True)
class Story:
    """A page to be: what it says, and whom it credits."""

    title: str
    paragraphs: tuple[str, ...]
    prose: Prose
    agency: str | None = None

    @property
    def text(self) -> str:
        return "\n\n".join(self.paragraphs)

    @property
    def quotes(self) -> list[str]:
        found = ["".join(groups) for groups in QUOTE.findall(self.text)]
        return [quote for quote in found if len(quote.split()) >= KEPT_QUOTE]


Variant = Callable[[Story, Random], Story]


def reprinted(story: Story, random: Random) -> Story:
    return story


def credited(story: Story, random: Random) -> Story:
    agency = story.agency or random.choice(story.prose.agencies)
    line = story.prose.say("credit", random, agency=agency)
    return replace(story, paragraphs=(*story.paragraphs, line), agency=agency)


def retitled(story: Story, random: Random) -> Story:
    lead = story.prose.sentence(random)
    return replace(story, title=story.prose.sentence(random), paragraphs=(lead, *story.paragraphs))


def cut(story: Story, random: Random) -> Story:
    """The head of it, a third to nine tenths."""
    words = story.text.split(" ")
    kept = " ".join(words[: int(len(words) * random.uniform(0.35, 0.9))])
    return replace(story, paragraphs=tuple(kept.split("\n\n")))


def edited(story: Story, random: Random) -> Story:
    """One word in thirty another, one in a hundred gone."""
    return _reworded(story, random, changed=0.033, dropped=0.01)


def redatelined(story: Story, random: Random) -> Story:
    agency = story.agency or random.choice(story.prose.agencies)
    head = story.prose.say("dateline", random, agency=agency) + story.paragraphs[0]
    return replace(story, paragraphs=(head, *story.paragraphs[1:]), agency=agency)


def framed(story: Story, random: Random) -> Story:
    """With a paragraph of one's own at either end."""
    before, after = story.prose.paragraphs(random, 2)
    return replace(story, paragraphs=(before, *story.paragraphs, after))


def handed_on(story: Story, random: Random) -> Story:
    """All at once: a new dateline, cut, edited, credited."""
    return credited(edited(cut(redatelined(story, random), random), random), random)


def half_kept(story: Story, random: Random) -> Story:
    """Half of the sentences kept, half one's own."""
    kept = [
        " ".join(s if random.random() < 0.5 else story.prose.sentence(random) for s in SENTENCE.findall(paragraph))
        for paragraph in story.paragraphs
    ]
    return replace(story, title=story.prose.sentence(random), paragraphs=tuple(kept))


def half_pasted(story: Story, random: Random) -> Story:
    """Whole paragraphs of it among one's own."""
    kept = random.sample(story.paragraphs, max(1, len(story.paragraphs) // 2))
    own = story.prose.paragraphs(random, len(kept))
    return replace(story, title=story.prose.sentence(random), paragraphs=(*own[:1], *kept, *own[1:]))


def requoted(story: Story, random: Random) -> Story:
    """The quotations kept, all the rest one's own; credited where little is quoted."""
    if sum(len(q.split()) for q in story.quotes) < TOO_LITTLE:
        return half_pasted(story, random)
    said = [story.prose.say("quote_frame", random, quoted=quote) for quote in story.quotes]
    own = story.prose.paragraphs(random, 4)
    told = [" ".join([own[n % 4], *said[n::4]]) for n in range(4)]
    new = replace(story, title=story.prose.sentence(random), paragraphs=tuple(told))
    return new if sum(len(q.split()) for q in story.quotes) >= ALONE else credited(new, random)


def retold(story: Story, random: Random) -> Story:
    """One word in six another, sentences out of order, and credited."""
    loose = _reworded(story, random, changed=0.16, dropped=0.03)
    paragraphs = list(loose.paragraphs)
    random.shuffle(paragraphs)
    return credited(replace(loose, title=story.prose.sentence(random), paragraphs=tuple(paragraphs)), random)


def _reworded(story: Story, random: Random, changed: float, dropped: float) -> Story:
    def word(old: str) -> str:
        draw = random.random()
        return "" if draw < dropped else name(random).lower() if draw < dropped + changed else old

    lines = (" ".join(filter(None, map(word, paragraph.split(" ")))) for paragraph in story.paragraphs)
    return replace(story, paragraphs=tuple(lines))


COPIES: Mapping[str, Variant] = {
    one.__name__: one for one in (reprinted, credited, retitled, cut, edited, redatelined, framed, handed_on)
}
RETELLINGS: Mapping[str, Variant] = {one.__name__: one for one in (half_kept, half_pasted, requoted, retold)}
