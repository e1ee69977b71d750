"""The brief as one HTML file: no script, nothing fetched, every page's text escaped."""

from markupsafe import Markup

from detente.codebook.labels import Labels
from detente.views.parts import Brief
from detente.views.plot import draw
from detente.views.templates import HOME, environment, plain


def write(brief: Brief, say: Labels) -> str:
    """A whole document, style and drawing inside it."""
    style = Markup((HOME / "brief.css").read_text(encoding="utf-8"))
    shares = ", ".join(f"{label} {plain(share, say)}" for label, share in brief.method.statuses)
    template = environment().get_template("brief.html.j2")
    return template.render(
        brief=brief, say=say, plot=draw(brief, say), style=style, numbers=brief.numbers, shares=shares
    )
