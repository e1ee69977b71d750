"""Help that is withheld, or goes on: whose it is, and to whom it goes, where nobody is named as doing it.

"L'aide *canadienne* est suspendue": who gives is who suspends; elsewhere the subject of a passive is whom it befalls.
"""

from detente.reports.scene import Scene, Sides, officials


def told(scene: Scene) -> Sides | None:
    """The sides of a passive of which help is the subject; None for any other act, or where no side of it is named."""
    thing = scene.instrument
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
