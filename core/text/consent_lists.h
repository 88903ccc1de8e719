#pragma once

#include <QStringView>

/// The lists behind readConsent(); private to core/text. All words are folded: c for ç, i for ı,
/// no apostrophes. Proposed in facts/whatsapp.md 10.2; only kOptOut is promised to customers.
namespace destek::text::consent
{

/// The two words the privacy promise names.
inline constexpr QStringView kOptOut[] = {u"stop", u"durdur"};

/// YES and EVET stay out: they answer ordinary questions.
inline constexpr QStringView kOptIn[] = {u"baslat", u"start", u"unstop"};

/// Whole messages of at most two words that other senders take for an opt-out; in support each
/// may as well mean the order.
inline constexpr QStringView kAsk[] = {
    u"dur",    u"iptal", u"cik",   u"ret",          u"unsubscribe",   u"stopall",
    u"cancel", u"end",   u"quit",  u"optout",       u"opt-out",       u"revoke",
    u"remove", u"bitir", u"durun", u"listeden cik", u"listeden cikar"};

/// Forms that ask for something to stop wherever they stand in a short message. Forms that deny
/// (durdurmayın) or report (durduruldu, durdurdunuz mu) are other words and stay out.
inline constexpr QStringView kStopForms[] = {u"stop",        u"durdur",       u"durdurun",
                                             u"durdurunuz",  u"durdurur",     u"durdursana",
                                             u"durdursaniz", u"durdurabilir", u"durdurulsun"};
inline constexpr qsizetype kStopFormWords = 5;

/// Next to a stop form these turn it round: "stop etmeyin", "don't stop".
inline constexpr QStringView kDenials[] = {u"etmeyin", u"etmeyiniz", u"etme",  u"yapmayin",
                                           u"yapma",   u"dont",      u"never", u"cant",
                                           u"degil",   u"sakin"};
/// "Stop" is also a place and, in Turkish, a tail lamp: "one stop", "stop lambası".
inline constexpr QStringView kBeforeThing[] = {u"one", u"bus", u"full", u"pit", u"non"};
inline constexpr QStringView kAfterThing[] = {u"lamba", u"ampul", u"far", u"loss"};

/// What is sent to people (beginnings of words)…
inline constexpr QStringView kSent[] = {u"mesaj",  u"sms",      u"bildirim", u"kampanya",
                                        u"reklam", u"ileti",    u"duyuru",   u"tanitim",
                                        u"spam",   u"whatsapp", u"promosyon"};
/// …and what they say when they have had enough of it.
inline constexpr QStringView kEnough[] = {
    u"atma",       u"atmayin",      u"atmayiniz",     u"atmasaniz", u"atmaz",       u"atmasin",
    u"gonderme",   u"gondermeyin",  u"gondermeyiniz", u"gondermez", u"gondermesin", u"yollama",
    u"yollamayin", u"yollamayiniz", u"yollamaz",      u"yazmayin",  u"istemiyorum", u"istemiyoruz",
    u"istemem",    u"kesin",        u"kesiniz",       u"durdur",    u"durdurun",    u"durdurunuz",
    u"gelmesin",   u"kapatin"};

/// Lists people ask to be taken off (beginnings of words)…
inline constexpr QStringView kLists[] = {u"liste", u"abonelik", u"uyelik", u"rehber", u"grup"};
/// …and how they say it.
inline constexpr QStringView kTakeOff[] = {u"cik",         u"cikar",    u"cikarin", u"cikariniz",
                                           u"cikart",      u"cikartin", u"cikmak",  u"cikarir",
                                           u"cikarabilir", u"ayrilmak"};

/// English: "don't send me any more" …
inline constexpr QStringView kDontSend[] = {u"message", u"text", u"sms", u"notification",
                                            u"promotion"};

/// Neighbours that say it all. "do not" counts as "dont".
struct Pair {
    QStringView first;
    QStringView second;
};
inline constexpr Pair kPairs[] = {
    {u"rahatsiz", u"etmeyin"}, {u"rahatsiz", u"etme"}, {u"yazmayin", u"artik"},
    {u"artik", u"yazmayin"},   {u"bana", u"yazmayin"}, {u"bana", u"yazma"},
    {u"ret", u"ediyorum"},     {u"opt", u"out"},       {u"remove", u"me"},
    {u"dont", u"message"},     {u"dont", u"text"},     {u"dont", u"contact"},
    {u"dont", u"write"},       {u"more", u"messages"}, {u"stop", u"sending"},
    {u"stop", u"messaging"},   {u"stop", u"texting"},  {u"stop", u"contacting"},
    {u"stop", u"writing"},     {u"stop", u"spamming"}};

/// Words that mean nothing else, wherever they stand.
inline constexpr QStringView kAlone[] = {u"unsubscribe", u"optout", u"opt-out"};

/// Longer messages are letters, not requests of this kind; the agent reads them anyway.
inline constexpr qsizetype kPhraseWords = 12;

} // namespace destek::text::consent
