"""Messages: the body as a page, what is attached as further ones; web pages saved as a message."""

from email.message import EmailMessage
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.codebook.pages import PageWords
from detente.documents import Aside, Found, Source, read, unpack
from detente.model import Document, Page, Refusal, UnreadablePage

PARAGRAPHS = (
    "La ministre togolaise des Transports a signé vendredi à Lomé un accord aérien avec son homologue ghanéen, "
    "qui rétablit les vols directs entre les deux capitales à partir du mois prochain.",
    "Les liaisons avaient été suspendues à la suite d’un différend sur les droits de survol, et les voyageurs "
    "devaient depuis lors passer par une escale dans un pays tiers pour relier deux villes voisines.",
)
PLAIN = "\n\n".join(PARAGRAPHS)
HTML = "<html><body>" + "".join(f"<p>{p}</p>" for p in PARAGRAPHS) + "</body></html>"


def letter(**headers: str) -> EmailMessage:
    message = EmailMessage()
    given = {"From": "Le Littoral <lettre@littoral.example>", "To": "desk@bureau.example", "Subject": "Les vols reprennent",
             "Date": "Tue, 09 Dec 2025 23:00:00 +0100"}  # fmt: skip
    for name, value in {**given, **headers}.items():
        message[name] = value
    message.set_content(PLAIN)
    return message


def found_in(data: bytes, uri: str = "mail.eml") -> list[Found]:
    return list(unpack(Source(uri, lambda: BytesIO(data), len(data))))


def read_mail(data: bytes, words: PageWords) -> Document:
    (document,) = read(Page(data, "mail.eml"), words)
    return document


def test_headers_speak_where_the_body_is_silent(words: PageWords) -> None:
    document = read_mail(letter().as_bytes(), words)
    assert (document.title, document.outlet) == ("Les vols reprennent", "Le Littoral")
    assert (str(document.published), document.published_basis) == ("2025-12-09", "mail")
    assert document.text == PLAIN


def test_html_comes_before_plain_text(words: PageWords) -> None:
    message = letter()
    message.set_content("Ce message demande un logiciel qui affiche les pages.")
    message.add_alternative(HTML, subtype="html")
    assert read_mail(message.as_bytes(), words).text == PLAIN


@pytest.mark.parametrize(
    ("headers", "title", "outlet", "byline"),
    [
        pytest.param({"From": "Awa Keita <a@bureau.example>"}, "Les vols reprennent", None, "Awa Keita", id="a-person"),
        pytest.param({"From": "x <lettre@lemonde.fr>"}, "Les vols reprennent", "Le Monde", None, id="known-domain"),
        pytest.param(
            {"From": "Awa Keita <a@b.example>", "Subject": "Fwd: TR : Les vols"}, "Les vols", None, None, id="sent-on"
        ),
        pytest.param(
            {"Subject": "Été à Lomé, l’accord signé"}, "Été à Lomé, l’accord signé", "Le Littoral", None, id="encoded"
        ),
    ],
)
def test_who_sends(
    headers: dict[str, str], title: str, outlet: str | None, byline: str | None, words: PageWords
) -> None:
    document = read_mail(letter(**headers).as_bytes(), words)
    assert (document.title, document.outlet, document.byline) == (title, outlet, byline)


def raw(body: str | bytes, kind: str = "text/plain; charset=utf-8", *more: str) -> bytes:
    head = "\n".join(["From: a@b.example", "MIME-Version: 1.0", f"Content-Type: {kind}", *more])
    return head.encode() + b"\n\n" + (body.encode() if isinstance(body, str) else body)


FLOWED = PLAIN.replace("vendredi à ", "vendredi à \n").replace("droits de ", "droits de \n")


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(raw(FLOWED, "text/plain; charset=utf-8; format=flowed"), id="soft-line-breaks"),
        pytest.param(raw("\n".join(f"> {line}" for line in PLAIN.split("\n"))), id="quoted"),
        pytest.param(raw(PLAIN.encode("cp1252")), id="wrong-charset"),
        pytest.param(raw(PLAIN, "text/plain; charset=no-such"), id="unknown-charset"),
        pytest.param(raw(PLAIN).replace(b"\n", b"\r\n"), id="network-line-ends"),
    ],
)
def test_bodies(data: bytes, words: PageWords) -> None:
    assert read_mail(data, words).text == PLAIN


