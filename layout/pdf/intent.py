"""The press profile and the facts of a document go in; output intent, XMP and Info, which agree, come out.

Sources: ISO 15930-7:2010 (PDF/X-4) 6.2 identification, 6.3 trapping, 6.4 output intent; XMP specification part 1.
"""

from hashlib import blake2b
from pathlib import Path
from typing import Protocol

from layout import __version__
from layout.model.printing import DocumentInfo, PressProfile, PrintSettings
from layout.pdf.objects import File, Value, text
from layout.pdf.stream import Packed, deflated

PRODUCER = f"Banxin {__version__}"
PDFX = "PDF/X-4"
_packed: dict[str, Packed] = {}


class Cache(Protocol):
    """What keeps bytes from one build to the next, and may have lost them. See job/cache.py."""

    def get(self, named: str, /) -> memoryview | None: ...

    def put(self, named: str, data: bytes, /) -> None: ...


def output_intent(file: File, profile: PressProfile, cache: Cache | None) -> dict[str, Value]:
    """The GTS_PDFX intent with its profile embedded. OSError when the profile cannot be read."""
    data, entries = _profile(Path(profile.icc), cache)
    return {
        "Type": "/OutputIntent",
        "S": "/GTS_PDFX",
        "OutputConditionIdentifier": text(profile.condition),
        "OutputCondition": text(profile.info),
        "Info": text(profile.info),
        "RegistryName": text("http://www.color.org"),
        "DestOutputProfile": file.stream(data, entries | {"N": 4, "Alternate": "/DeviceCMYK"}),
    }


def info(settings: PrintSettings) -> dict[str, Value]:
    """The Info dictionary."""
    facts = settings.info
    date = f"(D:{pdf_date(facts.moment)})"
    return {
        "Title": text(facts.title),
        "Author": text(facts.author) if facts.author else None,
        "Subject": text(facts.subject) if facts.subject else None,
        "Creator": text(PRODUCER),
        "Producer": text(PRODUCER),
        "CreationDate": date,
        "ModDate": date,
        "Trapped": "/False",
    }


def metadata(file: File, settings: PrintSettings) -> Value:
    """The XMP packet as an uncompressed stream, so that tools which know no PDF can find it."""
    packet = _xmp(settings.info, PDFX if settings.marks is None else "")
    return file.stream(packet.encode("utf-8"), {"Type": "/Metadata", "Subtype": "/XML"})


def pdf_date(moment: str) -> str:
    """2026-11-23T08:00:00+08:00 → 20261123080000+08'00'; Z for UTC."""
    day, _, clock = moment.partition("T")
    time, zone = clock[:8], clock[8:]
    offset = "Z" if zone in ("", "Z") else f"{zone[:3]}'{zone[4:6]}'"
    return f"{day}{time}".replace("-", "").replace(":", "") + offset


def identity(facts: DocumentInfo) -> str:
    """32 hexadecimal digits for the trailer's ID and the XMP ids."""
    return blake2b(facts.identity.encode(), digest_size=16).hexdigest()


def _profile(path: Path, cache: Cache | None) -> Packed:
    """The profile deflated: from memory, else from the cache, else now (a megabyte takes 40 ms)."""
    data = path.read_bytes()
    name = blake2b(data, digest_size=20, person=b"icc deflated").hexdigest()
    if name not in _packed:
        kept = cache.get(name) if cache else None
        packed = deflated(data, 6)[0] if kept is None else bytes(kept)
        if cache and kept is None:
            cache.put(name, packed)
        _packed[name] = packed, {"Filter": "/FlateDecode"}
    return _packed[name]


def _xmp(facts: DocumentInfo, standard: str) -> str:
    """The packet. Title, author, subject, dates, tools and Trapped are those of Info."""
    number = identity(facts)
    uuid = f"uuid:{number[:8]}-{number[8:12]}-{number[12:16]}-{number[16:20]}-{number[20:]}"
    moment = facts.moment if facts.moment[19:] else f"{facts.moment}Z"
    rows = [
        _bag("dc:title", "Alt", facts.title, ' xml:lang="x-default"'),
        _bag("dc:creator", "Seq", facts.author) if facts.author else "",
        _bag("dc:description", "Alt", facts.subject, ' xml:lang="x-default"') if facts.subject else "",
        _bag("dc:language", "Bag", facts.language),
        "<dc:format>application/pdf</dc:format>",
        f"<xmp:CreatorTool>{_escaped(PRODUCER)}</xmp:CreatorTool>",
        *(f"<xmp:{name}>{moment}</xmp:{name}>" for name in ("CreateDate", "ModifyDate", "MetadataDate")),
        f"<pdf:Producer>{_escaped(PRODUCER)}</pdf:Producer>",
        "<pdf:Trapped>False</pdf:Trapped>",
        f"<pdfxid:GTS_PDFXVersion>{standard}</pdfxid:GTS_PDFXVersion>" if standard else "",
        f"<xmpMM:DocumentID>{uuid}</xmpMM:DocumentID>",
        f"<xmpMM:InstanceID>{uuid}</xmpMM:InstanceID>",
        "<xmpMM:VersionID>1</xmpMM:VersionID>",
        "<xmpMM:RenditionClass>default</xmpMM:RenditionClass>",
    ]
    return _PACKET.format(rows="\n".join(row for row in rows if row))


def _escaped(words: str) -> str:
    """As XML text; html.escape would load the names of two thousand characters."""
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _bag(name: str, kind: str, words: str, language: str = "") -> str:
    return f"<{name}><rdf:{kind}><rdf:li{language}>{_escaped(words)}</rdf:li></rdf:{kind}></{name}>"


_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">
{rows}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>
"""
