"""Small files of every kind that holds pages, to be spoilt: our sample pages, bare and packed."""

import gzip
import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
SMALL = 3_000  # bytes of a sample page that goes into a container; enough for every reader, quick to read
PROSE = "Le ministre a reçu mardi 3 mars 2026 l'ambassadeur des États-Unis à Dakar, selon un communiqué du ministère. "


def _as_it_is(data: bytes) -> bytes:
    return data


@dataclass(frozen=True, slots=True)
class Seed:
    """wrap: packs `inner` into the file; spoiling what is packed goes deeper than checksums let a spoilt file go."""

    kind: str
    uri: str
    inner: bytes
    wrap: Callable[[bytes], bytes] = _as_it_is

    @property
    def data(self) -> bytes:
        return self.wrap(self.inner)


def seeds() -> tuple[Seed, ...]:
    """All of them, in an order that does not change."""
    files = sorted((ROOT / "examples" / "press").iterdir())
    pages = [Seed(f.suffix[1:], f.name, f.read_bytes()) for f in files if f.suffix in (".html", ".txt")]
    page = next(p for p in pages if p.kind == "html").inner
    inside = page if len(page) <= SMALL else _shortened(page)
    return (*pages, *_archives(inside), *_feeds(), *_tables(), *_messages(inside), *_offices())


def _shortened(page: bytes) -> bytes:
    return b"<html><head><title>Bamako</title></head><body><h1>Bamako</h1>" + f"<p>{PROSE * 3}</p>".encode() * 3


def _archives(page: bytes) -> list[Seed]:
    return [
        Seed("gzip", "a.html.gz", page, _gzip),
        Seed("zip", "a.zip", page, _zip),
        Seed("zip", "b.zip", b"../../a.html", lambda name: _zip(page, name.decode("latin-1")[:500] or "a")),
        Seed("warc", "a.warc", page, _warc),
        Seed("warc", "b.warc", _warc(page) * 2),
        Seed("warc.gz", "a.warc.gz", _warc(page), _gzip),
        Seed("warc.gz", "b.warc.gz", page, lambda data: _gzip(_warc(data)) + _gzip(_warc(page))),
    ]


def _gzip(data: bytes) -> bytes:
    return gzip.compress(data, 1, mtime=0)


def _zip(data: bytes, name: str = "a/page.html") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo(name), data)
        archive.writestr(zipfile.ZipInfo("b.txt"), PROSE * 3)
    return out.getvalue()


def _warc(page: bytes) -> bytes:
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n%s" % (
        len(page),
        page,
    )
    fields = (
        b"WARC/1.1", b"WARC-Type: response", b"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>",
        b"WARC-Date: 2026-03-04T05:06:07Z", b"WARC-Target-URI: https://press.example/a",
        b"Content-Type: application/http; msgtype=response", b"Content-Length: %d" % len(answer),
    )  # fmt: skip
    return b"\r\n".join(fields) + b"\r\n\r\n" + answer + b"\r\n\r\n"


def _feeds() -> list[Seed]:
    rss = f"""<?xml version="1.0" encoding="utf-8"?><!DOCTYPE rss [<!ENTITY a "b">]>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Le Fleuve</title>
<link>https://fleuve.example/</link><item><title>Un titre &amp; un autre &a;</title><link>/a</link>
<pubDate>Tue, 03 Mar 2026 08:00:00 +0000</pubDate><description><![CDATA[<p>{PROSE}</p>]]></description>
<content:encoded>&lt;p&gt;{PROSE * 3}&lt;/p&gt;</content:encoded></item></channel></rss>"""
    atom = f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://sahel.example/"><title>Sahel</title>
<entry><title>Titre</title><link href="b"/><updated>2026-03-03T08:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{PROSE * 3}</p></div></content></entry></feed>"""
    sitemap = """<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>https://press.example/a</loc><lastmod>2026-03-03</lastmod></url></urlset>"""
    return [
        Seed("feed", "rss.xml", rss.encode()),
        Seed("feed", "atom.xml", atom.encode()),
        Seed("sitemap", "sitemap.xml", sitemap.encode()),
    ]


def _tables() -> list[Seed]:
    line = '{"text": "%s", "title": "Titre", "url": "https://press.example/a", "date": "2026-03-03"}\n' % (PROSE * 3)
    row = f'text,title,url,date\n"{PROSE * 3}",Titre,https://press.example/a,2026-03-03\n'
    return [
        Seed("jsonl", "a.jsonl", (line * 2).encode()),
        Seed("csv", "a.csv", row.encode()),
        Seed("tsv", "a.tsv", row.replace(",", "\t").encode("cp1252")),
        Seed("parquet", "a.parquet", (PROSE * 3).encode(), _parquet),
    ]


def _parquet(text: bytes) -> bytes:
    import pyarrow
    from pyarrow import parquet

    rows = {"text": [text.decode("utf-8", "replace")], "title": ["Titre"], "date": ["2026-03-03"]}
    out = io.BytesIO()
    parquet.write_table(pyarrow.table(rows), out)
    return out.getvalue()


def _messages(page: bytes) -> list[Seed]:
    mail = (
        "From: Redaction <a@press.example>\r\nTo: b@press.example\r\nSubject: =?utf-8?q?Un_titre_=C3=A9crit?=\r\n"
        "Date: Tue, 03 Mar 2026 08:00:00 +0000\r\nMessage-ID: <1@press.example>\r\nMIME-Version: 1.0\r\n"
    )
    plain = f"{mail}Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{PROSE * 3}"
    several = (
        f'{mail}Content-Type: multipart/alternative; boundary="xx"\r\n\r\n--xx\r\nContent-Type: text/plain\r\n'
        f"Content-Transfer-Encoding: quoted-printable\r\n\r\n{PROSE}=C3=A9=\r\n\r\n--xx\r\n"
        "Content-Type: text/html; charset=utf-8\r\nContent-Disposition: attachment; filename=a.html\r\n\r\n"
    ).encode()
    return [
        Seed("eml", "a.eml", plain.encode()),
        Seed("eml", "b.eml", several + page + b"\r\n--xx--\r\n"),
    ]


def _offices() -> list[Seed]:
    return [Seed("pdf", "a.pdf", _pdf()), Seed("docx", "a.docx", *_docx())]


def _pdf() -> bytes:
    """One page of text, its references right."""
    lines = "".join(f"BT /F1 11 Tf 50 {780 - 14 * n} Td (Le ministre a recu l'ambassadeur a Dakar mardi.) Tj ET\n"
                    for n in range(30))  # fmt: skip
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(lines)} >>\nstream\n{lines}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        "<< /Title (Un titre) /CreationDate (D:20260303080000Z) >>",
    ]
    data, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(data))
        data += f"{number} 0 obj\n{content}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"trailer << /Size {len(objects) + 1} /Root 1 0 R /Info 6 0 R >>\nstartxref\n{len(data)}\n%%EOF\n"
    return data + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode() + end.encode()


def _docx() -> tuple[bytes, Callable[[bytes], bytes]]:
    """Its main part, and what packs that part again."""
    from docx import Document

    out, document = io.BytesIO(), Document()
    document.add_heading("Un titre", 1)
    document.add_table(1, 2).cell(0, 0).text = "Case"
    document.add_paragraph(PROSE * 3)
    document.save(out)
    with zipfile.ZipFile(out) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}

    def packed(main: bytes) -> bytes:
        again = io.BytesIO()
        with zipfile.ZipFile(again, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in parts.items():
                archive.writestr(zipfile.ZipInfo(name), main if name == "word/document.xml" else data)
        return again.getvalue()

    return parts["word/document.xml"], packed
