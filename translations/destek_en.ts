<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>Bubble</name>
    <message numerus="yes">
        <source>%n more; copying takes all of them</source>
        <translation>
            <numerusform>%n more line; copying takes all of them</numerusform>
            <numerusform>%n more lines; copying takes all of them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>destek</name>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n minute ago</numerusform>
            <numerusform>%n minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%n hour ago</numerusform>
            <numerusform>%n hours ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) waiting.</source>
        <translation>
            <numerusform>%n message waiting.</numerusform>
            <numerusform>%n messages waiting.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unread.</source>
        <translation>
            <numerusform>%n unread.</numerusform>
            <numerusform>%n unread.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>destek::ui::AlertList</name>
    <message numerus="yes">
        <source>Show %n older</source>
        <translation>
            <numerusform>Show %n older</numerusform>
            <numerusform>Show %n older</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>destek::ui::Announcer</name>
    <message numerus="yes">
        <source>%n person(s) still wait(s) for an answer.</source>
        <translation>
            <numerusform>%n person still waits for an answer.</numerusform>
            <numerusform>%n people still wait for an answer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The longest for %n minute(s).</source>
        <translation>
            <numerusform>The longest for %n minute.</numerusform>
            <numerusform>The longest for %n minutes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) waiting for an answer</source>
        <translation>
            <numerusform>%n person waiting for an answer</numerusform>
            <numerusform>%n people waiting for an answer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>destek::ui::BulkBar</name>
    <message numerus="yes">
        <source>%n conversation(s) selected</source>
        <translation>
            <numerusform>%n conversation selected</numerusform>
            <numerusform>%n conversations selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>destek::ui::ChannelPage</name>
    <message numerus="yes">
        <source>Sending is stopped. Nothing is lost: %n message(s) wait and go out once this is settled.</source>
        <translation>
            <numerusform>Sending is stopped. Nothing is lost: %n message waits and goes out once this is settled.</numerusform>
            <numerusform>Sending is stopped. Nothing is lost: %n messages wait and go out once this is settled.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>destek::ui::DeskPage</name>
    <message numerus="yes">
        <source>%n draft(s) not sent.</source>
        <translation>
            <numerusform>%n draft not sent.</numerusform>
            <numerusform>%n drafts not sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) not yet handed over to the server.</source>
        <translation>
            <numerusform>%n message not yet handed over to the server.</numerusform>
            <numerusform>%n messages not yet handed over to the server.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) still yours.</source>
        <translation>
            <numerusform>%n conversation still yours.</numerusform>
            <numerusform>%n conversations still yours.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>destek::ui::HandOverDialog</name>
    <message numerus="yes">
        <source>%1 · %2 · %n open</source>
        <comment>name, presence, how many are theirs</comment>
        <translation>
            <numerusform>%1 · %2 · %n open</numerusform>
            <numerusform>%1 · %2 · %n open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hand over %n conversation(s)</source>
        <translation>
            <numerusform>Hand over %n conversation</numerusform>
            <numerusform>Hand over %n conversations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>destek::ui::InboxPane</name>
    <message numerus="yes">
        <source>%n person(s) waiting for an answer</source>
        <translation>
            <numerusform>%n person waiting for an answer</numerusform>
            <numerusform>%n people waiting for an answer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>destek::ui::LockPage</name>
    <message numerus="yes">
        <source>%n new message(s) since the screen was locked</source>
        <translation>
            <numerusform>%n new message since the screen was locked</numerusform>
            <numerusform>%n new messages since the screen was locked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>destek::ui::QueueReview</name>
    <message numerus="yes">
        <source>Written offline, not sent: %n to decide</source>
        <translation>
            <numerusform>Written offline, not sent: %n to decide</numerusform>
            <numerusform>Written offline, not sent: %n to decide</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>destek::ui::QueueStrip</name>
    <message numerus="yes">
        <source>%n message(s) you wrote offline were not sent, because something happened meanwhile.</source>
        <translation>
            <numerusform>%n message you wrote offline was not sent, because something happened meanwhile.</numerusform>
            <numerusform>%n messages you wrote offline were not sent, because something happened meanwhile.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>destek::ui::QueueTabs</name>
    <message numerus="yes">
        <source>%1: %n conversation(s)</source>
        <comment>name of a queue</comment>
        <translation>
            <numerusform>%1: %n conversation</numerusform>
            <numerusform>%1: %n conversations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>destek::ui::SearchHits</name>
    <message numerus="yes">
        <source>Found in messages: the newest %n</source>
        <translation>
            <numerusform>Found in messages: the newest %n</numerusform>
            <numerusform>Found in messages: the newest %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Found in messages: %n</source>
        <translation>
            <numerusform>Found in messages: %n</numerusform>
            <numerusform>Found in messages: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>People found: %n</source>
        <translation>
            <numerusform>People found: %n</numerusform>
            <numerusform>People found: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>destek::ui::TemplateList</name>
    <message numerus="yes">
        <source>%n template(s) stopped, because WhatsApp changed the category. Nobody can send them until an administrator says so.</source>
        <translation>
            <numerusform>%n template stopped, because WhatsApp changed its category. Nobody can send it until an administrator says so.</numerusform>
            <numerusform>%n templates stopped, because WhatsApp changed their category. Nobody can send them until an administrator says so.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>destek::ui::ThreadView</name>
    <message numerus="yes">
        <source>Copy %n message(s)</source>
        <translation>
            <numerusform>Copy %n message</numerusform>
            <numerusform>Copy %n messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>destek::ui::TopLine</name>
    <message numerus="yes">
        <source>Live · synced %1 · %n queued</source>
        <translation>
            <numerusform>Live · synced %1 · %n queued</numerusform>
            <numerusform>Live · synced %1 · %n queued</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Offline · synced %1 · %n queued</source>
        <translation>
            <numerusform>Offline · synced %1 · %n queued</numerusform>
            <numerusform>Offline · synced %1 · %n queued</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>WhatsApp account, %n new report(s)</source>
        <translation>
            <numerusform>WhatsApp account, %n new report</numerusform>
            <numerusform>WhatsApp account, %n new reports</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Catching up… · what you see is from %1 · %n queued</source>
        <translation>
            <numerusform>Catching up… · what you see is from %1 · %n queued</numerusform>
            <numerusform>Catching up… · what you see is from %1 · %n queued</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>destek::ui::WaitingStrip</name>
    <message numerus="yes">
        <source>%n person(s) wait(s), and nobody has taken them.</source>
        <translation>
            <numerusform>%n person waits, and nobody has taken the conversation.</numerusform>
            <numerusform>%n people wait, and nobody has taken them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>destek::ui::WorkActions</name>
    <message numerus="yes">
        <source>%n conversation(s) changed.</source>
        <translation>
            <numerusform>%n conversation changed.</numerusform>
            <numerusform>%n conversations changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) not changed.</source>
        <translation>
            <numerusform>%n conversation not changed.</numerusform>
            <numerusform>%n conversations not changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 · %2 · %n open</source>
        <comment>name, presence, how many are theirs</comment>
        <translation>
            <numerusform>%1 · %2 · %n open</numerusform>
            <numerusform>%1 · %2 · %n open</numerusform>
        </translation>
    </message>
</context>
</TS>
