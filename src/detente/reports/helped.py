"""Help that is withheld, or goes on: whose it is, and to whom it goes, where nobody is named as doing it.

"L'aide *canadienne* est suspendue": who gives is who suspends; elsewhere the subject of a passive is whom it befalls.
"""

from detente.reports.scene import Scene, Sides, officials

GIVES = frozenset({"give", "relief", "deliver"})  # acts of who gives help
NEAR = 12  # characters from whose help it is to its noun: "American *military* aid"
TO = 8  # characters from help to whom it goes: " to the "


def told(scene: Scene) -> Sides | None:
    """The sides of a passive of which help is the subject; None for any other act, or where no side of it is named."""
    thing = scene.instrument
    gives = scene.act.act in GIVES and scene.act.form == "verb" and not scene.passive
    if gives and thing and thing.start >= scene.act.end:
        return _of_the_giver(scene, thing.start, thing.end)
    if scene.helps and thing and thing.start >= scene.act.end and scene.act.tense == "gerund":
        return _of_the_giver(scene, thing.start, thing.end)
    if not (scene.helps and scene.passive and thing and thing.end <= scene.act.head):
        return None
    start, end = scene.clause
    near = [m for m in scene.sentence.actors if start <= m.start]
    if any(m.preposition in scene.language["passive_by"] for m in near if scene.act.head < m.start < end):
        return None
    before = [m for m in near if m.end <= scene.act.head]
    takers = [m for m in before if m.preposition in scene.language["toward"]]
    whose = [m for m in before if m not in takers and not m.place and m.carrier != "nationals"]
    funders = [m for m in whose if m.preposition in scene.language["passive_by"]]
    takers += [m for m in whose if funders and m not in funders]
    givers = funders or whose  # "l'aide laotienne, financée *par le Danemark*": else it is theirs whose name it bears
    return Sides(officials(givers), tuple(takers), "order") if givers or takers else None


def _of_the_giver(scene: Scene, start: int, end: int) -> Sides | None:
    """ "Signed an order halting *American* aid *to Niger*": who gives it stops it, where no state leads the gerund."""
    near = [m for m in scene.sentence.actors if scene.act.end <= m.start]
    givers = tuple(m for m in near if m.how == "adjective" and 0 <= start - m.end <= NEAR)
    takers = tuple(m for m in near if m.preposition in scene.language["toward"] and 0 <= m.start - end <= TO)
    led = any(m.end <= scene.act.head and not m.place and not m.preposition for m in scene.sentence.actors)
    return Sides(givers, takers, "order") if givers and takers and not led else None
