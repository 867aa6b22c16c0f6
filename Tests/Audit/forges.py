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
    issues, said = {}, []

    def answer(self, value):
        data = json.dumps(value).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def body(self):
        return json.loads(self.rfile.read(int(self.headers["Content-Length"])))

    def do_GET(self):
        assert self.headers["Authorization"] == "token secret" and self.path.startswith("/repos/a/b/issues?state=open")
        self.answer([{"number": n, **i} for n, i in self.issues.items() if i["state"] == "open"])

    def do_POST(self):
        if self.path.endswith("/comments"):
            self.said.append((int(self.path.split("/")[-2]), self.body()["body"]))
        else:
            self.issues[len(self.issues) + 1] = {**self.body(), "state": "open"}
        self.answer({})

    def do_PATCH(self):
        self.issues[int(self.path.split("/")[-1])].update(self.body())
        self.answer({})

    def log_message(self, *_):
        pass


def nights():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Forge)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    environment = {**os.environ, "API": f"http://127.0.0.1:{server.server_port}", "TOKEN": "secret", "REPOSITORY": "a/b"}

    def night(result):
        subprocess.run([HERE / ".ci/report-night", result, "https://forge/run/1"], env=environment, check=True)

    # One of somebody else, under any title.
    Forge.issues[1] = {"title": "La nuit du site s’est mal passée", "body": "Chez moi aussi.", "state": "open"}
    night("success")
    assert len(Forge.issues) == 1 and not Forge.said, "a good night says something"
    night("failure")
    night("failure")
    assert len(Forge.issues) == 2 and "https://forge/run/1" in Forge.issues[2]["body"], "not one issue for two nights"
    night("success")
    assert Forge.issues[2]["state"] == "closed" and Forge.issues[1]["state"] == "open", "not closed, or another's is"
    assert [n for n, _ in Forge.said] == [2]
    night("failure")
    assert len(Forge.issues) == 3 and Forge.issues[3]["state"] == "open", "the next bad night says nothing"
    server.shutdown()


workflows = sorted((HERE / ".github/workflows").glob("*.yml"))
run(BIN / "check-jsonschema", "--builtin-schema", "vendor.github-workflows", *workflows)
run(BIN / "check-jsonschema", "--builtin-schema", "vendor.gitlab-ci", ".gitlab-ci.yml")
run(BIN / "check-jsonschema", "--builtin-schema", "vendor.dependabot", ".github/dependabot.yml")
run(BIN / "check-jsonschema", "--builtin-schema", "vendor.renovate", ".renovaterc.json")
run(BIN / "zizmor", "--offline", "--no-progress", "--config", ".github/zizmor.yml", ".github/workflows", ".github/dependabot.yml")
nights()
print("forges: workflows are as the forges want them" if status == 0 else "forges: see above")
sys.exit(status)
