#pragma once

#include "models/channel/channel_model.h"
#include "ui/kit/panel.h"
#include "ui/shell/desk.h"

class QGridLayout;
class QStackedWidget;
class QStandardItemModel;

namespace destek::ui
{

class AlertList;
class Banner;
class Button;
class EmptyState;
class FactTile;
class Label;
class Table;
class TemplateList;

/// The account at WhatsApp: does it work, what was reported, our numbers, templates and counts.
/// Healthy means: somebody answered a call and a webhook came, not: a token is configured.
class ChannelPage : public Panel
{
    Q_OBJECT
public:
    /// `model` outlives the page.
    ChannelPage(const Desk &desk, models::ChannelModel *model, QWidget *parent = nullptr);
    /// Asks the daemon again.
    void open();
    void clear();
    /// Ages move on.
    void tick();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showState();
    void showStopped(const ChannelView &view);
    void showTiles(const ChannelView &view);
    void showNumbers(const ChannelView &view);
    void showCounts(const ChannelView &view);
    [[nodiscard]] QString restrictionLine(const ChannelNumber &number) const;
    [[nodiscard]] QString restrictedSentence(const ChannelView &view) const;
    [[nodiscard]] QWidget *numberCard(const ChannelNumber &number);
    [[nodiscard]] Label *heading();

    Desk m_desk;
    models::ChannelModel *m_model;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    Label *m_title;
    Button *m_refresh;
    Banner *m_trouble;
    Banner *m_stopped;
    FactTile *m_call;
    FactTile *m_webhook;
    FactTile *m_queue;
    FactTile *m_media;
    FactTile *m_dead;
    Label *m_healthHeading;
    Label *m_alertsHeading;
    Label *m_numbersHeading;
    Label *m_templatesHeading;
    Label *m_countsHeading;
    AlertList *m_alerts;
    QGridLayout *m_numbers;
    TemplateList *m_templates;
    Banner *m_quota;
    Table *m_counts;
    QStandardItemModel *m_countRows;
    Label *m_noCounts;
};

} // namespace destek::ui
