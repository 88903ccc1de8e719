#!/usr/bin/env python3
"""check_openapi.py must notice every kind of difference."""

import unittest

import check_openapi

ENDPOINTS = '''/// GET    /v1/inbox   -> page
/// POST   /v1/contacts/{id}/reveal {reason} -> {number}
constexpr QLatin1StringView kInbox("/v1/inbox");
constexpr QLatin1StringView kReveal("/v1/contacts/{id}/reveal");
'''
CODECS = '''QJsonObject toJson(const Page &page)
{
    QJsonObject json{{"seq"_L1, page.seq}};
    put(json, "until"_L1, page.until);
    return json;
}
'''
HEADERS = '''constexpr auto enumNames(State)
{
    return std::array{DESTEK_NAME(State::On, "on"), DESTEK_NAME(State::Off, "off")};
}
'''
OTHERS = "".join(f"  {path}:\n" + "".join(f"    {method}:\n" for method in sorted(methods))
                 for path, methods in check_openapi.OTHER_PATHS.items())
YAML = f'''paths:
  /v1/inbox:
    get:
      x: {{$ref: "#/components/schemas/Page"}}
  /v1/contacts/{{id}}/reveal:
    post:
{OTHERS}components:
  schemas:
    State:
      enum: [on, off]
    Page:
      properties:
        seq: {{type: integer}}
        until:
          type: integer
'''


def complaints(yaml=YAML, endpoints=ENDPOINTS, codecs=CODECS, headers=HEADERS):
    return check_openapi.compare(yaml, endpoints, codecs, headers)


class OpenApi(unittest.TestCase):
    def test_the_same_passes(self):
        self.assertEqual(complaints(), [])

    def test_differences_are_named(self):
        more = 'constexpr QLatin1StringView kMore("/v1/more");\n'
        for changed in (dict(endpoints=ENDPOINTS + more),
                        dict(endpoints=ENDPOINTS.replace("GET ", "POST")),
                        dict(endpoints=ENDPOINTS.replace('kInbox("/v1/inbox")', "")),
                        dict(codecs=CODECS.replace("until", "till")),
                        dict(codecs=CODECS.replace("Page &", "Sheet &")),
                        dict(headers=HEADERS.replace('"off"', '"out"')),
                        dict(headers=HEADERS.replace("enumNames(State)", "enumNames(Mood)")),
                        dict(yaml=YAML.replace("    post:\n", "", 1)),
                        dict(yaml=YAML.replace("  /webhook:\n", "  /webhooks:\n")),
                        dict(yaml=YAML.replace("schemas/Page", "schemas/Leaf"))):
            with self.subTest(changed=changed):
                self.assertTrue(complaints(**changed))

    def test_nested_properties_count(self):
        block = ("\n      properties:\n        files:\n          items:\n            properties:\n"
                 "              path: {}\n        next: {}\n")
        self.assertEqual(check_openapi.properties_of(block), {"files", "path", "next"})


if __name__ == "__main__":
    unittest.main()
