#include "core/domain/message.h"
#include "tests/kit/test_main.h"

#include <QTest>

#include <algorithm>

using namespace destek;

namespace
{

std::vector<SendState> allStates()
{
    std::vector<SendState> states;
    for (const auto &[state, name] : enumNames(SendState{}))
        states.push_back(state);
    return states;
}

/// What Meta says about a message of ours.
const std::vector<SendState> kMetas{SendState::Sent, SendState::Delivered, SendState::Read,
                                    SendState::Played, SendState::Failed};

/// Two ends of our own that never meet: which of them came first stays.
bool ownEnds(SendState a, SendState b)
{
    const auto own = [](SendState s) {
        return s == SendState::Refused || s == SendState::Abandoned || s == SendState::Withdrawn;
    };
    return own(a) && own(b);
}

} // namespace

/// Statuses arrive in any order and more than once (facts/whatsapp.md 1.5, 2.4).
class StatusLattice : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void orderOfTwoDoesNotMatter()
    {
        for (const SendState a : allStates()) {
            for (const SendState b : allStates()) {
                if (!ownEnds(a, b))
                    QCOMPARE(climb(a, b), climb(b, a));
            }
        }
    }

    void theSameTwiceIsTheSame()
    {
        for (const SendState a : allStates()) {
            QCOMPARE(climb(a, a), a);
            for (const SendState b : allStates())
                QCOMPARE(climb(climb(a, b), b), climb(a, b));
        }
    }

    void groupingDoesNotMatter()
    {
        for (const SendState a : allStates()) {
            for (const SendState b : allStates()) {
                for (const SendState c : allStates()) {
                    if (!ownEnds(a, b) && !ownEnds(b, c) && !ownEnds(a, c))
                        QCOMPARE(climb(climb(a, b), c), climb(a, climb(b, c)));
                }
            }
        }
    }

    void itNeverFalls()
    {
        for (const SendState a : allStates()) {
            for (const SendState b : allStates()) {
                const SendState shown = climb(a, b);
                // Nothing that is already included can move it.
                QCOMPARE(climb(shown, a), shown);
                QCOMPARE(climb(shown, b), shown);
            }
        }
    }

    void aFailureNeverUndoesADelivery()
    {
        for (const SendState arrived : {SendState::Delivered, SendState::Read, SendState::Played}) {
            QCOMPARE(climb(arrived, SendState::Failed), arrived);
            QCOMPARE(climb(SendState::Failed, arrived), arrived);
        }
        QCOMPARE(climb(SendState::Sent, SendState::Failed), SendState::Failed);
        QCOMPARE(climb(SendState::Accepted, SendState::Failed), SendState::Failed);
        QCOMPARE(climb(SendState::Failed, SendState::Sent), SendState::Failed);
    }

    void aStatusClearsAnUnknownOutcome()
    {
        for (const SendState said : kMetas)
            QCOMPARE(climb(SendState::Unknown, said), said);
        QCOMPARE(climb(SendState::Unknown, SendState::Accepted), SendState::Accepted);
    }

    void everyOrderOfAllStatusesEndsTheSame()
    {
        std::vector<SendState> order = kMetas;
        order.push_back(SendState::Accepted);
        std::sort(order.begin(), order.end());
        do {
            SendState shown = SendState::Sending;
            for (const SendState said : order)
                shown = climb(shown, said);
            QCOMPARE(shown, SendState::Played);
        } while (std::next_permutation(order.begin(), order.end()));
    }

    void wordsOnTheWireAreUniqueAndReadBack()
    {
        QSet<QString> seen;
        for (const auto &[state, name] : enumNames(SendState{})) {
            QVERIFY(!seen.contains(QString(name)));
            seen << QString(name);
            QCOMPARE(fromWireName<SendState>(QString(name)), std::optional(state));
        }
        QCOMPARE(fromWireName<SendState>(u"SENT"), std::optional<SendState>());
    }
};

DESTEK_TEST(StatusLattice)
#include "tst_status_lattice.moc"
