"""The small words of a language that stand for somebody, and what they and titles tell of who it is."""

from collections.abc import Collection, Iterable

from detente.codebook.languages import Language


class Genders:
    """Words by which a woman, or a man, is spoken of: pronouns, articles, titles."""

    def __init__(self, feminine: Iterable[str], masculine: Iterable[str]) -> None:
        self.feminine, self.masculine = frozenset(feminine), frozenset(masculine)

    @classmethod
    def of(cls, language: Language) -> "Genders":
        speech = language.maps["speech"]
        return cls(*((word.casefold() for word in speech[key]) for key in ("feminine", "masculine")))

    def among(self, keys: Collection[str]) -> "Genders":
        """Those of these words that tell one."""
        return Genders(self.feminine & {*keys}, self.masculine & {*keys})

    def woman(self, keys: Iterable[str]) -> bool | None:
        """Whether these words tell of a woman; of a man: False; None where none tells."""
        told = frozenset(keys)
        return True if told & self.feminine else False if told & self.masculine else None


class Pronouns:
    """Of one language. `gender` holds those for one person; `neuter` is empty where things have no word of their own."""

    def __init__(self, language: Language) -> None:
        self.all, self.possessives = frozenset(language["pronouns"]), frozenset(language["possessives"])
        self.plural, self.neuter = frozenset(language["plural_pronouns"]), frozenset(language["neuter"])
        genders = Genders.of(language)
        self.gender, self.owners = genders.among(self.all), genders.among(self.possessives)
        persons = self.gender.feminine | self.gender.masculine
        self.subjects = persons | (self.neuter | self.plural) & self.all
        self.single = self.all - self.neuter - self.plural

    def tells_owner(self, keys: Collection[str]) -> bool:
        """Whether "his" or "her" is among these: a possessive of a language where it says who owns."""
        return bool((self.owners.feminine | self.owners.masculine) & {*keys})
