#include "daemon/service/team_service.h"
#include "tests/daemon/shift.h"
#include "tests/kit/test_main.h"

#include <QTest>

using namespace destek;
using namespace destek::daemon;
using namespace destek::test;

namespace
{

/// What is kept, or the word of why not.
template <typename T>
struct Kept {
    std::optional<T> what;
    QString problem;
};

template <typename T>
Kept<T> keep(Shift &shift, const Actor &actor, const T &wanted)
{
    Kept<T> kept;
    shift.kit().write([&](Tx &tx) -> Stored<Done> {
        const auto answer = TeamService(tx, shift.clock()).keep(actor, wanted);
        if (!answer)
            return failure(answer.error());
        if (*answer)
            kept.what = **answer;
        else
            kept.problem = answer->error().detail.isEmpty()
                               ? QString(wireName(answer->error().code))
                               : answer->error().detail;
        return done();
    });
    return kept;
}

template <typename I>
QString remove(Shift &shift, const Actor &actor, I id)
{
    QString problem;
    shift.kit().write([&](Tx &tx) -> Stored<Done> {
        const auto answer = TeamService(tx, shift.clock()).remove(actor, id);
        if (!answer)
            return failure(answer.error());
        if (!*answer)
            problem = wireName(answer->error().code);
        return done();
    });
    return problem;
}

TeamView view(Shift &shift, const Actor &reader)
{
    return shift.kit().read<TeamView>(
        [&](const Tx &tx) { return TeamService::view(tx, shift.board(), reader.agent); });
}

Label label(const QString &name, int hue = 10)
{
    Label label;
    label.name = name;
    label.hue = hue;
    return label;
}

QuickReply reply(const QString &shortcut)
{
    QuickReply reply;
    reply.shortcut = shortcut;
    reply.title = u"Kargo"_s;
    reply.text = u"Merhaba {first_name|değerli müşterimiz}"_s;
    reply.language = u"tr"_s;
    return reply;
}

SavedView savedView(const QString &name, bool shared)
{
    SavedView view;
    view.name = name;
    view.shared = shared;
    view.filter.status = WorkStatus::Snoozed;
    view.filter.whose = InboxFilter::Whose::Nobody;
    view.filter.labels = {LabelId(4), LabelId(2)};
    view.filter.atLeast = Priority::High;
    view.filter.waitingOnly = true;
    return view;
}

} // namespace

