"""What pandoc leaves open in a Word document: the table of contents, the day, bytes that do not change."""

import re
from datetime import date
from html import escape
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

CONTENTS = "<w:p><w:r><w:t>detente-contents</w:t></w:r></w:p>"  # stands where the contents come
EPOCH = (1980, 1, 1, 0, 0, 0)  # of every file in the archive: zip has no earlier one
HEADING = re.compile(
    r'<w:bookmarkStart w:id="\d+" w:name="([^"]+)" />\s*<w:p><w:pPr><w:pStyle w:val="Heading1" /></w:pPr>(.*?)</w:p>',
    re.S,
)
WORDS = re.compile(r"<w:t[^>]*>([^<]*)</w:t>")


def finished(data: bytes, heading: str, day: date | None) -> bytes:
    """The document with its contents listed under `heading`, and dated `day`; the same files in the same order."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda n: (n != "[Content_Types].xml", n)):
            body = old.read(name)
            if name == "word/document.xml":
                body = with_contents(body.decode(), heading).encode()
            if name == "docProps/core.xml" and day:
                body = body.replace(b"1970-01-01T00:00:00Z", f"{day.isoformat()}T00:00:00Z".encode())
            info = ZipInfo(name, EPOCH)
            info.compress_type = ZIP_DEFLATED
            new.writestr(info, body)
    return out.getvalue()


def with_contents(xml: str, heading: str) -> str:
    """The sections as a field that Word fills again when asked, and that shows them already."""
    rows = [(name, "".join(WORDS.findall(inside))) for name, inside in HEADING.findall(xml)]
    start = (
        '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText xml:space="preserve">TOC \\o "1-1" \\h \\z \\u</w:instrText>'
        '<w:fldChar w:fldCharType="separate"/></w:r>'
    )
    entries = [entry(name, text, start if not n else "") for n, (name, text) in enumerate(rows)]
    end = '<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    head = f'<w:p><w:pPr><w:pStyle w:val="TOCHeading"/></w:pPr><w:r><w:t>{escape(heading)}</w:t></w:r></w:p>'
    return xml.replace(CONTENTS, head + "".join(entries) + (end if entries else ""), 1)


def entry(name: str, text: str, start: str) -> str:
    """A line of the contents: a link, dots, the number of the page, which the reader's program knows."""
    number = (
        '<w:r><w:tab/></w:r><w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/>'
        f'<w:instrText xml:space="preserve">PAGEREF {name} \\h</w:instrText><w:fldChar w:fldCharType="separate"/></w:r>'
        '<w:r><w:t></w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    link = f'<w:hyperlink w:anchor="{name}"><w:r><w:t xml:space="preserve">{text}</w:t></w:r>{number}</w:hyperlink>'
    return f'<w:p><w:pPr><w:pStyle w:val="TOC1"/></w:pPr>{start}{link}</w:p>'
