#include "tests/ui/writing_scenes.h"

#include "models/templates/template_form.h"
#include "ui/composer/composer.h"
#include "ui/composer/plain_edit.h"
#include "ui/shell/desk_page.h"
#include "ui/thread/thread_pane.h"

using namespace Qt::StringLiterals;

namespace destek::test
{

namespace
{

constexpr AgentId kMe(1);
constexpr AgentId kAyse(2);
constexpr ConversationId kOpen(1);

TemplateView firstWithFields()
{
    const QList<TemplateView> all = net::fakeTemplates();
    for (const TemplateView &view : all) {
        if (!models::fieldsOf(view).isEmpty())
            return view;
    }
    return all.constFirst();
}

} // namespace

void arrangeWriting(UiWorld &world, const QString &scene)
{
    auto *composer = world.window->desk()->thread()->composer();
    (void)world.server.colleagueNotes(
        kAyse, kOpen, u"@Deniz Kaya kargo *bugün* çıkıyor, takip numarasını akşam yazarım."_s,
        {kMe});
    settle();
    composer->takeFocus();
    if (scene == "write-note"_L1) {
        composer->edit()->insertPlainText(u"Merhaba, kontrol edip"_s);
        composer->toggleNote();
        composer->edit()->insertPlainText(
            u"@Ayşe Demir takip numarası gelince bana haber verir misin? Müşteri ikinci kez soruyor."_s);
    } else if (scene == "write-mention"_L1) {
        composer->toggleNote();
        composer->edit()->insertPlainText(u"Depoya soralım @"_s);
    } else if (scene == "write-held"_L1) {
        (void)world.server.colleagueActs(kAyse, kOpen, WorkAct());
    } else if (scene == "write-undo"_L1) {
        world.state.held()->setHold(std::chrono::seconds(3));
        composer->edit()->insertPlainText(u"Kargonuz yola çıktı, yarın elinizde olur."_s);
        QTest::keyClick(composer->edit(), Qt::Key_Return);
        settle();
        world.clock.advance(std::chrono::milliseconds(900));
        world.window->tick(); // the rows are of the same moment, however slow the machine
    } else if (scene == "write-draft"_L1) {
        world.window->desk()->openConversation(ConversationId(5));
        composer->edit()->insertPlainText(u"İade etiketinizi bugün e-posta ile"_s);
        world.window->desk()->openConversation(ConversationId(2));
    } else if (scene == "write-elsewhere"_L1) {
        composer->edit()->insertPlainText(u"Merhaba Ayşe Hanım, kargonuz"_s);
        world.state.drafts()->keepAllNow();
        settle();
        Draft draft;
        draft.conversation = kOpen;
        draft.text =
            u"Merhaba Ayşe Hanım, kargonuz bugün çıktı; takip numarası 4711 olarak geçiyor."_s;
        world.server.writtenElsewhere(draft);
    } else if (scene == "write-begun-template"_L1 || scene == "write-lost-template"_L1) {
        Draft draft;
        draft.conversation = kOpen;
        const bool lost = scene == "write-lost-template"_L1;
        const TemplateView known = firstWithFields();
        draft.form = BegunTemplate{lost ? u"eski_kargo_bilgisi"_s : known.name,
                                   known.language,
                                   {u"Ayşe Hanım"_s, u"TR-2211-4711"_s}};
        world.server.writtenElsewhere(draft);
    }
    settle(250);
}

} // namespace destek::test
