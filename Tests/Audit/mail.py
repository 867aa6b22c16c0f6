"""Every .eml is strict MIME: two parts that come back whole, headers without defects."""

import email
import email.policy
import re

from built_site import ROOT, finish

faults = []
files = sorted(ROOT.rglob("*.eml"))
for file in files:
    data = file.read_bytes()
    name = str(file.relative_to(ROOT))
    message = email.message_from_bytes(data, policy=email.policy.strict)
    for part in message.walk():
        faults += [f"{name}: {d}" for d in part.defects]
        for header, value in part.items():
            faults += [f"{name}: {header}: {d}" for d in getattr(value, "defects", [])]
    if message.get_content_type() != "multipart/alternative":
        faults.append(f"{name}: {message.get_content_type()}")
        continue
    parts = list(message.iter_parts())
    if [p.get_content_type() for p in parts] != ["text/plain", "text/html"]:
        faults.append(f"{name}: parts {[p.get_content_type() for p in parts]}")
        continue
    for part, suffix in zip(parts, ("txt", "html")):
        beside = file.with_suffix("." + suffix).read_text()
        if part.get_content().replace("\r\n", "\n").rstrip("\n") != beside.rstrip("\n"):
            faults.append(f"{name}: the {suffix} part differs from {file.stem}.{suffix}")
    if any(len(line) > 998 for line in data.split(b"\r\n")) or b"\n" in data.replace(b"\r\n", b""):
        faults.append(f"{name}: lines")
    body = data.split(b"\r\n\r\n", 1)[1]
    if any(len(line) > 76 for line in body.split(b"\r\n")):
        faults.append(f"{name}: a body line of more than 76 octets")
    for wanted in ("From", "Subject", "Date", "Message-ID", "X-Unsent"):
        if wanted not in message:
            faults.append(f"{name}: no {wanted}")
    wide = [l for l in file.with_suffix(".txt").read_text().splitlines() if len(l) > 72 and not re.search(r"\S{40}", l)]
    faults += [f"{name}: text line of {len(l)} columns: {l[:50]}" for l in wide]
finish("mail", faults, f"{len(files)} files")
