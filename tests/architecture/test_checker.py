#!/usr/bin/env python3
"""The checker is itself checked: every rule must catch a bad sample and let a good one pass."""

import tempfile
import unittest
from pathlib import Path

import check
import includes
import links
import lints
import sizes
from rooms import TableError, read_table, room_of

TABLE = """
```rooms
room           | may include              | may use              | never
core/base      | -                        | Qt6::Core            | QObject
core/policy    | core/base                | Qt6::Core            | -
httpd          | core/base                | Qt6::Core boost      | -
core/wire      | core/base                | Qt6::Core            | -
models         | core                     | Qt6::Core            | QJson*
ui             | models core/wire/error.h | Qt6::Core Qt6::Widgets | -
ui/theme       | -                        | Qt6::Core            | -
daemon/service | core                     | Qt6::Core            | -
daemon/store   | core daemon/service      | Qt6::Core Qt6::Sql   | -
app            | models ui                | Qt6::Core keychain   | -
tests          | *                        | *                    | -
```
"""
ROOMS = read_table(TABLE)
QT = includes.QtHeaders({"QObject": "Qt6::Core", "QString": "Qt6::Core", "QWidget": "Qt6::Widgets",
                         "QTcpSocket": "Qt6::Network", "QSqlQuery": "Qt6::Sql",
                         "QJsonObject": "Qt6::Core"})
KNOWN = {"core/base/id.h", "core/policy/may.h", "models/inbox.h", "ui/pane.h", "httpd/server.h",
         "daemon/store/row.h", "core/wire/error.h", "core/wire/json.h", "ui/theme/token.h"}


def included(path, line):
    return includes.check_file(path, line + "\n", ROOMS, KNOWN, QT)


class Table(unittest.TestCase):
    def test_the_longest_room_wins(self):
        self.assertEqual(room_of("ui/theme/token.h", ROOMS).name, "ui/theme")
        self.assertEqual(room_of("ui/inbox/pane.h", ROOMS).name, "ui")
        self.assertIsNone(room_of("attic/x.h", ROOMS))

    def test_a_broken_table_is_refused(self):
        for text in ("no table", TABLE.replace("core/base      | -", "core/base      "),
                     TABLE.replace("app            | models", "app            | cellar"),
                     TABLE.replace("ui/theme  ", "ui  ")):
            with self.subTest(text=text), self.assertRaises(TableError):
                read_table(text)


class Includes(unittest.TestCase):
    def test_allowed_ones_pass(self):
        self.assertEqual(included("models/x.cpp", '#include "core/base/id.h"'), [])
        self.assertEqual(included("models/x.cpp", '#include "core/wire/error.h"'), [])
        self.assertEqual(included("ui/x.cpp", "#include <QWidget>"), [])
        self.assertEqual(included("daemon/store/x.cpp", "#include <QSqlQuery>"), [])
        self.assertEqual(included("app/x.cpp", "#include <qt6keychain/keychain.h>"), [])
        self.assertEqual(included("models/x.cpp", "#include <vector>"), [])
        self.assertEqual(included("tests/ui/x.cpp", "#include <boost/asio.hpp>"), [])
        self.assertEqual(included("tests/ui/x.cpp", '#include "x.moc"'), [])

    def test_forbidden_ones_are_named_with_their_line(self):
        bad = (("core/base/x.h", '#include "core/policy/may.h"'),
               ("core/base/x.h", "#include <QObject>"),
               ("models/x.h", '#include "ui/pane.h"'),
               ("models/x.h", "#include <QWidget>"),
               ("models/x.h", "#include <QtNetwork/QTcpSocket>"),
               ("models/x.h", "#  include <QTcpSocket>"),
               ("models/x.h", "#include <QJsonObject>"),
               ("ui/x.h", "#include <QSqlQuery>"),
               ("ui/x.h", '#include "core/base/id.h"'),
               ("ui/theme/x.h", '#include "ui/pane.h"'),
               ("daemon/service/x.h", '#include "daemon/store/row.h"'),
               ("daemon/service/x.h", '#include "httpd/server.h"'),
               ("daemon/service/x.h", "#include <boost/asio.hpp>"),
               ("daemon/store/x.h", "#include <openssl/evp.h>"),
               ("daemon/service/x.h", "#include <unistd.h>"),
               ("models/x.h", '#include "inbox.h"'),
               ("attic/x.h", "#include <QString>"))
        for path, line in bad:
            with self.subTest(path=path, line=line):
                self.assertEqual(len(included(path, line)), 1)
        self.assertTrue(included("models/x.h", "\n\n#include <QWidget>")[0].startswith(
            "models/x.h:3:"))

    def test_a_single_header_opens_no_room(self):
        self.assertEqual(included("ui/x.h", '#include "core/wire/error.h"'), [])
        self.assertEqual(len(included("ui/x.h", '#include "core/wire/json.h"')), 1)


