"""The pages: one module each, with the addresses it answers to."""

from fastapi import APIRouter

from detente.desk.pages import (
    add,
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
    views,
)

ROUTERS: tuple[APIRouter, ...] = tuple(
    module.router
    for module in (
        *(home, add, entrance, views, relation, feed, event, article, review, statements, people, outlets, search),
    )
)