/// What a team shares besides conversations.
class TeamsOwnWords : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void labelsAreToldApartAsPeopleReadThem()
    {
        Shift shift;
        const qint64 seq = shift.lastChange();
        const auto made = keep(shift, shift.boss, label(u"  İade   talebi "_s));
        QCOMPARE(made.what->name, u"İade talebi"_s);
        QVERIFY(made.what->id.isValid());
        QCOMPARE(keep(shift, shift.boss, label(u"iade talebi"_s)).problem, u"name_taken"_s);
        QCOMPARE(keep(shift, shift.boss, label(u" "_s)).problem, u"name_missing"_s);
        QCOMPARE(keep(shift, shift.boss, label(QString(41, u'x'))).problem, u"name_too_long"_s);
        QCOMPARE(keep(shift, shift.boss, label(u"Kargo"_s, 360)).problem, u"hue_unknown"_s);
        Label changed = *made.what;
        changed.name = u"IADE TALEBİ"_s; // its own name in another case
        changed.retired = true;
        QCOMPARE(keep(shift, shift.boss, changed).what, std::optional(changed));
        changed.id = LabelId(4711);
        changed.name = u"Başka"_s;
        QCOMPARE(keep(shift, shift.boss, changed).problem, u"not_found"_s);
        QCOMPARE(view(shift, shift.ayse).labels.size(), 1);
        QCOMPARE(shift.audit(u"team.changed"_s).size(), 2);
        const auto changes = shift.changesAfter(seq);
        QCOMPARE(changes.size(), 2);
        QCOMPARE(changes.first().kind, ChangeKind::Team);
    }

    void shortcutsAreOneAfterFolding()
    {
        Shift shift;
        const auto made = keep(shift, shift.boss, reply(u"KARGO-Süresi"_s));
        QCOMPARE(made.what->shortcut, u"kargo-suresi"_s);
        QCOMPARE(keep(shift, shift.boss, reply(u"kargo-süresi"_s)).problem, u"shortcut_taken"_s);
        for (const QString &wrong : {u""_s, u"iki kelime"_s, u"a/b"_s, QString(33, u'a')})
            QCOMPARE(keep(shift, shift.boss, reply(wrong)).problem, u"shortcut_invalid"_s);
        QuickReply empty = reply(u"bos"_s);
        empty.text = u" \n"_s;
        QCOMPARE(keep(shift, shift.boss, empty).problem, u"text_missing"_s);
        empty.text = QString(4097, u'a');
        QCOMPARE(keep(shift, shift.boss, empty).problem, u"text_too_long"_s);
        empty.text = u"Merhaba"_s;
        empty.language = u"turkish"_s;
        QCOMPARE(keep(shift, shift.boss, empty).problem, u"language_unknown"_s);
        QCOMPARE(view(shift, shift.ayse).quickReplies, QList{*made.what});
        QCOMPARE(remove(shift, shift.boss, made.what->id), QString());
        QCOMPARE(remove(shift, shift.boss, made.what->id), u"not_found"_s);
        QVERIFY(view(shift, shift.ayse).quickReplies.isEmpty());
    }

    void viewsAreOnesOwnUnlessShared()
    {
        Shift shift;
        const auto own = keep(shift, shift.ayse, savedView(u"Benim"_s, false));
        QVERIFY(own.what);
        QCOMPARE(keep(shift, shift.ayse, savedView(u"Hepimizin"_s, true)).problem,
                 u"not_permitted"_s);
        const auto shared = keep(shift, shift.boss, savedView(u"Hepimizin"_s, true));
        QVERIFY(shared.what);
        QCOMPARE(view(shift, shift.ayse).views, (QList{*shared.what, *own.what}));
        QCOMPARE(view(shift, shift.mehmet).views, QList{*shared.what});
        // A colleague's own view is not even there; a shared one is there to look at.
        QCOMPARE(keep(shift, shift.mehmet, *own.what).problem, u"not_found"_s);
        QCOMPARE(remove(shift, shift.boss, own.what->id), u"not_found"_s);
        SavedView mine = *shared.what;
        mine.shared = false;
        QCOMPARE(keep(shift, shift.ayse, mine).problem, u"not_permitted"_s);
        QCOMPARE(remove(shift, shift.ayse, shared.what->id), u"not_permitted"_s);
        QCOMPARE(remove(shift, shift.boss, shared.what->id), QString());
        QCOMPARE(remove(shift, shift.ayse, own.what->id), QString());
        QVERIFY(view(shift, shift.ayse).views.isEmpty());
        QCOMPARE(shift.audit(u"team.changed"_s).size(), 2); // one's own is one's own
    }

    void theRuleOfAssignment()
    {
        Shift shift;
        QVERIFY(!view(shift, shift.ayse).assignment.automatic);
        AssignmentRule rule;
        rule.automatic = true;
        rule.capacity = 0;
        QCOMPARE(keep(shift, shift.boss, rule).problem, u"capacity_invalid"_s);
        rule.capacity = 5;
        QVERIFY(keep(shift, shift.boss, rule).what);
        shift.kit().reopen();
        QCOMPARE(view(shift, shift.ayse).assignment, rule);
    }

    void colleaguesWithWhatTheyHaveOnTheirHands()
    {
        Shift shift;
        (void)shift.colleague(u"Yönetici"_s, {Role::Administrator}); // no part in conversations
        const Actor officer = shift.colleague(u"Çınar"_s, {Role::PrivacyOfficer});
        shift.board().setConnected({shift.ayse.agent});
        shift.writes(shift.elif, u"wamid.1"_s, 0);
        QVERIFY(!shift.act(shift.ayse, shift.elif, WorkAct::Kind::Claim));
        const TeamView team = view(shift, shift.ayse);
        QStringList names;
        for (const Colleague &colleague : team.colleagues)
            names << colleague.name;
        QCOMPARE(names, (QStringList{u"Ayşe"_s, u"Çınar"_s, u"Mehmet"_s, u"Nur"_s}));
        QCOMPARE(team.colleagues.first().open, 1);
        QCOMPARE(team.colleagues.first().presence, Presence::Online);
        QVERIFY(team.colleagues.first().mayAnswer);
        QCOMPARE(team.colleagues.at(1).id, officer.agent);
        QVERIFY(!team.colleagues.at(1).mayAnswer);
        QCOMPARE(team.colleagues.at(2).presence, Presence::Offline);
        QVERIFY(!shift.act(shift.ayse, shift.elif, WorkAct::Kind::Resolve));
        QCOMPARE(view(shift, shift.ayse).colleagues.first().open, 0);
    }
};

DESTEK_TEST(TeamsOwnWords)
#include "tst_teams_own_words.moc"
