<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
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
</context>
</TS>
