<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AskedWords</name>
    <message>
        <source>Acknowledge an alarm</source>
        <translation>确认一条告警</translation>
    </message>
    <message>
        <source>Acknowledge a group of alarms</source>
        <translation>确认一组告警</translation>
    </message>
    <message>
        <source>Shelve an alarm</source>
        <translation>搁置一条告警</translation>
    </message>
    <message>
        <source>Note on an alarm</source>
        <translation>告警备注</translation>
    </message>
    <message>
        <source>Open a case: {title}</source>
        <translation>新建案件：{title}</translation>
    </message>
    <message>
        <source>Note to case {number}: {text}</source>
        <translation>案件 {number} 记录：{text}</translation>
    </message>
    <message>
        <source>Dispatch case {number}</source>
        <translation>派遣案件 {number}</translation>
    </message>
    <message>
        <source>Case {number}: {step}</source>
        <translation>案件 {number}：{step}</translation>
    </message>
    <message>
        <source>Case {number} to {level}</source>
        <translation>案件 {number} 调为{level}</translation>
    </message>
    <message>
        <source>Link a camera to case {number}</source>
        <translation>关联镜头到案件 {number}</translation>
    </message>
    <message>
        <source>Take case {number} on</source>
        <translation>认领案件 {number}</translation>
    </message>
    <message>
        <source>Another action on {number}</source>
        <translation>对 {number} 的其他操作</translation>
    </message>
</context>
<context>
    <name>PendingWindow</name>
    <message>
        <source>Waiting for the hub</source>
        <translation>等待中枢处理</translation>
    </message>
    <message>
        <source>Take back (Del)</source>
        <translation>撤回（Del）</translation>
    </message>
    <message>
        <source>Clear what was refused</source>
        <translation>清除被拒项</translation>
    </message>
    <message>
        <source>Nothing waits: the hub has answered everything.</source>
        <translation>没有等待项：中枢已全部答复。</translation>
    </message>
    <message>
        <source>What you do while the hub is away waits here and is sent once, in this order, when it is back. Until then it can be taken back.</source>
        <translation>中枢中断期间的操作在此等待，恢复后按此顺序发送，每项只发送一次；发送之前可以撤回。</translation>
    </message>
    <message>
        <source>What</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>下达时间</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>已等待</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Sent already: the hub's answer decides</source>
        <translation>已发出，以中枢答复为准</translation>
    </message>
    <message>
        <source>Sent, no answer yet</source>
        <translation>已发出，尚无答复</translation>
    </message>
    <message>
        <source>Waits for the hub</source>
        <translation>等待中枢</translation>
    </message>
    <message>
        <source>Refused: {why}</source>
        <translation>被拒：{why}</translation>
    </message>
</context>
<context>
    <name>LinkBanner</name>
    <message>
        <source>{count} waiting (Ctrl+J)</source>
        <translation>{count} 项等待（Ctrl+J）</translation>
    </message>
</context>
<context>
    <name>WindowKeys</name>
    <message>
        <source>What waits for the hub</source>
        <translation>查看等待中枢的操作</translation>
    </message>
    <message>
        <source>Bring a discarded note back</source>
        <translation>恢复已清除的记录草稿</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>Taken back before it was sent.</source>
        <translation>已在发送前撤回。</translation>
    </message>
</context>
</TS>