def test_attachments_are_pages_under_their_names(words: PageWords) -> None:
    message = letter()
    message.add_attachment(PLAIN.encode(), maintype="text", subtype="plain", filename="../../étape.txt")
    message.add_attachment(HTML.encode(), maintype="text", subtype="html", filename="page.html")
    message.add_attachment(b"\x89PNG\r\n\x1a\n", maintype="image", subtype="png", filename="logo.png")
    message.add_attachment(letter(Subject="Fwd: Les vols"))
    found = found_in(message.as_bytes())
    assert [one.uri for one in found if not isinstance(one, Refusal)] == [
        "mail.eml", "mail.eml/étape.txt", "mail.eml/page.html", "mail.eml/logo.png", "mail.eml/part-4.eml",
    ]  # fmt: skip
    assert isinstance(found[3], Aside)
    texts = [document.text for page in found if isinstance(page, Page) for document in read(page, words)]
    assert texts == [PLAIN] * 4


SAVED = f"""From: <Saved by Blink>
Snapshot-Content-Location: https://littoral.example/2025/12/08/vols
Subject: =?utf-8?Q?Les_vols?=
Date: Tue, 09 Dec 2025 10:00:00 -0000
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="edge"

--edge
Content-Type: text/html
Content-Location: https://littoral.example/2025/12/08/vols

{HTML.replace("<body>", "<head><title>Les vols reprennent</title></head><body>")}
--edge
Content-Type: text/html
Content-Location: https://ads.example/frame

<p>Achetez.</p>
--edge
Content-Type: image/png
Content-Location: https://littoral.example/logo.png

x
--edge--
""".encode()


def test_a_saved_web_page_has_its_address_and_no_attachment(words: PageWords) -> None:
    (page,) = found_in(SAVED, "page.mhtml")
    assert isinstance(page, Page)
    assert str(page.fetched) == "2025-12-09"
    (document,) = read(page, words)
    assert document.canonical_url == "https://littoral.example/2025/12/08/vols"
    assert str(document.published) == "2025-12-08"
    assert document.text == PLAIN


def nested(levels: int) -> bytes:
    head = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(levels))
    return f"From: a@b.example\nMIME-Version: 1.0\n{head}\n{PLAIN}".encode()


def within(levels: int) -> bytes:
    return b"From: a@b.example\nMIME-Version: 1.0\nContent-Type: message/rfc822\n\n" * levels + raw(PLAIN)


MIXED = "multipart/mixed; boundary=b"
ATTACHED = "--b\nContent-Disposition: attachment; filename=a.bin\n\nx\n"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(nested(5_000), "nested", id="parts-in-parts-5000-deep"),
        pytest.param(nested(40), "nested", id="parts-in-parts-40-deep"),
        pytest.param(within(5_000), "nested", id="messages-in-messages-5000-deep"),
        pytest.param(within(50), "nested", id="messages-in-messages-50-deep"),
        pytest.param(raw("--b\n\nx\n" * 10_000, MIXED), "too-many", id="10000-parts"),
        pytest.param(raw(ATTACHED * 4_000, MIXED), "too-many", id="4000-attachments"),
        pytest.param(b"From: a\nMIME-Version: 1.0\n\n" + b"x" * 21_000_000, "too-large", id="21-megabytes"),
    ],
)
def test_too_much_is_refused(data: bytes, reason: str) -> None:
    found = found_in(data)
    assert len(found) < 300
    assert reason in [one.reason for one in found if isinstance(one, Refusal)]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(raw(PLAIN, "text/plain", "Subject: " + "=?utf-8?Q?a?= " * 300_000), id="long-subject"),
        pytest.param(b"From: " + b'(<"' * 300_000 + raw(PLAIN)[17:], id="nested-address"),
        pytest.param(raw(PLAIN, "text/plain", "Date: Tue, 99 Foo 99999999 99:99:99 +99999999"), id="no-such-date"),
        pytest.param(raw(PLAIN, "text/plain", "Subject: =?utf-8?B?!!!?= =?x?Q?=FF?="), id="broken-words"),
    ],
)
def test_hostile_headers(data: bytes, words: PageWords) -> None:
    document = read_mail(data, words)
    assert document.text == PLAIN
    assert document.published is None


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(raw("!!! not base64", "text/plain", "Content-Transfer-Encoding: base64"), id="broken-base64"),
        pytest.param(raw("", "text/plain"), id="no-body"),
        pytest.param(raw("x", "image/png"), id="only-a-picture"),
        pytest.param(raw(PLAIN, "multipart/mixed"), id="no-boundary"),
    ],
)
def test_no_text_is_refused(data: bytes, words: PageWords) -> None:
    with pytest.raises(UnreadablePage) as refusal:
        read(Page(data, "mail.eml"), words)
    assert refusal.value.args[0] in ("no-text", "empty", "binary")


@given(st.binary(max_size=200), st.integers(0, 500))
def test_damage_is_refused_not_raised(noise: bytes, at: int) -> None:
    assert found_in(SAVED[:at] + noise + SAVED[at + len(noise) :], "page.mhtml")
