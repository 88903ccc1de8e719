#pragma once

#include <QListView>
#include <QObject>
#include <QPointer>
#include <QSet>

#include <cstdio>
#include <functional>

namespace destek::bench
{

/// Writes a mark of that name, now.
using Mark = std::function<void(const QByteArray &)>;

/// Sees every paint event of the program it is linked into. Threads: GUI only.
class PaintWatch final : public QObject
{
    Q_OBJECT
public:
    /// Takes over `marks`.
    PaintWatch(std::FILE *marks, QObject *parent);
    ~PaintWatch() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void mark(const QByteArray &name);
    /// The console's inbox if `viewport` is its viewport. Each program says for itself:
    /// inbox_watch.cpp, no_inbox.cpp.
    [[nodiscard]] static QPointer<QListView> inboxListOf(const QWidget *viewport);
    void onInboxPainted(const QPointer<QListView> &list, const QRegion &region);

    /// Once, when the inbox was seen: what else the environment asks for (digest, alerts).
    void watchMore(QListView &list);

    std::FILE *m_marks;
    bool m_windowSeen = false;
    bool m_inboxSeen = false;
    QSet<QString> m_lines;
};

} // namespace destek::bench
