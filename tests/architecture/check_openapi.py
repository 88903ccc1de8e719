#!/usr/bin/env python3
"""Holds docs/openapi.yaml against core/wire: endpoints, JSON keys, enum words, references.

usage: check_openapi.py [ROOT]      exit 0: the same, 1: they differ
"""

import re
import sys
from pathlib import Path

# Served beside the console protocol: public webhook port and admin port.
OTHER_PATHS = {"/webhook": {"get", "post"}, "/healthz": {"get"}, "/readyz": {"get"},
               "/metrics": {"get"}, "/admin/command": {"post"}}
METHODS = ("get", "put", "post", "delete", "patch")


def endpoints_of(header):
    """Constants of endpoints.h, and {path: methods} of the table in its comment."""
    constants = set(re.findall(r'QLatin1StringView k\w+\("(/[^"]+)"\)', header))
    methods = {}
    for method, path in re.findall(r"^/// (GET|PUT|POST|DELETE|PATCH)\s+(/\S+)", header, re.M):
        methods.setdefault(path, set()).add(method.lower())
    return constants, methods


def paths_of(yaml):
    paths, current = {}, None
    section = re.search(r"^paths:\n(.*?)^\w", yaml, re.M | re.S)
    for line in (section.group(1) if section else "").splitlines():
        if match := re.match(r"  (/\S*):$", line):
            current = paths.setdefault(match.group(1), set())
        elif current is not None and (match := re.match(r"    (\w+):$", line)):
            if match.group(1) in METHODS:
                current.add(match.group(1))
    return paths


def schemas_of(yaml):
    """{name: text} of components/schemas."""
    section = re.search(r"^  schemas:\n(.*)\Z", yaml, re.M | re.S)
    blocks = re.split(r"^    (\w+):", section.group(1) if section else "", flags=re.M)
    return dict(zip(blocks[1::2], blocks[2::2]))


def properties_of(block):
    """Every property name in a schema, nested ones too."""
    found, open_blocks = set(), []
    for line in block.splitlines():
        match = re.match(r"( *)(\w+):", line)
        if not match:
            continue
        indent = len(match.group(1))
        while open_blocks and indent <= open_blocks[-1]:
            open_blocks.pop()
        if open_blocks and indent == open_blocks[-1] + 2:
            found.add(match.group(2))
        if match.group(2) == "properties" and line.rstrip().endswith("properties:"):
            open_blocks.append(indent)
    return found


def keys_of(source):
    """{type: keys that toJson(const type &) writes}."""
    written = {}
    for match in re.finditer(r"^QJsonObject toJson\(const (\w+) &\w*\)\n\{\n(.*?)^\}", source,
                             re.M | re.S):
        written[match.group(1)] = set(re.findall(r'"(\w+)"_L1', match.group(2)))
    return written


def enums_of(headers):
    tables = {}
    for match in re.finditer(r"enumNames\((\w+)\)\s*\{(.*?)^\}", headers, re.M | re.S):
        tables[match.group(1)] = re.findall(r'"([^"]+)"', match.group(2))
    return tables


def compare(yaml, endpoints, codecs, headers):
    """Complaints about the four texts."""
    complaints = []
    constants, table = endpoints_of(endpoints)
    paths = paths_of(yaml)
    protocol = {path: methods for path, methods in paths.items() if path not in OTHER_PATHS}
    for path in sorted(constants - protocol.keys()):
        complaints.append(f"{path} of endpoints.h is not in openapi.yaml")
    for path in sorted(protocol.keys() - constants):
        complaints.append(f"{path} of openapi.yaml is not in endpoints.h")
    for path, methods in sorted({**table, **OTHER_PATHS}.items()):
        if path in paths and paths[path] != methods:
            complaints.append(f"{path}: {sorted(paths[path])} in openapi.yaml, "
                              f"{sorted(methods)} in the sources")
    for path in sorted(OTHER_PATHS.keys() - paths.keys()):
        complaints.append(f"{path} is not in openapi.yaml")
    schemas = schemas_of(yaml)
    for name, keys in sorted(keys_of(codecs).items()):
        if name not in schemas:
            complaints.append(f"no schema {name}")
        elif keys != properties_of(schemas[name]):
            differing = sorted(keys ^ properties_of(schemas[name]))
            complaints.append(f"schema {name} and its toJson() differ in {', '.join(differing)}")
    tables = enums_of(headers)
    for name, block in schemas.items():
        words = re.search(r"^      enum: \[(.*?)\]", block, re.M | re.S)
        if words and name in tables:
            if [word.strip() for word in words.group(1).split(",")] != tables[name]:
                complaints.append(f"schema {name} lists other words than enumNames({name})")
        elif words:
            complaints.append(f"schema {name} is no enum of ours")
    for name in sorted(set(re.findall(r"#/components/schemas/(\w+)", yaml)) - schemas.keys()):
        complaints.append(f"openapi.yaml refers to {name}, which it does not hold")
    return complaints


def read_all(root, *patterns):
    return "".join(path.read_text(encoding="utf-8")
                   for pattern in patterns for path in sorted(root.glob(pattern)))


def main(arguments):
    root = Path(arguments[1]) if len(arguments) > 1 else Path(__file__).resolve().parents[2]
    endpoints = (root / "core/wire/endpoints.h").read_text(encoding="utf-8")
    complaints = compare((root / "docs/openapi.yaml").read_text(encoding="utf-8"), endpoints,
                         read_all(root, "core/wire/*_json.cpp"),
                         read_all(root, "core/domain/*.h", "core/policy/*.h", "core/wire/*.h"))
    for complaint in complaints:
        print(complaint)
    count = len(endpoints_of(endpoints)[0])
    print(f"{count} endpoints, {len(complaints)} complaints")
    return 1 if complaints or count == 0 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
