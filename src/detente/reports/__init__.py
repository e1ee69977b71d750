"""Decides who did what toward whom, when, and how surely."""

from detente.reports.coding import Coder
from detente.reports.foreseen import Foresight
from detente.reports.relevance import off_topic, offices
from detente.reports.speech import statements

__all__ = ["Coder", "Foresight", "off_topic", "offices", "statements"]
