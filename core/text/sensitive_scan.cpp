#include "core/text/sensitive_scan.h"

#include "core/text/digit_groups.h"
#include "core/text/fold.h"
#include "core/text/nearby_words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace destek::text
{

namespace
{

constexpr Span kCardDigits{13, 19};
constexpr Span kIbanDigits{24, 24};
constexpr Span kPhoneDigits{10, 15};
/// A security code stands this near to its card, in UTF-16 units.
constexpr qsizetype kCodeReach = 40;

/// One pass over one text. The order is that of facts/kvkk.md 9.4, with one exception: a number
/// grouped as cards are printed, with a network's beginning and a right check digit, is read
/// before telephone numbers, because part of it may look like one.
class Scan
{
public:
    explicit Scan(QStringView text)
        : m_text(text), m_cardWords(cardWordPlaces(text)), m_groups(digitGroups(text)),
          m_taken(m_groups.size(), false)
    {
    }

    std::vector<Found> run()
    {
        takeMaskedTails();
        takeIbans();
        takePostalCodes();
        takeCards(&Scan::isPrintedCard);
        takePhones();
        takeNationalIds();
        takeLabelled();
        takeCards(&Scan::isBareCard);
        takeGluedCards();
        takeNamedCodes();
        std::stable_sort(m_found.begin(), m_found.end(),
                         [](const Found &a, const Found &b) { return a.start < b.start; });
        return std::move(m_found);
    }

private:
    void add(Sensitive kind, const Window &window)
    {
        Found found{kind, m_groups[window.first].start, m_groups[window.last].end, {}};
        for (size_t at = window.first; at <= window.last; ++at) {
            const auto &places = m_groups[at].at;
            found.digitsAt.insert(found.digitsAt.end(), places.begin(), places.end());
        }
        m_found.push_back(std::move(found));
    }

    void take(Sensitive kind, const Window &window)
    {
        add(kind, window);
        std::fill(m_taken.begin() + long(window.first), m_taken.begin() + long(window.last) + 1,
                  true);
    }

    [[nodiscard]] bool isFree(const Window &window) const
    {
        return std::none_of(m_taken.begin() + long(window.first),
                            m_taken.begin() + long(window.last) + 1, [](bool is) { return is; });
    }

    [[nodiscard]] bool hasCardWordNear(const Window &window) const
    {
        return holdsNear(m_cardWords, m_groups[window.first].start, m_groups[window.last].end);
    }

    void takeMaskedTails()
    {
        for (size_t at = 0; at < m_groups.size(); ++at)
            m_taken[at] = m_groups[at].afterStar;
    }

    /// By form alone: a mistyped IBAN is still no card.
    void takeIbans()
    {
        for (size_t at = 0; at < m_groups.size(); ++at) {
            if (m_taken[at] || !standsAfterCountry(m_text, m_groups[at].start))
                continue;
            for (const Window &window : windowsFrom(m_groups, at, kIbanDigits)) {
                if (isFree(window))
                    take(Sensitive::Iban, window);
            }
        }
    }

    /// S10, the post's worldwide form: RR123456789TR.
    void takePostalCodes()
    {
        for (size_t at = 0; at < m_groups.size(); ++at) {
            const DigitGroup &group = m_groups[at];
            if (!m_taken[at] && group.size() == 9 &&
                standsBetweenLetterPairs(m_text, group.start, group.end))
                take(Sensitive::TrackingCode, {at, at, group.digits});
        }
    }

    [[nodiscard]] bool isPrintedCard(const Window &window) const
    {
        return passesLuhn(window.digits) && hasCardNetwork(window.digits) &&
               isPrintedLikeCard(m_groups, window);
    }

    [[nodiscard]] bool isBareCard(const Window &window) const
    {
        return passesLuhn(window.digits) && isEvenlyGrouped(m_groups, window) &&
               (hasCardNetwork(window.digits) || hasCardWordNear(window));
    }

    /// All readings count, also overlapping ones: hiding too much is the smaller harm. Only where
    /// the shape is plain is a longer reading left out, because it would hide the last four.
    void takeCards(bool (Scan::*isCard)(const Window &) const)
    {
        std::vector<Window> cards;
        for (size_t at = 0; at < m_groups.size(); ++at) {
            for (const Window &window : windowsFrom(m_groups, at, kCardDigits)) {
                if (!isFree(window) || !(this->*isCard)(window))
                    continue;
                cards.push_back(window);
                if (window.first == window.last || isPrintedLikeCard(m_groups, window))
                    break;
            }
        }
        for (const Window &card : cards) {
            take(Sensitive::Card, card);
            takeCodeAfter(card.last, card.digits.size() == 15 ? 4 : 3);
        }
    }

    [[nodiscard]] static bool isMonth(QStringView digits)
    {
        const int month = digits.first(qMin<qsizetype>(2, digits.size())).toInt();
        return month >= 1 && month <= 12;
    }

    /// How many groups from here are an expiry date: 12/27, 12/2027 or 1227.
    [[nodiscard]] size_t expiryGroups(size_t at) const
    {
        if (at >= m_groups.size() || !isMonth(m_groups[at].digits))
            return 0;
        if (m_groups[at].size() == 4)
            return 1;
        const bool year = at + 1 < m_groups.size() && m_groups[at + 1].joined &&
                          (m_groups[at + 1].size() == 2 || m_groups[at + 1].size() == 4);
        return m_groups[at].size() <= 2 && year ? 2 : 0;
    }

    /// The code people write behind card and expiry date, without saying so.
    void takeCodeAfter(size_t cardEnd, qsizetype codeDigits)
    {
        const qsizetype reach = m_groups[cardEnd].end + kCodeReach;
        for (size_t at = cardEnd + 1; at < m_groups.size() && m_groups[at].start < reach; ++at) {
            const size_t expiry = expiryGroups(at);
            const size_t code = at + expiry;
            const bool attached = expiry > 0 || (at == cardEnd + 1 && m_groups[at].joined);
            if (!attached || code >= m_groups.size() || !m_groups[code].joined)
                continue;
            const DigitGroup &group = m_groups[code];
            const bool size = group.size() == codeDigits || (expiry > 0 && group.size() == 3);
            if (size && !m_taken[code] && !standsBeforeCurrency(m_text, group.end)) {
                take(Sensitive::SecurityCode, {code, code, group.digits});
                return;
            }
        }
    }

    [[nodiscard]] bool isPhone(const Window &window) const
    {
        const QStringView digits = window.digits;
        const auto national = [](QStringView rest) {
            return rest.size() == 10 && QStringView(u"23458").contains(rest.front());
        };
        if (m_groups[window.first].plus)
            return digits.startsWith(u"90") ? national(digits.sliced(2)) : digits.size() >= 10;
        if (digits.startsWith(u"0090"))
            return national(digits.sliced(4));
        if (digits.startsWith(u'0'))
            return national(digits.sliced(1));
        if (digits.startsWith(u"90"))
            return national(digits.sliced(2));
        return digits.startsWith(u'5') && isPrintedLikeMobile(m_groups, window);
    }

    void takePhones()
    {
        for (size_t at = 0; at < m_groups.size(); ++at) {
            // The longest reading: "+1 415 555 26 71" ends where the groups do.
            const auto windows = windowsFrom(m_groups, at, kPhoneDigits);
            const auto phone =
                std::find_if(windows.rbegin(), windows.rend(), [this](const auto &w) {
                    return isFree(w) && isPhone(w) && !hasPlusInside(w);
                });
            if (phone != windows.rend())
                take(Sensitive::Phone, *phone);
        }
    }

    [[nodiscard]] bool hasPlusInside(const Window &window) const
    {
        return std::any_of(m_groups.begin() + long(window.first) + 1,
                           m_groups.begin() + long(window.last) + 1,
                           [](const DigitGroup &group) { return group.plus; });
    }

    void takeNationalIds()
    {
        for (size_t at = 0; at < m_groups.size(); ++at) {
            if (!m_taken[at] && isNationalId(m_groups[at].digits))
                take(Sensitive::NationalId, {at, at, m_groups[at].digits});
        }
    }

    /// "takip no: 4…", "IMEI 35…": the customer says what it is, and no card is spoken of.
    void takeLabelled()
    {
        for (size_t at = 0; at < m_groups.size(); ++at) {
            const DigitGroup &group = m_groups[at];
            const Window window{at, at, group.digits};
            if (!m_taken[at] && group.size() >= 8 &&
                standsAfterTrackingLabel(m_text, group.start) && !hasCardWordNear(window))
                take(Sensitive::TrackingCode, window);
        }
    }

    /// Card, expiry date and code written as one number: 16 + 4, or 16 + 4 + 3 digits.
    void takeGluedCards()
    {
        for (size_t at = 0; at < m_groups.size(); ++at) {
            const DigitGroup &group = m_groups[at];
            for (const qsizetype card : {16, 15}) {
                if (m_taken[at] || group.size() <= card)
                    continue;
                const QStringView digits(group.digits);
                const QStringView rest = digits.sliced(card);
                const Window window{at, at, group.digits};
                const bool likely =
                    (rest.size() == 4 || rest.size() == 7 || rest.size() == 8) && isMonth(rest);
                if (hasCardNetwork(digits.first(card)) && passesLuhn(digits.first(card)) &&
                    (likely || hasCardWordNear(window)))
                    takeGlued(at, card);
            }
        }
    }

    void takeGlued(size_t at, qsizetype card)
    {
        const DigitGroup &group = m_groups[at];
        const auto cut = group.at.begin() + card;
        m_found.push_back({Sensitive::Card, group.start, *cut, {group.at.begin(), cut}});
        m_found.push_back({Sensitive::SecurityCode, *cut, group.end, {cut, group.at.end()}});
        m_taken[at] = true;
    }

    /// "CVV 123", "güvenlik kodu: 123", "123 cvv".
    void takeNamedCodes()
    {
        for (size_t at = 0; at < m_groups.size(); ++at) {
            const DigitGroup &group = m_groups[at];
            if (m_taken[at] || (group.size() != 3 && group.size() != 4))
                continue;
            if (standsAfterCodeWord(m_text, group.start) || standsBeforeCodeWord(m_text, group.end))
                take(Sensitive::SecurityCode, {at, at, group.digits});
        }
    }

    QStringView m_text;
    std::vector<qsizetype> m_cardWords;
    std::vector<DigitGroup> m_groups;
    std::vector<bool> m_taken;
    std::vector<Found> m_found;
};

} // namespace

std::vector<Found> scanSensitive(QStringView text)
{
    return Scan(text).run();
}

} // namespace destek::text
