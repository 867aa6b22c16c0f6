"""Opens every calendar of a built site with libical and with khal, and says what either finds wrong.

usage: programs.py SITE EXPAND       (EXPAND the program made of expand.c)
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from khal_settings import KHAL


def run(*command):
    return subprocess.run(command, capture_output=True, text=True, check=False)


def main():
    site, expand = Path(sys.argv[1]), sys.argv[2]
    khal = Path(sys.executable).parent / "khal"
    faults, calendars = [], sorted(site.rglob("*.ics"))
    for file in calendars:
        # A folder of its own for each: events of one file must not hide the faults of the next.
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "calendar").mkdir()
            config = Path(folder, "config")
            config.write_text(KHAL.format(folder=folder))
            result = run(khal, "-c", config, "import", "--batch", "--random_uid", file)
            said = result.stderr.strip()
            if result.returncode != 0 or "error" in said.lower() or "warning" in said.lower():
                faults.append(f"{file}: khal: {said[-400:]}")
            elif "BEGIN:VEVENT" in file.read_text():
                listed = run(khal, "-c", config, "list", "2000-01-01", "14000d")
                if listed.returncode != 0 or not listed.stdout.strip():
                    faults.append(f"{file}: khal lists nothing: {listed.stderr.strip()[-400:]}")
        output = run(expand, file)
        if output.returncode != 0 or any(line.startswith("E ") for line in output.stdout.splitlines()):
            faults.append(f"{file}: libical: {output.stdout[:400]}")
    for fault in faults:
        print(fault)
    print(f"{len(calendars)} calendars opened by khal and libical, {len(faults)} faults")
    sys.exit(1 if faults or not calendars else 0)


main()
