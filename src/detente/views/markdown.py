"""The brief in Markdown."""

import re

from detente.codebook.labels import Labels
from detente.views.parts import Brief
from detente.views.templates import environment


def write(brief: Brief, say: Labels) -> str:
    """CommonMark with one table; page text cannot become a heading, a link or HTML."""
    text = environment().get_template("brief.md.j2").render(brief=brief, say=say)
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"