class Links(unittest.TestCase):
    FILES = {"core/base/CMakeLists.txt": "add_library(destek_core_base INTERFACE)\n"
                                         "target_link_libraries(destek_core_base INTERFACE Qt6::Core)",
             "models/CMakeLists.txt": "destek_add_room(NAME models PCH qtcore SOURCES a.cpp\n"
                                      "  LINKS destek_core_base Qt6::Core)",
             "ui/CMakeLists.txt": "destek_add_room(NAME ui SOURCES b.cpp LINKS destek_models\n"
                                  "  PRIVATE_LINKS Qt6::Widgets)"}

    def links(self, path, text):
        return links.check({**self.FILES, path: text}, ROOMS)

    def test_allowed_ones_pass(self):
        self.assertEqual(links.check(self.FILES, ROOMS), [])
        self.assertEqual(self.links(
            "tests/CMakeLists.txt", "target_link_libraries(tst PRIVATE Qt6::Sql nobody)"), [])

    def test_forbidden_ones_are_found(self):
        for path, text in (
                ("models/CMakeLists.txt", "destek_add_room(NAME models LINKS destek_ui)"),
                ("models/CMakeLists.txt",
                 "destek_add_room(NAME models LINKS Qt6::Core\n PRIVATE_LINKS Qt6::Network)"),
                ("app/CMakeLists.txt", "destek_add_program(NAME destek LINKS Qt6::Sql)"),
                ("app/CMakeLists.txt", "target_link_libraries(destek PRIVATE Qt6::Sql)"),
                ("app/CMakeLists.txt", "destek_add_program(NAME destek LINKS PkgConfig::SODIUM)"),
                ("app/CMakeLists.txt", "destek_add_program(NAME destek LINKS destek_attic)")):
            with self.subTest(text=text):
                self.assertEqual(len(self.links(path, text)), 1)

    def test_a_comment_links_nothing(self):
        self.assertEqual(self.links("app/CMakeLists.txt",
                                    "# target_link_libraries(destek_models PRIVATE destek_ui)"), [])


class Lints(unittest.TestCase):
    def test_every_lint_catches_its_samples(self):
        for lint in lints.LINTS:
            self.assertTrue(lint.samples, f"{lint.name} has no sample")
            place = (lint.only[0] if lint.only else "models/") + "x.cpp"
            for sample in lint.samples:
                with self.subTest(lint=lint.name, sample=sample):
                    self.assertTrue(lints.check_file(place, sample, [lint]))

    def test_the_excused_are_left_alone(self):
        for path, line in (("daemon/store/x.cpp", 'query.exec(u"SELECT 1 "_s);'),
                           ("core/text/fold.cpp", "c.toLower()"),
                           ("models/x.cpp", "verb.toUpper() == get // protocol word"),
                           ("app/main.cpp", "return application.exec();"),
                           ("models/x.cpp", "// never setHtml() here, and no toUpper()"),
                           ("models/x.cpp", 'tr("Please select a person.")'),
                           ("models/x.cpp", 'qInfo("a token has expired");'),
                           ("models/x.cpp", "qInfo() << messageId << took;"),
                           ("models/x.cpp", "static Actor system()"),
                           ("models/x.cpp", "/* QEventLoop\n QDataStream */")):
            with self.subTest(path=path, line=line):
                self.assertEqual(lints.check_file(path, line), [])

    def test_code_behind_a_string_with_slashes_is_still_seen(self):
        self.assertTrue(lints.check_file("ui/x.cpp", 'u = "https://x"; QEventLoop l;'))


class Sizes(unittest.TestCase):
    def test_long_files_warn_and_then_fail(self):
        wrong, large = sizes.check_file("ui/x.cpp", "\n" * (sizes.WARN_LINES + 1))
        self.assertEqual((len(wrong), len(large)), (0, 1))
        wrong, large = sizes.check_file("ui/x.cpp", "\n" * (sizes.FAIL_LINES + 1))
        self.assertEqual((len(wrong), len(large)), (1, 0))

    def test_shapes(self):
        self.assertTrue(sizes.check_file("ui/x.h", "int x;\n")[0])
        self.assertTrue(sizes.check_file("ui/MainWindow.cpp", "\n")[0])
        self.assertEqual(sizes.check_file("ui/main_window.h", "#pragma once\n"), ([], []))


class WholeTree(unittest.TestCase):
    def test_a_bad_tree_is_refused_and_a_good_one_passes(self):
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            (root / "docs").mkdir()
            (root / "docs/ARCHITECTURE.md").write_text(TABLE, encoding="utf-8")
            (root / "models").mkdir()
            source = root / "models/inbox.cpp"
            source.write_text("#include <QString>\n", encoding="utf-8")
            self.assertEqual(check.complaints_of(root, QT)[0], [])
            source.write_text("#include <QWidget>\nvoid f() { QEventLoop l; }\n", encoding="utf-8")
            self.assertEqual(len(check.complaints_of(root, QT)[0]), 2)

    def test_this_tree_has_sources_and_qt_is_known(self):
        root = Path(__file__).resolve().parents[2]
        qt = includes.QtHeaders.installed()
        self.assertEqual(qt.module("QTcpSocket"), "Qt6::Network")
        self.assertGreater(check.complaints_of(root, qt)[2], 100)


if __name__ == "__main__":
    unittest.main()
