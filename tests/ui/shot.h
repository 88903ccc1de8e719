#pragma once

#include "tests/ui/ui_world.h"

#include <QImage>

namespace destek::test
{

/// One picture of one screen.
struct Shot {
    QString scene;
    QString language; ///< tr or en
    QString theme;    ///< light, dark or contrast
    QSize size{1280, 800};
    int zoom = 100; ///< percent

    /// SCENE-LANGUAGE-THEME, as its file is called.
    [[nodiscard]] QString name() const;
};

/// What is kept in tests/references: every scene in both languages, light and dark, and once in
/// high contrast.
[[nodiscard]] QList<Shot> referenceShots();

/// A fresh window brought to the scene; false if it cannot be reached.
[[nodiscard]] bool arrange(UiWorld &world, const Shot &shot);

/// As references are kept: 32 levels of each channel, losslessly (WebP). A third of the size,
/// and far inside the tolerance.
[[nodiscard]] bool saveReference(const QImage &picture, const QString &path);
[[nodiscard]] QImage loadReference(const QString &path); ///< null: there is none

struct Difference {
    double changed = 1;       ///< share of the squares; 1 if the sizes differ
    double changedInTile = 1; ///< where most has changed, in a square of 32 pixels
    QImage shown;             ///< what differs, red over the faded reference

    /// More than what the edges of letters make from one machine to another.
    [[nodiscard]] bool matters() const;
};
[[nodiscard]] Difference differenceOf(const Shot &shot, const QImage &reference, const QImage &now);

} // namespace destek::test
