"""Views that are saved, what is new in them since they were last seen, and a feed of each."""

import re

import pytest
from starlette.testclient import TestClient

from desk.test_adding import PAGE, send
from desk.test_review import token

VIEW = "/r/CAN/SEN?type=SANCTION"


def post(desk: TestClient, to: str, /, **fields: str) -> int:
    got = desk.post(to, data={"csrf": token(desk), **fields}, follow_redirects=False)
    return int(got.status_code)


def shown(desk: TestClient) -> list[str]:
    return re.findall(r'<a href="([^"]+)"><b>', desk.get("/views").text.replace("&amp;", "&"))


def test_a_view_is_saved_and_forgotten(own: TestClient) -> None:
    assert f'name="path" value="{VIEW}"' in own.get(VIEW).text
    assert post(own, "/views/save", title="Sanctions", path=VIEW) == 303
    assert post(own, "/views/save", title="Sanctions", path="/search?q=visa") == 303
    assert post(own, "/views/save", title="Both", path="/r/CAN/SEN") == 303
    assert shown(own) == ["/search?q=visa", "/r/CAN/SEN"]
    number = re.findall(r'name="id" value="(\d+)"', own.get("/views").text)[0]
    assert post(own, "/views/forget", id=number) == 303
    assert shown(own) == ["/r/CAN/SEN"]


@pytest.mark.parametrize(
    "path",
    ["//evil.example/r/", "https://evil.example/r/CAN/SEN", "javascript:alert(1)", "/logout", "/\\evil.example", ""],
)
def test_a_view_is_an_address_of_this_desk(own: TestClient, path: str) -> None:
    assert post(own, "/views/save", title="View", path=path) == 400
    assert shown(own) == []


def test_what_is_new_is_said_in_each_view_it_concerns(own: TestClient) -> None:
    post(own, "/views/save", title="Sanctions", path=VIEW)
    post(own, "/views/save", title="Visits", path="/r/CAN/SEN?type=CONSULT")
    post(own, "/views/save", title="Gone", path="/r/CAN/XKX")
    assert "From now on" in own.get("/views").text
    assert post(own, "/views/seen") == 303
    assert "Nothing was added since" in own.get("/views").text
    send(own, (("recall.html", PAGE.encode()),))
    page = own.get("/views").text
    assert re.findall(r"<b>(\w+)</b></a>\s*<span class=\"tag strong\">([^<]+)</span>", page) == [
        ("Sanctions", "1\u00a0event told anew")
    ]
    (event,) = re.findall(r'<li>2 August 2031 · <a href="(/e/[^"]+)">', page)
    assert own.get(event).status_code == 200
    assert post(own, "/views/seen") == 303
    assert "Nothing was added since" in own.get("/views").text


def test_each_view_has_a_feed_of_its_own(desk: TestClient) -> None:
    every = set(re.findall(r"<entry><id>([^<]+)", desk.get("/r/CAN/SEN/feed.atom").text))
    found = desk.get("/r/CAN/SEN/feed.atom?type=SANCTION").text
    some = {i.replace("?type=SANCTION", "") for i in re.findall(r"<entry><id>([^<]+)", found)}
    assert some
    assert some < every
    assert 'href="http://testserver/r/CAN/SEN?type=SANCTION"' in found
    assert desk.get("/r/CAN/SEN/feed.atom?since=soon").status_code == 400
