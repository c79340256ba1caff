<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AlarmWords</name>
    <message>
        <source>Cameras offline</source>
        <translation>摄像机离线</translation>
    </message>
    <message>
        <source>{count} × {title}</source>
        <translation>{count} 条：{title}</translation>
    </message>
    <message>
        <source>{title} {count}</source>
        <translation>{title} {count} 台</translation>
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
<context>
    <name>AlarmDialogs</name>
    <message>
        <source>Shelve: {alarm}</source>
        <translation>搁置告警：{alarm}</translation>
    </message>
    <message>
        <source>Shelve</source>
        <translation>搁置</translation>
    </message>
    <message>
        <source>Reason (required)</source>
        <translation>原因（必填）</translation>
    </message>
    <message>
        <source>Mute on all consoles: {alarm}</source>
        <translation>全部席位静音：{alarm}</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>静音</translation>
    </message>
    <message>
        <source>Out of service: {alarm}</source>
        <translation>停用告警：{alarm}</translation>
    </message>
    <message>
        <source>Take out of service</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Note: {alarm}</source>
        <translation>告警备注：{alarm}</translation>
    </message>
    <message>
        <source>Write the note</source>
        <translation>保存备注</translation>
    </message>
    <message>
        <source>Seen on all consoles; empty takes it off</source>
        <translation>全部席位可见；清空即删除</translation>
    </message>
</context>
<context>
    <name>AlarmKeys</name>
    <message>
        <source>Mute the alarm on all consoles</source>
        <translation>告警静音（全部席位）</translation>
    </message>
    <message>
        <source>Write a note on the alarm</source>
        <translation>写告警备注</translation>
    </message>
    <message>
        <source>Shelve the alarm</source>
        <translation>搁置告警</translation>
    </message>
    <message>
        <source>Alarm out of service, or back</source>
        <translation>停用或恢复告警</translation>
    </message>
    <message>
        <source>Alarms that are shelved or out of service</source>
        <translation>查看已搁置、已停用的告警</translation>
    </message>
</context>
<context>
    <name>AlarmMenu</name>
    <message>
        <source>Acknowledge</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Acknowledge all {count}</source>
        <translation>全部确认（{count}）</translation>
    </message>
    <message>
        <source>Open a case…</source>
        <translation>转案件…</translation>
    </message>
    <message>
        <source>Open a case: {type}</source>
        <translation>转案件：{type}</translation>
    </message>
    <message>
        <source>Mute…</source>
        <translation>静音…</translation>
    </message>
    <message>
        <source>Let it sound again</source>
        <translation>取消静音</translation>
    </message>
    <message>
        <source>Note…</source>
        <translation>备注…</translation>
    </message>
    <message>
        <source>Shelve…</source>
        <translation>搁置…</translation>
    </message>
    <message>
        <source>Shelve for another time…</source>
        <translation>重设搁置时间…</translation>
    </message>
    <message>
        <source>Bring back from the shelf</source>
        <translation>取消搁置</translation>
    </message>
    <message>
        <source>Put back in service</source>
        <translation>恢复启用</translation>
    </message>
    <message>
        <source>Take out of service…</source>
        <translation>停用…</translation>
    </message>
</context>
<context>
    <name>AlarmPage</name>
    <message>
        <source>Acknowledge</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Acknowledge all {count}</source>
        <translation>全部确认（{count}）</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Go to the case</source>
        <translation>查看案件</translation>
    </message>
    <message>
        <source>Open a case</source>
        <translation>转案件</translation>
    </message>
    <message>
        <source>Shelve</source>
        <translation>搁置</translation>
    </message>
    <message>
        <source>More…</source>
        <translation>更多…</translation>
    </message>
</context>
<context>
    <name>AlarmTexts</name>
    <message>
        <source>until {time}</source>
        <translation>至 {time}</translation>
    </message>
    <message>
        <source>since {time}</source>
        <translation>自 {time} 起</translation>
    </message>
</context>
<context>
    <name>AlarmView</name>
    <message>
        <source>Aside</source>
        <translation>搁置停用</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>静音</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>One of {count} folded alarms</source>
        <translation>已归并的 {count} 条告警之一</translation>
    </message>
    <message>
        <source>Proposed case</source>
        <translation>建议类型</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>查看全部</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Hub</source>
        <translation>中枢</translation>
    </message>
</context>
<context>
    <name>AsideBar</name>
    <message>
        <source>Shelved {shelved} · Out of service {out}</source>
        <translation>已搁置 {shelved} · 已停用 {out}</translation>
    </message>
    <message>
        <source>← Back to the alarms</source>
        <translation>← 返回告警列表</translation>
    </message>
</context>
<context>
    <name>CaseHead</name>
    <message>
        <source>folded</source>
        <translation>归并</translation>
    </message>
    <message>
        <source>{count} alarms</source>
        <translation>{count} 条告警</translation>
    </message>
</context>
<context>
    <name>Describer</name>
    <message>
        <source>all seen</source>
        <translation>均已确认</translation>
    </message>
    <message>
        <source>{count} alarms · {place}</source>
        <translation>{count} 条告警 · {place}</translation>
    </message>
    <message>
        <source>Muted, not seen</source>
        <translation>静音未确认</translation>
    </message>
    <message>
        <source>{unseen} to acknowledge</source>
        <translation>待确认 {unseen}</translation>
    </message>
</context>
<context>
    <name>GroupView</name>
    <message>
        <source>{count} alarms · {unseen} to acknowledge · since {time}</source>
        <translation>共 {count} 条 · 待确认 {unseen} 条 · 自 {time} 起</translation>
    </message>
</context>
<context>
    <name>LoadMeter</name>
    <message>
        <source>flood</source>
        <translation>泛滥</translation>
    </message>
    <message>
        <source>too many</source>
        <translation>过载</translation>
    </message>
    <message>
        <source>acceptable</source>
        <translation>可接受</translation>
    </message>
    <message>
        <source>manageable</source>
        <translation>可应付</translation>
    </message>
    <message>
        <source>Alarms in 10 minutes (EEMUA 191): up to 1 acceptable, 2 manageable, from 3 too many for one operator, from 10 a flood</source>
        <translation>10 分钟告警数（EEMUA 191）：1 条以内可接受，2 条可应付，3 条起单人过载，10 条起为告警泛滥</translation>
    </message>
    <message>
        <source>Last hour: level 1 {a} %, level 2 {b} %, levels 3–4 {c} %; aim 5 / 15 / 80</source>
        <translation>近 1 小时：一级 {a}%、二级 {b}%、三四级 {c}%；目标 5 / 15 / 80</translation>
    </message>
    <message>
        <source>Alarm load {count} · {band}</source>
        <translation>告警负荷 {count} · {band}</translation>
    </message>
</context>
</TS>
