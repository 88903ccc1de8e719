#include "verify/words.h"

#include <array>

namespace destek::verify
{

namespace
{

struct Words {
    Problem problem;
    std::string_view name;
    std::string_view english;
    std::string_view turkish;
};

constexpr std::array kWords = {
    Words{Problem::Unreadable, "unreadable", "cannot be read.", "okunamıyor."},
    Words{Problem::KeyMissing, "key-missing", "the public key is missing.",
          "açık anahtar dosyası yok."},
    Words{Problem::KeyMalformed, "key-malformed", "this is not an Ed25519 public key in PEM form.",
          "bu, PEM biçiminde bir Ed25519 açık anahtarı değil."},
    Words{Problem::KeyUnexpected, "key-unexpected",
          "this is the fingerprint of the key that was found, not the one you expect.",
          "bulunan anahtarın parmak izi budur; beklediğiniz parmak izi değil."},
    Words{Problem::SignatureMissing, "signature-missing", "the signature is missing.",
          "imza dosyası yok."},
    Words{Problem::SignatureWrong, "signature-wrong",
          "the signature does not fit: the content, the signature or the key was changed.",
          "imza uymuyor: içerik, imza veya anahtar değiştirilmiş."},
    Words{Problem::ManifestMissing, "manifest-missing", "the list of files is missing.",
          "dosya listesi yok."},
    Words{Problem::ManifestMalformed, "manifest-malformed",
          "the list of files is not well formed (line {first}).",
          "dosya listesi biçime uymuyor (satır {first})."},
    Words{Problem::FileMissing, "file-missing", "this file is listed but missing.",
          "bu dosya listede var ama pakette yok."},
    Words{Problem::FileSize, "file-size",
          "this file was changed: {first} bytes were signed, {second} are here.",
          "bu dosya değiştirilmiş: {first} bayt imzalanmış, burada {second} bayt var."},
    Words{Problem::FileChanged, "file-changed", "the content of this file was changed.",
          "bu dosyanın içeriği değiştirilmiş."},
    Words{Problem::FileExtra, "file-extra", "this file is not in the signed list.",
          "bu dosya imzalı listede yok."},
    Words{Problem::NotPlain, "not-a-plain-file",
          "this is a link or another special file; it was not followed.",
          "bu bir bağlantı veya özel dosya; izlenmedi."},
    Words{Problem::TooManyFiles, "too-many-files", "this folder holds too many files to check.",
          "bu klasörde denetlenemeyecek kadar çok dosya var."},
    Words{Problem::CheckpointMissing, "checkpoint-missing", "the signed checkpoint is missing.",
          "imzalı denetim noktası yok."},
    Words{Problem::CheckpointMalformed, "checkpoint-malformed",
          "this is not a checkpoint of a Destek audit log.",
          "bu, bir Destek denetim günlüğünün denetim noktası değil."},
    Words{Problem::CheckpointOtherKey, "checkpoint-other-key",
          "this checkpoint was not signed by the key in use.",
          "bu denetim noktası kullanılan anahtarla imzalanmamış."},
    Words{Problem::CheckpointForged, "checkpoint-forged",
          "the signature of this checkpoint does not fit.",
          "bu denetim noktasının imzası uymuyor."},
    Words{Problem::EntriesMissing, "entries-missing", "the entries are missing.", "kayıtlar yok."},
    Words{Problem::EntryMalformed, "entry-malformed",
          "line {first} is empty, too long or not finished.",
          "{first}. satır boş, çok uzun veya yarım kalmış."},
    Words{Problem::EntriesFewer, "entries-fewer",
          "{first} entries are here, {second} were signed: entries were removed.",
          "burada {first} kayıt var, {second} kayıt imzalanmış: kayıt silinmiş."},
    Words{Problem::EntriesMore, "entries-more",
          "{first} entries are here, only {second} were signed.",
          "burada {first} kayıt var, yalnızca {second} kayıt imzalanmış."},
    Words{Problem::RootWrong, "root-wrong",
          "at least one entry from {first} to {second} was changed, replaced or moved.",
          "{first} ile {second} arasındaki en az bir kayıt değiştirilmiş veya yeri değişmiş."},
    Words{Problem::RolledBack, "rolled-back",
          "this earlier checkpoint covers {second} entries, but the log now holds {first}: the "
          "log was cut or rolled back.",
          "bu eski denetim noktası {second} kaydı kapsıyor, günlükte şimdi {first} kayıt var: "
          "günlük kesilmiş veya geri alınmış."},
    Words{Problem::ChangedBetween, "changed-between",
          "the log does not continue this earlier checkpoint: at least one entry from {first} to "
          "{second} was changed, removed or moved.",
          "günlük bu eski denetim noktasının devamı değil: {first} ile {second} arasındaki en az "
          "bir kayıt değiştirilmiş, silinmiş veya yeri değişmiş."},
    Words{Problem::ChangedAt, "changed-at",
          "entry {first} is the first that differs from this earlier export.",
          "bu eski dışa aktarımdan ilk farklı kayıt {first}. kayıt."},
    Words{Problem::OlderCopyWrong, "older-copy-wrong",
          "the entries of this earlier export do not fit its own checkpoint.",
          "bu eski dışa aktarımın kayıtları kendi denetim noktasına uymuyor."},
    Words{Problem::RecordMalformed, "record-malformed", "this is not a destruction record.",
          "bu bir imha tutanağı değil."},
};

const Words &wordsOf(Problem problem)
{
    for (const Words &words : kWords) {
        if (words.problem == problem)
            return words;
    }
    return kWords.front();
}

std::string filled(std::string_view text, std::string_view mark, std::string_view value)
{
    std::string out(text);
    for (std::size_t at = out.find(mark); at != std::string::npos;
         at = out.find(mark, at + value.size()))
        out.replace(at, mark.size(), value);
    return out;
}

std::string_view success(Check check, Language language)
{
    switch (check) {
    case Check::Audit:
        return in(language, "VERIFIED: the audit log holds {entries} entries, all as signed.",
                  "DOĞRULANDI: denetim günlüğündeki {entries} kaydın tümü imzalandığı gibi.");
    case Check::Package:
        return in(language, "VERIFIED: {files} files ({bytes} bytes), all as signed, none missing.",
                  "DOĞRULANDI: {files} dosyanın ({bytes} bayt) tümü imzalandığı gibi, eksik yok.");
    case Check::Record:
        return in(language, "VERIFIED: the destruction record is as signed.",
                  "DOĞRULANDI: imha tutanağı imzalandığı gibi.");
    }
    return {};
}

} // namespace

std::string_view in(Language language, std::string_view english, std::string_view turkish)
{
    return language == Language::Turkish ? turkish : english;
}

std::string_view nameOfProblem(Problem problem)
{
    return wordsOf(problem).name;
}

std::string sentence(const Finding &finding, Language language)
{
    const Words &words = wordsOf(finding.problem);
    return filled(filled(in(language, words.english, words.turkish), "{first}",
                         std::to_string(finding.first)),
                  "{second}", std::to_string(finding.second));
}

std::string verdict(const Report &report, Language language)
{
    if (report.exitCode() == 2)
        return std::string(in(language, "NOT CHECKED: something could not be read.",
                              "DENETLENEMEDİ: okunamayan bir şey var."));
    if (!report.verifies())
        return std::string(
            in(language, "DOES NOT VERIFY. Do not rely on it.", "DOĞRULANMADI. Buna güvenmeyin."));
    std::string text =
        filled(success(report.check, language), "{entries}", std::to_string(report.entries));
    text = filled(text, "{files}", std::to_string(report.files));
    return filled(text, "{bytes}", std::to_string(report.bytes));
}

std::string keyStatement(const Report &report, Language language)
{
    switch (report.keyOrigin) {
    case KeyOrigin::None:
        return {};
    case KeyOrigin::BesideTheData:
        return std::string(
            in(language,
               "The key was taken from the same place as the data. This proves that nothing was "
               "changed since the holder of this key signed it. It does not prove who that is: "
               "whoever can replace everything can replace the key too. Compare the fingerprint "
               "with one you received another way, and give it with --key-fingerprint.",
               "Anahtar, verinin bulunduğu yerden alındı. Bu, anahtarın sahibi imzaladıktan sonra "
               "hiçbir şeyin değişmediğini kanıtlar. İmzalayanın kim olduğunu kanıtlamaz: her şeyi "
               "değiştirebilen, anahtarı da değiştirebilir. Parmak izini başka bir yoldan "
               "aldığınızla karşılaştırın ve --key-fingerprint ile verin."));
    case KeyOrigin::GivenFile:
        return std::string(in(language, "The key is the one you gave with --key.",
                              "Anahtar, --key ile verdiğiniz anahtardır."));
    case KeyOrigin::Fingerprint:
        return std::string(in(language, "The key has the fingerprint you gave.",
                              "Anahtarın parmak izi verdiğiniz parmak izidir."));
    }
    return {};
}

std::string_view usage(Language language)
{
    return in(
        language,
        "Usage: destek-verify audit FOLDER [--since CHECKPOINT-OR-OLDER-FOLDER]...\n"
        "       destek-verify package FOLDER\n"
        "       destek-verify record FILE.json\n"
        "Options:\n"
        "  --key FILE             the signer's public key (PEM); may be given several times\n"
        "  --key-fingerprint HEX  accept only the key with this fingerprint\n"
        "  --language tr|en       language of the answer\n"
        "  --json                 answer for programs\n"
        "Exit code: 0 verifies, 1 does not verify, 2 wrong usage or cannot be read.\n",
        "Kullanım: destek-verify audit KLASÖR [--since DENETİM-NOKTASI-VEYA-ESKİ-KLASÖR]...\n"
        "          destek-verify package KLASÖR\n"
        "          destek-verify record DOSYA.json\n"
        "Seçenekler:\n"
        "  --key DOSYA            imzalayanın açık anahtarı (PEM); birden çok kez verilebilir\n"
        "  --key-fingerprint HEX  yalnızca bu parmak izli anahtarı kabul et\n"
        "  --language tr|en       yanıtın dili\n"
        "  --json                 programlar için yanıt\n"
        "Çıkış kodu: 0 doğrulandı, 1 doğrulanmadı, 2 yanlış kullanım veya okunamadı.\n");
}

} // namespace destek::verify
