#pragma once

#include "models/outgoing/attachment_list.h"
#include "ui/kit/panel.h"
#include "ui/shell/desk.h"

class QLineEdit;
class QProgressBar;

namespace destek::ui
{

class Button;
class Label;

/// One file: what it is, its caption, how far it has come, what is wrong and what helps.
class AttachmentCard : public Panel
{
    Q_OBJECT
public:
    AttachmentCard(const Desk &desk, models::AttachmentList *list, quint64 key,
                   QWidget *parent = nullptr);
    [[nodiscard]] quint64 key() const { return m_key; }
    void refresh();
    [[nodiscard]] QString says() const;
    [[nodiscard]] QLineEdit *caption() const { return m_caption; }
    [[nodiscard]] Button *shrinkButton() const { return m_shrink; }
    [[nodiscard]] Button *asFileButton() const { return m_asFile; }
    [[nodiscard]] Button *againButton() const { return m_again; }
    [[nodiscard]] Button *removeButton() const { return m_remove; }
    void chainAfter(QWidget *before);
    [[nodiscard]] QWidget *lastControl() const;

Q_SIGNALS:
    void sendRequested();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    class Thumb;
    void retranslate();
    void shrink();
    void onShrunk(const QByteArray &jpeg);

    Desk m_desk;
    models::AttachmentList *m_list;
    quint64 m_key;
    bool m_picture = false; ///< bytes that can be decoded here, whatever WhatsApp says of them
    bool m_shrinking = false;
    bool m_shrinkFailed = false;
    Thumb *m_thumb;
    Label *m_name;
    Label *m_facts;
    QLineEdit *m_caption;
    QProgressBar *m_progress;
    Button *m_shrink;
    Button *m_asFile;
    Button *m_again;
    Button *m_remove;
};

} // namespace destek::ui
