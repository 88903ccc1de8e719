#include "tests/ui/composing.h"

#include "tests/ui/showcase.h"
#include "ui/composer/attachment_card.h"
#include "ui/composer/attachment_tray.h"
#include "ui/composer/composer.h"
#include "ui/composer/interactive_dialogs.h"
#include "ui/composer/place_dialogs.h"
#include "ui/composer/plain_edit.h"
#include "ui/composer/template_fields.h"
#include "ui/composer/template_picker.h"
#include "ui/shell/desk_page.h"
#include "ui/thread/thread_pane.h"

#include <QBuffer>
#include <QImage>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QPlainTextEdit>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace destek::test
{

namespace
{

TemplateView named(const QString &name, const QString &body, const QStringList &variables)
{
    TemplateView view;
    view.name = name;
    view.language = u"tr"_s;
    view.category = u"UTILITY"_s;
    view.status = u"APPROVED"_s;
    view.body = body;
    view.variables = variables;
    return view;
}

ButtonView button(ButtonKind kind, const QString &label, const QString &value = {})
{
    ButtonView made;
    made.kind = kind;
    made.label = label;
    made.value = value;
    return made;
}

} // namespace

QList<TemplateView> everyTemplate()
{
    TemplateView order = named(
        u"a_siparis_durumu"_s,
        u"Merhaba {{1}}, {{2}} numaralı siparişiniz kargoya verildi. Tahmini teslim: {{3}}."_s,
        {u"1"_s, u"2"_s, u"3"_s});
    order.header = TemplateHeader::Image;
    order.footer = u"Bu bir bilgilendirme mesajıdır"_s;
    order.buttons << button(ButtonKind::Url, u"Kargoyu izle"_s,
                            u"https://kargo.example/izle/{{1}}"_s)
                  << button(ButtonKind::Phone, u"Bizi arayın"_s, u"+902120000000"_s)
                  << button(ButtonKind::Reply, u"Teşekkürler"_s);
    TemplateView meeting =
        named(u"b_randevu"_s, u"Randevunuz {{tarih}} saat {{saat}}. Sizi bekliyoruz, {{ad}}."_s,
              {u"tarih"_s, u"saat"_s, u"ad"_s});
    meeting.named = true;
    meeting.header = TemplateHeader::Location;
    TemplateView code = named(u"c_dogrulama"_s, u"Doğrulama kodunuz {{1}}."_s, {u"1"_s});
    code.category = u"AUTHENTICATION"_s;
    code.buttons << button(ButtonKind::CopyCode, u"Kodu kopyala"_s);
    TemplateView frozen = named(u"d_indirim_bilgisi"_s, u"Sepetinizdeki ürünler bekliyor."_s, {});
    frozen.frozen = true;
    TemplateView paused = named(u"e_anket"_s, u"Hizmetimizi nasıl buldunuz?"_s, {});
    paused.status = u"PAUSED"_s;
    TemplateView cards = named(u"f_magazalar"_s, u"Size yakın mağazalarımız:"_s, {});
    for (const auto &place : {u"Kadıköy"_s, u"Beşiktaş"_s}) {
        TemplateView::Card card;
        card.body = place + u": {{1}}"_s;
        card.variables = QStringList{u"1"_s};
        card.buttons << button(ButtonKind::Reply, u"Yol tarifi"_s);
        cards.cards << card;
    }
    TemplateView english =
        named(u"order_update"_s, u"Hello {{1}}, your order is on its way."_s, {u"1"_s});
    english.language = u"en"_s;
    TemplateView advert = named(u"kampanya"_s, u"Büyük indirim"_s, {});
    advert.category = u"MARKETING"_s;
    return {order, meeting, code, frozen, paused, cards, english, advert};
}

QByteArray picture(QSize size, const char *format, bool noise)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(QColor(90, 140, 200));
    if (noise) {
        QRandomGenerator numbers(7);
        for (int y = 0; y < size.height(); ++y)
            numbers.fillRange(reinterpret_cast<quint32 *>(image.scanLine(y)), size.width());
    } else {
        QPainter painter(&image);
        painter.setBrush(QColor(250, 200, 80));
        painter.drawEllipse(image.rect().adjusted(10, 10, -10, -10));
    }
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format, 95);
    return bytes;
}

