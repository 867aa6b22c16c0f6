"""Every .eml goes over SMTP on this machine, and is read back by Python's email and Go's net/mail: words and addresses as they
were written. Where SpamAssassin is installed, it finds nothing in it (without the network).

usage: delivery.py SITE READ      (READ the program made of read.go)
"""

import email
import email.policy
import re
import shutil
import smtplib
import subprocess
import sys
import tempfile
from pathlib import Path

from aiosmtpd.controller import Controller


class Inbox:
    def __init__(self):
        self.messages = []

    async def handle_DATA(self, server, session, envelope):
        self.messages.append(envelope.original_content)
        return "250 OK"


def main():
    site, read = Path(sys.argv[1]), sys.argv[2]
    inbox, faults = Inbox(), []
    controller = Controller(inbox, hostname="127.0.0.1", port=0, decode_data=False)
    # The port is the system's choice.
    controller.port = 8026
    controller.start()
    files = sorted(site.rglob("*.eml"))
    for file in files:
        name = str(file.relative_to(site))
        message = email.message_from_bytes(file.read_bytes(), policy=email.policy.SMTP)
        message["To"] = "Une personne <personne@example.org>"
        del message["X-Unsent"]
        with smtplib.SMTP("127.0.0.1", controller.port) as smtp:
            smtp.send_message(message, "lettre@example.org", ["personne@example.org"])
        received = inbox.messages.pop()
        text = file.with_suffix(".txt").read_text()
        page = file.with_suffix(".html").read_text()
        back = email.message_from_bytes(received, policy=email.policy.default)
        parts = [part.get_content().replace("\r\n", "\n").strip() for part in back.iter_parts()]
        if parts != [text.strip(), page.strip()]:
            faults.append(f"{name}: other words in email")
        with tempfile.NamedTemporaryFile(suffix=".eml") as copy:
            copy.write(received)
            copy.flush()
            by_go = subprocess.run([read, copy.name], capture_output=True, text=True)
            whole = by_go.stdout.replace("\r\n", "\n")
            if by_go.returncode or not whole.startswith(str(message["Subject"])) or text.strip() not in whole or page.strip() not in whole:
                faults.append(f"{name}: other words in net/mail: {by_go.stderr[:200]}")
            if shutil.which("spamassassin"):
                report = subprocess.run(["spamassassin", "-L", "-t", copy.name], capture_output=True, text=True).stdout
                score = re.search(r"X-Spam-Status: \w+, score=(-?[\d.]+)", report)
                named = re.findall(r"^\s*(-?[\d.]+) ([A-Z0-9_]+)", report, re.M)
                if score is None or float(score[1]) > 0:
                    faults.append(f"{name}: SpamAssassin {score and score[1]}: {[n for n in named if n[0] not in ('0.0', '-0.0')]}")
    controller.stop()
    for fault in faults:
        print("  " + fault)
    print(f"delivery: {len(files)} letters sent and read back, {len(faults)} faults")
    sys.exit(1 if faults or not files else 0)


main()
