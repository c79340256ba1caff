<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AlarmWords</name>
    <message>
        <source>Cameras offline</source>
        <translation>摄像机离线</translation>
    </message>
</context>
<context>
    <name>Terms</name>
    <message>
        <source>Shelved</source>
        <translation>已搁置</translation>
    </message>
    <message>
        <source>Out of service</source>
        <translation>已停用</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>The alarm is not in a state where this can be done. Look at it again.</source>
        <translation>告警当前状态不允许此操作，请先查看最新状态。</translation>
    </message>
    <message>
        <source>An alarm of this level may not be put aside for so long. Choose a shorter time.</source>
        <translation>该级别告警不允许搁置或静音这么久，请缩短时间。</translation>
    </message>
    <message>
        <source>{count} alarms acknowledged</source>
        <translation>已确认 {count} 条告警</translation>
    </message>
    <message>
        <source>Alarm shelved for {minutes} min</source>
        <translation>告警已搁置 {minutes} 分钟</translation>
    </message>
    <message>
        <source>Alarm is back from the shelf</source>
        <translation>告警已取消搁置</translation>
    </message>
    <message>
        <source>Alarm is out of service</source>
        <translation>告警已停用</translation>
    </message>
    <message>
        <source>Alarm is in service again</source>
        <translation>告警已恢复启用</translation>
    </message>
    <message>
        <source>Alarm muted for {minutes} min</source>
        <translation>告警已静音 {minutes} 分钟</translation>
    </message>
    <message>
        <source>Note on the alarm written</source>
        <translation>告警备注已保存</translation>
    </message>
</context>
<context>
    <name>Annunciator</name>
    <message>
        <source>{words}, {count} more alarms</source>
        <translation>{words}，另有 {count} 条告警</translation>
    </message>
</context>
<context>
    <name>ViewMenu</name>
    <message>
        <source>Say alarms aloud</source>
        <translation>语音播报告警</translation>
    </message>
    <message>
        <source>Say alarms aloud: this computer has no voice</source>
        <translation>语音播报告警：本机没有语音引擎</translation>
    </message>
</context>
</TS>
