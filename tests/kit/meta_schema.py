"""Meta's own description of what it takes, as a judge of what the daemon sends.

tests/fixtures/whatsapp_openapi/messages.json is taken from Meta's OpenAPI file (v23.0, November
2025) as it is. Where that file is older than the platform or at odds with Meta's own examples,
it is mended here, each time with the reason (facts/whatsapp.md 3.2, 4.1, 4.2, 9.1).
"""

import copy
import json
from collections import Counter
from email import policy
from email.parser import BytesParser
from pathlib import Path

import jsonschema

from house import Trouble

FILE = Path(__file__).resolve().parents[1] / "fixtures" / "whatsapp_openapi" / "messages.json"

PARAMETERS = {"text", "currency", "date_time", "image", "video", "document", "location",
              "payload", "coupon_code", "action"}
STRING = {"type": "string", "minLength": 1}


class MetaSchema:
    def __init__(self):
        given = json.loads(FILE.read_text(encoding="utf-8"))
        self.examples = given["examples"]
        self._schemas = copy.deepcopy(given["components"]["schemas"])
        self._mend()
        self._kinds = {schema["allOf"][1]["properties"]["type"]["enum"][0]: name
                       for name, schema in self._schemas.items()
                       if name.endswith("Message") and "allOf" in schema}
        self.kinds = sorted(self._kinds)

    def _mend(self):
        schemas = self._schemas
        # "allOf" beside "additionalProperties: false" refuses everything, Meta's examples too;
        # what is meant is that no key is there which neither part knows.
        for name, schema in schemas.items():
            if name.endswith("Message") and "allOf" in schema:
                schema["allOf"][1].pop("additionalProperties", None)
                schema["unevaluatedProperties"] = False

        base = schemas["BaseMessageProperties"]
        # 2026: people without a number are addressed by "recipient"; one of the two.
        base["required"] = ["messaging_product", "type"]
        base["oneOf"] = [{"required": ["to"]}, {"required": ["recipient"]}]
        base["properties"].update({
            "messaging_product": {"const": "whatsapp"},
            "recipient": {"type": "string", "pattern": r"^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$"},
            "biz_opaque_callback_data": {"type": "string", "maxLength": 512},
            "recipient_identity_key_hash": STRING})
        schemas["MessageContext"].update(required=["message_id"], additionalProperties=False)

        text = schemas["TextMessage"]["allOf"][1]["properties"]["text"]
        text["required"] = ["body"]
        text["properties"]["body"] = {"type": "string", "minLength": 1, "maxLength": 4096}

        # One "oneOf" for all files; which keys go with which kind is in the tables only.
        for kind, more in (("image", ["caption"]), ("video", ["caption"]), ("audio", ["voice"]),
                           ("document", ["caption", "filename"]), ("sticker", [])):
            keys = {"id": STRING, "link": {"type": "string", "pattern": r"^<?https?(:|\(s\):)//"},
                    "caption": {"type": "string", "maxLength": 1024},
                    "filename": STRING, "voice": {"type": "boolean"}}
            part = schemas[f"{kind.capitalize()}Message"]["allOf"][1]["properties"]
            part[kind] = {"type": "object", "additionalProperties": False,
                          "oneOf": [{"required": ["id"]}, {"required": ["link"]}],
                          "properties": {k: keys[k] for k in ["id", "link", *more]}}

        # The examples give numbers, the schema strings; Meta takes both.
        place = schemas["LocationMessage"]["allOf"][1]["properties"]["location"]
        place["required"] = ["latitude", "longitude"]
        for key in ("latitude", "longitude"):
            place["properties"][key] = {"anyOf": [
                {"type": "number"}, {"type": "string", "pattern": r"^-?\d{1,3}(\.\d+)?$"}]}

        reaction = schemas["ReactionMessage"]["allOf"][1]["properties"]["reaction"]
        reaction["required"] = ["message_id", "emoji"]
        schemas["ContactsMessage"]["allOf"][1]["properties"]["contacts"]["maxItems"] = 257
        schemas["ContactObject"]["required"] = ["name"]
        schemas["NameObject"]["required"] = ["formatted_name"]
        for name in ("PhoneObject", "EmailObject", "UrlObject", "AddressObject"):
            schemas[name]["properties"]["type"] = STRING  # "CELL" and "MOBILE" are common

        kinds = schemas["InteractiveObject"]["properties"]["type"]["enum"]
        kinds += ["cta_url", "location_request_message", "product_carousel"]
        schemas["InteractiveObject"]["additionalProperties"] = False
        schemas["BodyObject"]["properties"]["text"]["maxLength"] = 4096  # lists; buttons: see below

        # Meta's examples name no policy; there is only one.
        schemas["LanguageObject"]["required"] = ["code"]
        part = schemas["TemplateComponent"]["properties"]
        part["type"]["enum"] = ["header", "body", "button", "carousel"]
        part["index"] = {"anyOf": [{"type": "string", "pattern": "^[0-9]$"},
                                   {"type": "integer", "minimum": 0, "maximum": 9}]}
        part["sub_type"]["enum"] += ["copy_code", "flow", "CATALOG", "FLOW"]

    def judge(self, requests):
        """Of everything that passed the gate (Gate.requests): how many of each kind, sorted by
        name. Trouble at the first one that Meta would not take."""
        kinds = Counter()
        for path, content_type, body in requests:
            if path.endswith("/media"):
                problems, kind = self.media_problems(content_type, body), "upload"
            elif path.endswith("/messages"):
                asked = json.loads(body)
                kind = asked.get("type") or f"status {asked.get('status')}"
                problems = self.problems(asked)
                if content_type != "application/json":
                    problems.append(f"content type {content_type!r}")
            else:
                continue
            if problems:
                raise Trouble(f"a request of kind {kind} Meta would not take: {problems}")
            kinds[kind + (" to a username" if b'"recipient":' in body else "")] += 1
        return dict(sorted(kinds.items()))

    def _errors(self, schema, body):
        judge = jsonschema.Draft202012Validator(
            {**schema, "components": {"schemas": self._schemas}})
        return [f"{'/'.join(str(p) for p in e.absolute_path) or 'body'}: {e.message[:200]}"
                for e in judge.iter_errors(body)]

    def problems(self, body):
        """Of the body of one POST messages; empty: Meta would take it."""
        if "status" in body:
            return self._errors({
                "type": "object", "additionalProperties": False,
                "required": ["messaging_product", "status", "message_id"],
                "properties": {"messaging_product": {"const": "whatsapp"},
                               "status": {"const": "read"}, "message_id": STRING,
                               "typing_indicator": {
                                   "type": "object", "required": ["type"],
                                   "additionalProperties": False,
                                   "properties": {"type": {"const": "text"}}}}}, body)
        name = self._kinds.get(body.get("type"))
        if name is None:
            return [f"type: {body.get('type')!r} is none of {self.kinds}"]
        found = self._errors({"$ref": f"#/components/schemas/{name}"}, body)
        return found or self._rules_without_schema(body)

    @staticmethod
    def _rules_without_schema(body):
        """What stands in Meta's words only."""
        found = []
        if "to" in body and body.get("recipient_type") != "group":
            if not body["to"].startswith("+"):
                found.append("to: without + our own country code is put in front")
        if body["type"] == "reaction" and "context" in body:
            found.append("context: not with a reaction")
        interactive = body.get("interactive", {})
        if interactive.get("type") == "button":
            if len(interactive.get("body", {}).get("text", "")) > 1024:
                found.append("interactive/body/text: above 1024 with buttons")
            titles = [b["reply"]["title"] for b in interactive["action"]["buttons"]]
            if len(titles) != len(set(titles)):
                found.append("interactive/action/buttons: a title twice")
        for component in body.get("template", {}).get("components", []):
            found += MetaSchema._component_problems(component)
        if interactive.get("type") == "list":
            sections = interactive["action"]["sections"]
            if sum(len(s.get("rows", [])) for s in sections) > 10:
                found.append("interactive/action/sections: more than 10 rows")
            if len(sections) > 1 and any(not s.get("title") for s in sections):
                found.append("interactive/action/sections: a section without title")
        return found

    @staticmethod
    def _component_problems(component):
        where = f"template/components/{component['type']}"
        found = []
        if component["type"] == "button" and not {"sub_type", "index"} <= component.keys():
            found.append(f"{where}: without sub_type or index")
        for parameter in component.get("parameters", []):
            kind = parameter.get("type")
            if kind not in PARAMETERS:
                found.append(f"{where}: a parameter of type {kind!r}")
            elif parameter.get(kind) in (None, "", {}):
                found.append(f"{where}: a parameter without {kind}")
        return found

    @staticmethod
    def media_problems(content_type, body):
        """Of one POST media: the form's fields as facts/whatsapp.md 4.3 has them."""
        if not content_type.startswith("multipart/form-data; boundary="):
            return [f"content type {content_type!r}"]
        form = BytesParser(policy=policy.HTTP).parsebytes(
            b"Content-Type: " + content_type.encode() + b"\r\n\r\n" + body)
        parts = {p.get_param("name", header="content-disposition"): p for p in form.iter_parts()}
        found = []
        if set(parts) != {"messaging_product", "type", "file"}:
            found.append(f"fields {sorted(map(str, parts))}")
        elif parts["messaging_product"].get_content().strip() != "whatsapp":
            found.append("messaging_product is not whatsapp")
        elif parts["file"].get_content_type() != parts["type"].get_content().strip():
            found.append("the file has another type than the field says")
        elif not parts["file"].get_filename():
            found.append("the file has no name")
        return found
