#pragma once

#include "ui/composer/pieces.h"

namespace destek::ui
{

/// A place. Coordinates or a map link pasted into the first field fill both; no map is loaded.
class LocationDialog : public PieceDialog
{
    Q_OBJECT
public:
    LocationDialog(const Theme &theme, QWidget *parent);
    [[nodiscard]] OutboundContent content() const override;
    [[nodiscard]] QLineEdit *latitude() const { return m_latitude; }
    [[nodiscard]] QLineEdit *longitude() const { return m_longitude; }
    [[nodiscard]] QLineEdit *name() const { return m_name; }

protected:
    [[nodiscard]] QString ownProblem() const override;
    void retranslate() override;

private:
    void readPasted(const QString &text);
    qsizetype m_typed = 0; ///< length of the first field before the last edit
    Label *m_intro;
    QLineEdit *m_latitude;
    QLineEdit *m_longitude;
    QLineEdit *m_name;
    QLineEdit *m_address;
    QList<Label *> m_captions;
};

/// A contact card: somebody the customer may write to or call.
class ContactDialog : public PieceDialog
{
    Q_OBJECT
public:
    ContactDialog(const Theme &theme, QWidget *parent);
    [[nodiscard]] OutboundContent content() const override;
    [[nodiscard]] QLineEdit *name() const { return m_name; }
    [[nodiscard]] QLineEdit *phone() const { return m_phones.first(); }

protected:
    [[nodiscard]] QString ownProblem() const override;
    void retranslate() override;

private:
    QLineEdit *m_name;
    QLineEdit *m_organisation;
    QList<QLineEdit *> m_phones;
    QLineEdit *m_email;
    QList<Label *> m_captions;
};

} // namespace destek::ui
