"""Everything an agent may send, as a console asks for it and as Meta gets it
(facts/whatsapp.md 4.1, 4.2). Templates are those of the sandbox's own account.
"""

import struct
import zlib
from pathlib import Path

MEDIA = Path(__file__).resolve().parents[2] / "sandbox" / "media"


def picture(shade):
    """A small PNG, one grey for each caller."""
    def chunk(kind, content):
        return (struct.pack(">I", len(content)) + kind + content
                + struct.pack(">I", zlib.crc32(kind + content)))
    rows = b"".join(b"\0" + bytes([shade]) * 3 * 64 for _ in range(64))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 64, 64, 8, 2, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def stock(name):
    return (MEDIA / name).read_bytes()


# name: (our kind, Meta's type, file name, bytes, caption)
FILES = {
    "image": ("image", "image", "fotoğraf.png", picture(90), "Şuna bakın"),
    "photo": ("image", "image", "paket.jpg", stock("parcel.jpg"), ""),
    "video": ("video", "video", "film.mp4", stock("video.mp4"), "İzleyin"),
    "audio": ("audio", "audio", "müzik.mp3", stock("music.mp3"), ""),
    "voice": ("voice", "audio", "ses.ogg", stock("voice.ogg"), ""),
    "pdf": ("document", "document", "fatura.pdf", stock("order.pdf"), "Faturanız"),
    "plain text": ("document", "document", "not.txt", "Düz yazı\n".encode() * 40, ""),
    "sticker": ("sticker", "sticker", "çıkartma.webp", stock("sticker.webp"), ""),
}

PLACE = {"kind": "location",
         "location": {"latitude": 41.0082, "longitude": 28.9784, "name": "Ofis"}}
CARD = {"kind": "contacts", "contacts": [
    {"name": "Ali Veli", "phones": [{"label": "WORK", "value": "+905550001122"}]}]}
BUTTONS = {"kind": "interactive", "text": "Uygun mu?", "buttons": [
    {"kind": "reply", "id": "e", "label": "Evet"}, {"kind": "reply", "id": "h", "label": "Hayır"}]}
LIST = {"kind": "interactive", "text": "Hangisi?", "list": {
    "button": "Seçin", "sections": [{"title": "Konu", "rows": [
        {"id": "k", "title": "Kargo", "description": "Nerede?"}]}]}}

# name of the template: (values, key of the file its header shows, number of its components)
TEMPLATES = {
    "siparis_durumu": ({"body": ["Nermin", "MX-26-104522", "postaya verildi"]}, None, 1),
    "iade_bilgi": ({"body": ["Nermin Hanım", "MX-26-104522", "189,90"]}, None, 1),
    "mektup_yolda": ({"body": ["Nermin", "RR000111222TR"]}, None, 1),
    "hasar_cozumu": ({"body": ["Perihan", "MX-26-104522"],
                      "buttons": ["", "", "RR000111222TR"]}, "photo", 3),
    "fatura_belgesi": ({"body": ["Nermin Hanım", "MX-26-104522"]}, "pdf", 2),
}


def file_content(name, upload):
    kind, _, _, _, caption = FILES[name]
    return {"kind": kind, "upload": upload, "text": caption}


def template_content(name, header_upload=None):
    values = dict(TEMPLATES[name][0])
    if header_upload is not None:
        values["headerUpload"] = header_upload
    return {"kind": "template", "template": {"name": name, "language": "tr", "values": values}}
