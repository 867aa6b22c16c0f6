"""What the forges run: the workflows against the forges' own schemas, zizmor's rules for safety, and a story of nights that
fail and go well, told to an API of this machine.

    forges.py"""

import http.server
import json
import os
import subprocess
import sys
import threading
from pathlib import Path

HERE = Path(__file__).resolve().parents[2]
BIN = HERE / ".venv/bin" if (HERE / ".venv/bin/zizmor").exists() else Path(sys.executable).parent
status = 0


def run(*command):
    global status
    done = subprocess.run([str(word) for word in command], cwd=HERE, capture_output=True, text=True)
    if done.returncode:
        status = 1
        print(done.stdout, done.stderr)


class Forge(http.server.BaseHTTPRequestHandler):
    """What GitHub, Forgejo and GitLab answer about issues, each in its own words."""

    issues, said = {}, []
    credentials = ("Authorization", "token secret")
    folder, opened, number, text, comments = "/repos/a/b/issues", "open", "number", "body", "comments"

    def answer(self, value):
        data = json.dumps(value).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def body(self):
        name, value = self.credentials
        assert self.headers[name] == value and self.path.startswith(self.folder), self.path
        return json.loads(self.rfile.read(int(self.headers["Content-Length"] or 0)) or b"{}")

    def do_GET(self):
        self.body()
        assert self.path.startswith(f"{self.folder}?state={self.opened}&"), self.path
        self.answer([{self.number: n, self.text: i["text"]} for n, i in self.issues.items() if i["open"]])

    def do_POST(self):
        given = self.body()
        if self.path.endswith("/" + self.comments):
            self.said.append((int(self.path.split("/")[-2]), given["body"]))
        else:
            assert self.path == self.folder and given["title"]
            self.issues[len(self.issues) + 1] = {"text": given[self.text], "open": True}
        self.answer({})

    def do_PATCH(self):
        assert self.body() == {"state": "closed"}
        self.issues[int(self.path.split("/")[-1])]["open"] = False
        self.answer({})

    def log_message(self, *_):
        pass


class GitLab(Forge):
    issues, said = {}, []
    credentials = ("PRIVATE-TOKEN", "secret")
    folder, opened, number, text, comments = "/projects/7/issues", "opened", "iid", "description", "notes"

    def do_PATCH(self):
        raise AssertionError("GitLab changes issues by PUT")

    def do_PUT(self):
        assert self.body() == {"state_event": "close"}
        self.issues[int(self.path.split("/")[-1])]["open"] = False
        self.answer({})


def nights(forge, **given):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), forge)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    environment = {**os.environ, "API": f"http://127.0.0.1:{server.server_port}", "TOKEN": "secret", **given}

    def night(result):
        subprocess.run([HERE / ".ci/report-night", result, "https://forge/run/1"], env=environment, check=True)

    # One of somebody else, under any title.
    forge.issues[1] = {"text": "Chez moi aussi.", "open": True}
    night("success")
    assert len(forge.issues) == 1 and not forge.said, "a good night says something"
    night("failure")
    night("failure")
    assert len(forge.issues) == 2 and "https://forge/run/1" in forge.issues[2]["text"], "not one issue for two nights"
    night("success")
    assert not forge.issues[2]["open"] and forge.issues[1]["open"], "not closed, or another's is"
    assert [n for n, _ in forge.said] == [2]
    night("failure")
    assert len(forge.issues) == 3 and forge.issues[3]["open"], "the next bad night says nothing"
    server.shutdown()


workflows = sorted((HERE / ".github/workflows").glob("*.yml"))
run(BIN / "check-jsonschema", "--builtin-schema", "vendor.github-workflows", *workflows)
run(BIN / "check-jsonschema", "--builtin-schema", "vendor.gitlab-ci", ".gitlab-ci.yml")
run(BIN / "check-jsonschema", "--builtin-schema", "vendor.dependabot", ".github/dependabot.yml")
run(BIN / "check-jsonschema", "--builtin-schema", "vendor.renovate", ".renovaterc.json")
run(BIN / "zizmor", "--offline", "--no-progress", "--config", ".github/zizmor.yml", ".github/workflows", ".github/dependabot.yml")
nights(Forge, REPOSITORY="a/b")
nights(GitLab, REPOSITORY="7", FORGE="gitlab")
print("forges: workflows are as the forges want them" if status == 0 else "forges: see above")
sys.exit(status)
