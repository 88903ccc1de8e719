#!/usr/bin/env python3
"""Makes the small files that the sandbox's people send: make.py FOLDER.

Needs ffmpeg, espeak-ng and img2webp on the PATH. Everything is drawn or spoken here, so that no
photograph and no voice of anybody is used. The results are committed; run it again only to change
them.
"""
import math
import pathlib
import subprocess
import sys

out = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".")


def run(*command, data=None):
    subprocess.run(command, input=data, check=True, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL)


def parcel(x, y):
    """A crushed cardboard box with tape, a wet stain and a label, on a grey floor."""
    crush = 26 * math.exp(-((x - 330) / 60) ** 2)
    if not (60 < x < 420 and 70 + crush < y < 310):
        return (150 - y // 12, 152 - y // 12, 158 - y // 12)
    if 225 < x < 262:
        return (214, 190, 140)
    if 90 < x < 190 and 200 < y < 270:
        return (60, 60, 60) if 100 < x < 180 and y % 14 < 3 else (245, 245, 240)
    if (x - 340) ** 2 + ((y - 230) * 1.4) ** 2 < 60 ** 2:
        return (112, 80, 46)
    shade = int(10 * math.sin(x / 17 + crush)) - int(crush)
    return (176 + shade, 134 + shade, 84 + shade)


def picture(width, height, colour):
    return b"P6 %d %d 255\n" % (width, height) + bytes(
        max(0, min(255, c)) for y in range(height) for x in range(width) for c in colour(x, y))


def flower(size, angle):
    """A rose-coloured flower on nothing, turned by angle, as RGBA (PAM)."""
    rows = bytearray()
    middle = size / 2
    for y in range(size):
        for x in range(size):
            dx, dy = x - middle, y - middle
            radius = math.hypot(dx, dy) / middle
            petal = 0.62 + 0.28 * math.cos(5 * (math.atan2(dy, dx) + angle))
            if radius < 0.24:
                rows += bytes((250, 205, 70, 255))
            elif radius < petal:
                rows += bytes((225, int(90 + 60 * radius), 130, 255))
            else:
                rows += bytes((0, 0, 0, 0))
    return (b"P7\nWIDTH %d\nHEIGHT %d\nDEPTH 4\nMAXVAL 255\nTUPLTYPE RGB_ALPHA\nENDHDR\n"
            % (size, size)) + bytes(rows)


def speak(name, text, *codec):
    wave = subprocess.run(["espeak-ng", "-v", "tr", "-s", "150", "--stdout", text], check=True,
                          stdout=subprocess.PIPE).stdout
    run("ffmpeg", "-y", "-i", "-", "-ac", "1", *codec, str(out / name), data=wave)


def pdf(lines):
    """One page in Helvetica; the offsets of the cross-reference table are counted here."""
    text = "BT /F1 14 Tf 60 770 Td 20 TL " + " ".join(f"({line}) Tj T*" for line in lines) + " ET"
    parts = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
             "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
             "/Resources << /Font << /F1 5 0 R >> >> >>",
             f"<< /Length {len(text)} >>\nstream\n{text}\nendstream",
             "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    file, places = "%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(file))
        file += f"{number} 0 obj\n{part}\nendobj\n"
    table = len(file)
    file += f"xref\n0 {len(parts) + 1}\n0000000000 65535 f \n"
    file += "".join(f"{place:010} 00000 n \n" for place in places)
    return file + f"trailer\n<< /Size {len(parts) + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n"


out.mkdir(exist_ok=True)
run("ffmpeg", "-y", "-f", "image2pipe", "-c:v", "ppm", "-i", "-", "-q:v", "6", str(out / "parcel.jpg"),
    data=picture(480, 360, parcel))
run("ffmpeg", "-y", "-f", "image2pipe", "-c:v", "pam", "-i", "-", "-c:v", "libwebp", "-quality", "70", str(out / "sticker.webp"),
    data=flower(512, 0.3))
frames = [flower(256, math.tau / 5 * step / 8) for step in range(8)]
run("ffmpeg", "-y", "-f", "image2pipe", "-c:v", "pam", "-framerate", "8", "-i", "-", "-c:v",
    "libwebp_anim", "-quality", "50", "-loop", "0", str(out / "sticker_animated.webp"),
    data=b"".join(frames))
run("ffmpeg", "-y", "-f", "lavfi", "-i", "testsrc2=size=192x144:rate=10:duration=2", "-f", "lavfi",
    "-i", "sine=frequency=440:duration=2", "-c:v", "libx264", "-profile:v", "baseline", "-pix_fmt",
    "yuv420p", "-crf", "34", "-c:a", "aac", "-b:a", "24k", "-movflags", "+faststart",
    str(out / "video.mp4"))
speak("voice.ogg", "Merhaba, kargom hâlâ gelmedi.", "-ar", "48000", "-c:a", "libopus", "-b:a",
      "16k", "-application", "voip")
speak("music.mp3", "İyi günler.", "-c:a", "libmp3lame", "-b:a", "24k")
speak("memo.aac", "İyi günler.", "-c:a", "aac", "-b:a", "24k", "-f", "adts")
(out / "order.pdf").write_bytes(pdf(["Order form MX-26-104522", "Letter, two pages, cream paper",
                                     "Envelope: burgundy"]).encode("ascii"))
(out / "note.txt").write_text("Kapı no 12, zil bozuk. Lütfen kapıyı çalın.\n", encoding="utf-8")
