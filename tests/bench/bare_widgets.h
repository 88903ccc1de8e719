#pragma once

#include "tests/bench/frames.h"

#include <QPlainTextEdit>
#include <QSortFilterProxyModel>

/// Bare Qt widgets that do as much as the console's panes: the floors of desk_bench.cpp.
namespace destek::bench
{

constexpr int kKeys = 200;
constexpr int kSends = 60;

inline void bareKeys(Frames &frames, const QString &name, QSize size)
{
    QPlainTextEdit edit;
    edit.resize(size);
    edit.show();
    (void)QTest::qWaitForWindowExposed(&edit);
    edit.setFocus();
    const Painted painted(edit.viewport());
    for (int i = 0; i < kKeys; ++i)
        frames.time(name, painted, [&] { QTest::keyClick(&edit, Qt::Key(Qt::Key_A + i % 26)); });
}

inline void bareRows(Frames &frames, const QString &name, QSize size)
{
    QStringListModel model(QStringList(50, u"Plain row"_s));
    QListView list;
    list.setModel(&model);
    list.resize(size);
    list.show();
    (void)QTest::qWaitForWindowExposed(&list);
    const Painted painted(list.viewport());
    for (int i = 0; i < kSends; ++i)
        frames.time(name, painted, [&] {
            const int row = model.rowCount();
            model.insertRow(row);
            model.setData(model.index(row), u"Plain row %1"_s.arg(i));
            list.scrollToBottom();
        });
}

/// A list with a field above it that narrows it down, as in Qt's own examples.
inline void bareFilter(Frames &frames, const QString &name, int rows, const QStringList &words,
                       int rounds)
{
    QStringList lines;
    for (int i = 0; i < rows; ++i)
        lines << (i % 2 == 0 ? u"Plain so row %1"_s : u"Plain row %1"_s).arg(i);
    QStringListModel model(lines);
    QSortFilterProxyModel proxy;
    proxy.setSourceModel(&model);
    proxy.setFilterCaseSensitivity(Qt::CaseInsensitive);
    QListView list;
    list.setUniformItemSizes(true);
    list.setModel(&proxy);
    list.resize(480, 400);
    list.show();
    (void)QTest::qWaitForWindowExposed(&list);
    const Painted painted(list.viewport());
    for (int i = 0; i < rounds; ++i) {
        for (const QString &word : words) {
            frames.time(name, painted, [&] { proxy.setFilterFixedString(word); });
            frames.time(name, painted, [&] { proxy.setFilterFixedString({}); });
        }
    }
}

} // namespace destek::bench
