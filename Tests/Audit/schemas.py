"""The schemas and forms in .schema as the programs that read them do: JSON Schema by the reference implementation of
Python, over all content there is here; the forms by the keys that Decap's own schema knows.

What YAML alone does not read (text fields with a colon) is passed over: editors with a schema tell of it themselves."""

import json
import re
import sys
from pathlib import Path

import yaml
from jsonschema import Draft202012Validator

ROOT = Path(__file__).resolve().parents[2]
CONTENTS = [ROOT / "Content", *(ROOT / "Tests/Fixtures").glob("*/Content")]
# What must be refused: a schema that takes anything is none.
WRONG = [
    ("nouvelles", {"date": "2026"}),
    ("nouvelles", {"titre": "A", "date": "le 5 mai"}),
    ("nouvelles", {"titre": "A", "title": "A", "date": "2026"}),
    ("nouvelles", {"titre": "A", "date": "2026", "titel": "A"}),
    ("nouvelles", {"titre": "A", "date": "2026", "image": "a.jpg"}),
    ("evenements", {"titre": "A"}),
    ("evenements", {"titre": "A", "debut": "2026-01-01", "etat": "peut-être"}),
    ("evenements", {"titre": "A", "debut": "2026-01-01", "repetition": {"chaque": "mois", "deplacees": [{"prevue": "2026-01-02"}]}}),
    ("infolettres", {"titre": "A", "date_envoi": "2026-03"}),
    ("lieux", {"titre": "A", "latitude": 91}),
    ("site", {"titre": "A", "adresse": "https://exemple.org"}),
]
# What the reader takes without a word.
RIGHT = [
    *(("evenements", f"titre: A\ndebut: 2027-03-05 19:00\n{line}") for line in [
        'places: "12"', "complet: Oui", "complet: FAUX", "etat: Annulé", "etat: a-confirmer", "etat: À confirmer",
        "seances: {date: 2027-03-05 10:00}", "inscription: 0199001122", "inscription: a@b.fr",
        "repetition: {chaque: Semaine, nombre: \"10\", annulees: {date: 2027-03-12, motif: x}}",
        "repetition: {chaque: semaine, annulees: \"2027-03-12, 2027-03-19\"}",
        "repetition: {chaque: semaine, deplacees: {prevue: 2027-03-12, nouvelle: 2027-03-13 10:00}}",
    ]),
    *(("evenements", "titre: A\ndebut: " + dates) for dates in [
        "2027-03-05 19:00 – 21:00", "2027-03-05 19:00 au 21:00", "2027-03-05 - 2027-03-06", "2027-03"]),
    ("pages", 'titre: A\nmenu: "3"'), ("lieux", 'titre: A\nlatitude: "48.8"\nlongitude: 2.5'),
    ("lieux", "titre: A\nhoraires: {mardi: [9h-12h, 14h-19h]}"), ("lieux", "titre: A\nhoraires: ''"),
    ("infolettres",
     "titre: A\naccroche: Une accroche qui est assez longue.\ndate_envoi: 2027-03-01\nenvoyee: Non\nagenda_semaines: '6'\nappel: ''"),
]
# github.com/decaporg/decap-cms: packages/decap-cms-core/src/constants/configSchema.js, packages/decap-cms-widget-*/src/schema.js;
# « output » is Sveltia's (sveltiacms.app/en/docs/data-output).
TOP = {"backend", "locale", "publish_mode", "media_folder", "public_folder", "slug", "output", "collections"}
COLLECTION = {
    "name", "label", "folder", "files", "create", "extension", "format", "identifier_field", "slug", "media_folder",
    "public_folder", "fields",
}
FIELD = {"name", "label", "widget", "required", "hint", "pattern", "default", "field", "fields"}
WIDGETS = {
    "string": set(), "markdown": set(), "boolean": set(), "hidden": set(), "list": set(),
    "object": {"collapsed"},
    "number": {"value_type", "min", "max"},
    "select": {"options", "multiple"},
    "image": {"choose_url"},
    "datetime": {"format", "date_format", "time_format"},
    "relation": {"collection", "value_field", "search_fields", "display_fields", "multiple"},
}


class Loader(yaml.SafeLoader):
    """YAML 1.2's core schema, which editors use: dates and « oui » are texts."""


Loader.yaml_implicit_resolvers = {}
for tag, pattern, first in [
    ("bool", "^(true|false)$", "tf"), ("null", "^(null|~|)$", ["n", "~", ""]), ("int", "^[-+]?[0-9]+$", "-+0123456789"),
    ("float", r"^[-+]?[0-9]*\.[0-9]+$", "-+0123456789."),
]:
    Loader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), list(first))
# A 0 before a number means nothing there.
Loader.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(node.value))


def front_matter(path):
    text = path.read_text(encoding="utf-8-sig")
    if path.name == "site.yml":
        return text
    fence = re.match(r"---\r?\n(.*?)\r?\n---", text, re.S)
    return fence and fence.group(1)


def faults():
    schemas = {}
    for path in sorted((ROOT / ".schema").glob("*.schema.json")):
        schema = json.loads(path.read_text())
        Draft202012Validator.check_schema(schema)
        schemas[path.name.split(".")[0]] = Draft202012Validator(schema)
    read = 0
    for content in CONTENTS:
        for path in [content / "site.yml", *content.rglob("*.md")]:
            kind = "site" if path.name == "site.yml" else path.relative_to(content).parts[0]
            if kind not in schemas or not (matter := front_matter(path)):
                continue
            try:
                value = yaml.load(matter, Loader)
            except yaml.YAMLError:
                continue
            read += 1
            for error in schemas[kind].iter_errors(value):
                yield f"{path.relative_to(ROOT)}: {list(error.path)} {error.message[:200]}"
    if read < 50:
        yield f"only {read} files were read"
    for kind, value in WRONG:
        if schemas[kind].is_valid(value):
            yield f"{kind}: {value} is accepted"
    for kind, matter in RIGHT:
        for error in schemas[kind].iter_errors(yaml.load(matter, Loader)):
            yield f"{kind}: {matter!r}: {error.message[:200]}"

    config = yaml.safe_load((ROOT / ".schema/config.yml").read_text())
    yield from (f"config.yml: {key}" for key in set(config) - TOP)
    names = [collection["name"] for collection in config["collections"]]
    for collection in config["collections"]:
        yield from (f"config.yml, {collection['name']}: {key}" for key in set(collection) - COLLECTION)
        for fields in [collection.get("fields", []), *(file["fields"] for file in collection.get("files", []))]:
            yield from unknown(fields, names)


def unknown(fields, collections):
    if len({field["name"] for field in fields}) < len(fields):
        yield f"config.yml: a name twice among {[field['name'] for field in fields]}"
    for field in fields:
        known = FIELD | WIDGETS.get(field["widget"], set())
        yield from (f"config.yml, {field['name']}: {key}" for key in set(field) - known)
        if field["widget"] not in WIDGETS:
            yield f"config.yml, {field['name']}: widget {field['widget']}"
        if field["widget"] == "relation" and field["collection"] not in collections:
            yield f"config.yml, {field['name']}: no collection {field['collection']}"
        if "pattern" in field:
            re.compile(field["pattern"][0])
        yield from unknown(field.get("fields", []) + ([field["field"]] if "field" in field else []), collections)


found = list(faults())
print("\n".join(found) if found else "schemas: ok")
sys.exit(bool(found))
