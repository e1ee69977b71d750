"""The pages: one module each, with the addresses it answers to."""

from fastapi import APIRouter

from detente.desk.pages import (
    article,
    entrance,
    event,
    feed,
    home,
    outlets,
    people,
    relation,
    review,
    search,
    statements,
)

ROUTERS: tuple[APIRouter, ...] = tuple(
    module.router
    for module in (home, entrance, relation, feed, event, article, review, statements, people, outlets, search)
)
