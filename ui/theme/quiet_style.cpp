#include "ui/theme/quiet_style.h"

#include "ui/kit/glyph.h"
#include "ui/theme/theme.h"

#include <QAbstractScrollArea>
#include <QHeaderView>
#include <QPainter>
#include <QPlainTextEdit>
#include <QStyleOption>

using namespace Qt::StringLiterals;

namespace destek::ui
{

QuietStyle::QuietStyle(const Theme &theme) : QProxyStyle(u"fusion"_s), m_theme(theme) {}

void QuietStyle::frame(QPainter *painter, const QRect &rect, State state, const QColor &fill) const
{
    const bool focus = state.testFlag(State_HasFocus) && state.testFlag(State_Enabled);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(fill);
    painter->setPen(QPen(m_theme.color(focus ? Token::Focus : Token::LineStrong), focus ? 2 : 1));
    const qreal inset = focus ? 1.0 : 0.5;
    painter->drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), 4, 4);
    painter->restore();
}

void QuietStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
                               QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case PE_PanelLineEdit:
    case PE_FrameLineEdit:
        if (const auto *panel = qstyleoption_cast<const QStyleOptionFrame *>(option);
            panel && panel->lineWidth > 0) {
            const auto fill =
                option->state.testFlag(State_Enabled) ? Token::Surface : Token::Window;
            frame(painter, option->rect, option->state, m_theme.color(fill));
        }
        return;
    case PE_Frame:
        if (qobject_cast<const QPlainTextEdit *>(widget)) { // a field of several lines
            frame(painter, option->rect, option->state, m_theme.color(Token::Surface));
            return;
        }
        if (qobject_cast<const QAbstractScrollArea *>(widget)) {
            painter->setPen(m_theme.color(Token::Line));
            painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
            return;
        }
        break;
    case PE_IndicatorCheckBox: {
        const bool on = option->state & State_On;
        const QRectF box = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setBrush(m_theme.color(on ? Token::Accent : Token::Surface));
        painter->setPen(QPen(m_theme.color(on ? Token::Accent : Token::TextFaint), 1));
        painter->drawRoundedRect(box, 3, 3);
        if (on)
            paintGlyph(*painter, Glyph::Tick, box, m_theme.color(Token::AccentText));
        painter->restore();
        return;
    }
    case PE_FrameMenu:
    case PE_PanelMenu:
        painter->fillRect(option->rect, m_theme.color(Token::Surface));
        painter->setPen(m_theme.color(Token::LineStrong));
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    case PE_FrameFocusRect:
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(m_theme.color(Token::Focus), 1.5));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(option->rect).adjusted(1, 1, -1, -1), 3, 3);
        painter->restore();
        return;
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void QuietStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                             const QWidget *widget) const
{
    if (element == CE_HeaderSection) {
        painter->fillRect(option->rect, m_theme.color(Token::Window));
        painter->setPen(m_theme.color(Token::Line));
        painter->drawLine(option->rect.bottomLeft(), option->rect.bottomRight());
        return;
    }
    if (element == CE_HeaderLabel) {
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            QStyleOptionHeader inner = *header;
            inner.rect = option->rect.adjusted(6, 0, -2, 0); // above the text of the cells
            QProxyStyle::drawControl(element, &inner, painter, widget);
            return;
        }
    }
    if (element == CE_MenuItem) {
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            QStyleOptionMenuItem quiet = *item; // as rows are chosen everywhere
            quiet.palette.setColor(QPalette::Highlight, m_theme.color(Token::Selection));
            quiet.palette.setColor(QPalette::HighlightedText, m_theme.color(Token::Text));
            QProxyStyle::drawControl(element, &quiet, painter, widget);
            return;
        }
    }
    if (element == CE_ComboBoxLabel) {
        if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
            combo && !combo->editable) {
            QStyleOptionComboBox whole = *combo; // cut with an ellipsis, not in the letter
            const QRect room = subControlRect(CC_ComboBox, combo, SC_ComboBoxEditField, widget);
            whole.currentText =
                combo->fontMetrics.elidedText(combo->currentText, Qt::ElideRight, room.width() - 4);
            QProxyStyle::drawControl(element, &whole, painter, widget);
            return;
        }
    }
    if (element == CE_FocusFrame) {
        painter->fillRect(option->rect, m_theme.color(Token::Focus)); // the mask leaves the edge
        return;
    }
    if (element == CE_Splitter) {
        painter->setPen(m_theme.color(Token::Line));
        painter->drawLine(option->rect.topLeft(), option->rect.bottomLeft());
        return;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void QuietStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                    QPainter *painter, const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
        if (!slider || slider->maximum <= slider->minimum)
            return;
        const QRect handle = subControlRect(control, option, SC_ScrollBarSlider, widget);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        const bool active = option->state & (State_MouseOver | State_Sunken);
        painter->setBrush(m_theme.color(active ? Token::TextFaint : Token::LineStrong));
        const QRectF thumb = QRectF(handle).adjusted(2, 2, -2, -2);
        const qreal radius = qMin(thumb.width(), thumb.height()) / 2;
        painter->drawRoundedRect(thumb, radius, radius);
        painter->restore();
        return;
    }
    if (control == CC_ComboBox) {
        const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
        if (combo && !combo->editable) {
            const auto fill =
                option->state.testFlag(State_Enabled) ? Token::Surface : Token::Window;
            frame(painter, option->rect, option->state, m_theme.color(fill));
            const QPointF at(option->rect.right() - 13, option->rect.center().y() + 1);
            painter->save();
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(QPen(m_theme.color(Token::TextMuted), 1.5));
            painter->drawPolyline(
                QPolygonF{at + QPointF(-4, -2), at + QPointF(0, 2), at + QPointF(4, -2)});
            painter->restore();
            return;
        }
    }
    if (control == CC_SpinBox) {
        const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
        if (spin && spin->frame) {
            const auto fill =
                option->state.testFlag(State_Enabled) ? Token::Surface : Token::Window;
            frame(painter, option->rect, option->state, m_theme.color(fill));
            QStyleOptionSpinBox inner = *spin;
            inner.frame = false; // the arrows alone
            QProxyStyle::drawComplexControl(control, &inner, painter, widget);
            return;
        }
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

int QuietStyle::pixelMetric(PixelMetric metric, const QStyleOption *option,
                            const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return 10;
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin:
        return 0;
    case PM_SplitterWidth:
        return 1;
    case PM_DefaultFrameWidth:
        // The field of several lines has its focus ring inside its frame, and words as far from
        // it as those of one line.
        return qobject_cast<const QPlainTextEdit *>(widget)
                   ? 3
                   : QProxyStyle::pixelMetric(metric, option, widget);
    case PM_MenuPanelWidth:
        return 1;
    case PM_MenuVMargin:
        return 4;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return 8;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
        return 16;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

QRect QuietStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                                 SubControl sub, const QWidget *widget) const
{
    // No arrow buttons: the groove is the whole bar.
    if (control == CC_ComboBox && sub == SC_ComboBoxEditField)
        return QProxyStyle::subControlRect(control, option, sub, widget).adjusted(3, 0, 0, 0);
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control != CC_ScrollBar || !bar)
        return QProxyStyle::subControlRect(control, option, sub, widget);
    const bool upright = bar->orientation == Qt::Vertical;
    const int length = upright ? bar->rect.height() : bar->rect.width();
    const qint64 range = qint64(bar->maximum) - bar->minimum;
    const int thumb =
        range <= 0 ? length
                   : qBound(qMin(28, length),
                            int(qint64(bar->pageStep) * length / (range + bar->pageStep)), length);
    const int start = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition,
                                              length - thumb, bar->upsideDown);
    const auto part = [&](int from, int size) {
        return upright ? QRect(bar->rect.x(), bar->rect.y() + from, bar->rect.width(), size)
                       : QRect(bar->rect.x() + from, bar->rect.y(), size, bar->rect.height());
    };
    switch (sub) {
    case SC_ScrollBarSlider:
        return part(start, thumb);
    case SC_ScrollBarGroove:
        return bar->rect;
    case SC_ScrollBarSubPage:
        return part(0, start);
    case SC_ScrollBarAddPage:
        return part(start + thumb, length - start - thumb);
    default:
        return {};
    }
}

QRect QuietStyle::subElementRect(SubElement element, const QStyleOption *option,
                                 const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    if (element == SE_LineEditContents)
        return rect.adjusted(5, 0, -3, 0);
    return rect;
}

QSize QuietStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                   const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (type == CT_LineEdit || type == CT_ComboBox)
        result.setHeight(qMax(result.height(), m_theme.px(30)));
    if (type == CT_ComboBox)
        result.setWidth(result.width() + 12); // what the label leaves free at its sides
    if (type == CT_MenuItem)
        result.setHeight(result.height() + 4);
    return result;
}

int QuietStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                          QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0;
    case SH_ItemView_ActivateItemOnSingleClick:
        return 0;
    case SH_UnderlineShortcut:
        return 0;
    case SH_FocusFrame_AboveWidget:
        return 1;
    case SH_FocusFrame_Mask:
        if (auto *mask = qstyleoption_cast<QStyleHintReturnMask *>(data); mask && option) {
            const QRect &whole = option->rect;
            mask->region = QRegion(whole) - QRegion(whole.adjusted(2, 2, -2, -2));
        }
        return 1;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

} // namespace destek::ui
