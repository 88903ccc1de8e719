"""Words that must not stand in the sources, each with the reason and the places excused."""

import re
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Lint:
    name: str
    pattern: re.Pattern
    why: str
    excused: tuple = ()  # path prefixes, or whole paths
    remark: str = ""  # a trailing comment that excuses one line
    only: tuple = ()  # if given, only paths with these prefixes
    strings: bool = False  # look inside string literals too
    tests: bool = False  # look in tests/ too
    samples: tuple = field(default=())  # what it must catch; the self-test reads these

    def concerns(self, path):
        if path.startswith("tests/") and not self.tests:
            return False
        if self.only and not path.startswith(self.only):
            return False
        return not any(path == place or path.startswith(place) for place in self.excused)


SQL_ROOMS = ("daemon/store/", "daemon/audit/", "daemon/vault/", "net/outbox/")

LINTS = (
    Lint("nested event loop", re.compile(r"\bQEventLoop\b|\bprocessEvents\s*\("),
         "late answers then arrive inside somebody else's stack frame",
         samples=("QEventLoop loop;", "QCoreApplication::processEvents();")),
    Lint("exec()", re.compile(r"(\.|->|::)exec\s*\("),
         "a nested event loop; dialogs open and report by signal",
         excused=SQL_ROOMS + ("app/main.cpp", "daemon/main.cpp", "sandbox/main.cpp",
                              "verify/main.cpp", "ui/kit/prompt"),
         remark="// the program's own loop",
         samples=("dialog.exec();", "menu->exec(at);", "return QApplication::exec();")),
    Lint("blocking wait", re.compile(
        r"\bwaitFor(ReadyRead|Connected|Encrypted|BytesWritten|Disconnected)\s*\("),
         "the GUI thread must never wait for a socket", only=("ui/", "models/", "net/", "app/"),
         remark="// before any window exists",
         samples=("socket.waitForReadyRead(100);",)),
    Lint("TLS errors ignored", re.compile(r"\bignoreSslErrors\b"),
         "a check that can be switched off will be", tests=True,
         samples=("reply->ignoreSslErrors();",)),
    Lint("process-wide TLS", re.compile(r"\bsetDefaultConfiguration\b"),
         "TLS is configured per request, so that pinning cannot leak or be lost", tests=True,
         samples=("QSslConfiguration::setDefaultConfiguration(c);",)),
    Lint("QDataStream", re.compile(r"\bQDataStream\b"),
         "its format depends on the Qt version and it trusts lengths from the other side",
         samples=("QDataStream in(bytes);",)),
    Lint("rich text", re.compile(
        r"\b(setHtml|setMarkdown|insertHtml|appendHtml|setDefaultStyleSheet)\s*\("
        r"|\bQt::(RichText|AutoText|MarkdownText)\b"),
         "message text is hostile: it is painted as plain text only",
         samples=("view->setHtml(text);", "label->setTextFormat(Qt::AutoText);",
                  "document.setMarkdown(text);")),
    Lint("Qt casing", re.compile(
        r"(\.|->)to(Upper|Lower)\s*\(|\bQt::CaseInsensitive\b|\bCaseInsensitiveOption\b"),
         "Turkish i and ı: core/text folds text; for protocol words say so at the end of the line",
         excused=("core/text/", "httpd/", "sandbox/", "net/fake/"),  # no text, own fold, not shipped
         remark="// protocol word",
         samples=("name.toUpper()", "a.compare(b, Qt::CaseInsensitive)",
                  "QRegularExpression::CaseInsensitiveOption")),
    Lint("raw network access", re.compile(r"\bQNetworkAccessManager\b"),
         "transport, pinning and the list of hosts live in a few places",
         excused=("net/http/", "net/live/", "daemon/graph/", "daemon/cli/", "sandbox/"),
         samples=("QNetworkAccessManager m_network;",)),
    Lint("secret in a log", re.compile(
        r"\bqC?(Debug|Info|Warning|Critical|Fatal)\b[^;]*\b"
        r"(\w*[tT]oken|\w*[pP]assword|\w*[pP]assphrase|\w*[sS]ecret|totp|plaintext|wamid"
        r"|lastLine|messageText|phoneNumber|expose|reveal)\b"),
         "logs carry ids, categories and durations only (R-09)",
         samples=("qDebug() << token;", "qCWarning(log) << request.messageText;",
                  'qInfo("%s", m_password.constData());')),
    Lint("shell", re.compile(r"(\bstd|(?<!\w))::system\s*\(|\bpopen\s*\("),
         "no command line is ever put together", tests=True, samples=("std::system(line);", "::system(line);", "popen(line, mode)")),
    Lint("SQL", re.compile(
        r"\"\s*(SELECT\s|INSERT\s+(OR\s+\w+\s+)?INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s"
        r"|CREATE\s+(TABLE|INDEX|UNIQUE)|DROP\s+TABLE|ALTER\s+TABLE|PRAGMA\s)", re.I),
         "statements stand in daemon/store, daemon/audit, daemon/vault and net/outbox only",
         excused=SQL_ROOMS, strings=True,
         samples=('u"SELECT id FROM message"_s', '"insert or ignore into seen values (1)"')),
    Lint("vague name", re.compile(r"^\s*(class|struct)\s+\w*(Manager|Helper|Helpers|Utils?)\b(?!;)"),
         "says nothing about what the thing is", samples=("class MessageManager",)),
    Lint("spoken aside", re.compile(r"\bQAccessible::(Alert|Announcement)\b"),
         "announce() says things once, and tests hear it", only=("ui/", "app/"),
         excused=("ui/kit/announcement.cpp",),
         samples=("QAccessibleEvent event(this, QAccessible::Alert);",)),
    Lint("unfinished", re.compile(r"\b(TODO|FIXME|HACK)\b"),
         "what is missing belongs in the list of issues", strings=True, tests=True,
         samples=("TODO later",)),
)


def without_comments(text, keep_strings=True):
    """The code with comments (and, if asked, string contents) blanked; line numbers stay."""
    token = re.compile(r'//[^\n]*|/\*.*?\*/|R"\((?:.|\n)*?\)"|"(?:\\.|[^"\\\n])*"'
                       r"|'(?:\\.|[^'\\\n])'", re.S)

    def blank(match):
        piece = match.group(0)
        if piece.startswith("/"):
            return re.sub(r"[^\n]", " ", piece)
        if keep_strings:
            return piece
        if piece.startswith("'"):
            return piece
        return '"' + re.sub(r"[^\n]", " ", piece[1:-1]) + '"'

    return token.sub(blank, text)


def check_file(path, text, lints=LINTS):
    """Complaints about one file. Comments are not code, except that TODO hides in them."""
    raw = text.split("\n")
    plain = without_comments(text, keep_strings=False).split("\n")
    with_strings = without_comments(text).split("\n")
    complaints = []
    for lint in lints:
        if not lint.concerns(path):
            continue
        lines = raw if lint.name == "unfinished" else with_strings if lint.strings else plain
        for number, line in enumerate(lines, 1):
            if lint.pattern.search(line) and not (lint.remark and lint.remark in raw[number - 1]):
                complaints.append(f"{path}:{number}: {lint.name}: {lint.why}")
    return complaints
