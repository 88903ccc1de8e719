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
        <source>%n second(s) ago</source>
        <translation>
            <numerusform>%n second ago</numerusform>
            <numerusform>%n seconds ago</numerusform>
        </translation>
    </message>
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
</context>
</TS>