namespace
{

void arrangeFiles(UiWorld &world, ui::Composer *composer)
{
    auto *files = composer->attachments();
    const ConversationId id = world.state.thread()->conversation();
    files->add(id, u"hasarlı kutu.jpg"_s, picture({640, 480}, "JPEG"));
    composer->tray()->cards().first()->caption()->setText(
        u"Kutunun açılmış hâli, sağ köşesi ezik"_s);
    files->add(id, u"sözleşme ile birlikte imzalanacak çok uzun adlı belge \u202Efdp.exe.pdf"_s,
               QByteArray("%PDF-1.7 belge"));
    files->add(id, u"ekran görüntüsü.bmp"_s, picture({300, 200}, "BMP"));
    composer->edit()->setPlainText(u"Fotoğrafları *iki ayrı mesajda* gönderiyorum."_s);
}

void quoteLast(UiWorld &world, ui::Composer *composer)
{
    const auto *thread = world.state.thread();
    for (int row = thread->rowCount() - 1; row >= 0; --row) {
        if (thread->at(row).direction == Direction::Inbound)
            return composer->quote(thread->at(row));
    }
}

void fillList(ui::ListDialog *dialog)
{
    dialog->text()->setPlainText(u"Hangi konuda yardımcı olalım?"_s);
    dialog->button()->setText(u"Konuları göster"_s);
    dialog->title(0)->setText(u"Sipariş ve kargo"_s);
    dialog->title(1)->setText(u"İade ve değişim"_s);
}

} // namespace

void arrangeComposing(UiWorld &world, const QString &screen)
{
    auto *composer = world.window->desk()->thread()->composer();
    if (screen.endsWith("files"_L1)) {
        arrangeFiles(world, composer);
    } else if (screen.endsWith("quote"_L1)) {
        quoteLast(world, composer);
        composer->edit()->setPlainText(
            u"*Önemli:* paketiniz _bugün_ dağıtımda, ~yarın~ değil. Takip no: `TR4821`"_s);
    } else if (screen.endsWith("reaction"_L1)) {
        const auto *thread = world.state.thread();
        composer->react(thread->at(thread->rowCount() - 1),
                        world.window->mapToGlobal(QPoint(500, 300)));
    } else if (screen.endsWith("location"_L1)) {
        composer->compose(ui::Composer::Piece::Location);
        auto *dialog = world.window->findChild<ui::LocationDialog *>();
        QTest::keyClicks(dialog->latitude(), u"41.02564, 28.97415"_s);
        QTest::keyClick(dialog->latitude(), Qt::Key_Return);
        dialog->name()->setText(u"Galata Kulesi"_s);
    } else if (screen.endsWith("contact"_L1)) {
        composer->compose(ui::Composer::Piece::Contact);
        auto *dialog = world.window->findChild<ui::ContactDialog *>();
        dialog->name()->setText(u"Kargo Şubesi Kadıköy"_s);
        dialog->phone()->setText(u"0216"_s);
    } else if (screen.endsWith("buttons"_L1)) {
        composer->compose(ui::Composer::Piece::Buttons);
        auto *dialog = world.window->findChild<ui::ButtonsDialog *>();
        dialog->text()->setPlainText(u"Siparişinizi nasıl teslim edelim?"_s);
        dialog->labels().at(0)->setText(u"Kargo ile"_s);
        dialog->labels().at(1)->setText(u"Mağazadan alırım"_s);
    } else if (screen.endsWith("list"_L1)) {
        composer->compose(ui::Composer::Piece::List);
        fillList(world.window->findChild<ui::ListDialog *>());
    } else if (screen.endsWith("templates"_L1)) {
        composer->openTemplates();
    }
    if (screen.endsWith("frozen-templates"_L1))
        composer->picker()->list()->setCurrentIndex(
            composer->picker()->list()->model()->index(3, 0));
    if (screen.endsWith("card-templates"_L1))
        composer->picker()->list()->setCurrentIndex(
            composer->picker()->list()->model()->index(5, 0));
    if (screen.endsWith("place-templates"_L1))
        composer->picker()->list()->setCurrentIndex(
            composer->picker()->list()->model()->index(1, 0));
}

} // namespace destek::test
