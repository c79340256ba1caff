<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AlarmView</name>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Raised</source>
        <translation>发生</translation>
    </message>
    <message>
        <source>Last report</source>
        <translation>最近上报</translation>
    </message>
    <message>
        <source>Seen by</source>
        <translation>确认人</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Linked cameras {count}</source>
        <translation>关联镜头 {count}</translation>
    </message>
    <message>
        <source>To the wall</source>
        <translation>上墙</translation>
    </message>
    <message>
        <source>, {count} reports</source>
        <translation>，共 {count} 次</translation>
    </message>
</context>
<context>
    <name>CaseHead</name>
    <message>
        <source>Exercise</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>{state}, suspended</source>
        <translation>{state}，已挂起</translation>
    </message>
    <message>
        <source>{state}, paperwork due</source>
        <translation>{state}，待补录</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
</context>
<context>
    <name>CasePanel</name>
    <message>
        <source>Select a case or an alarm</source>
        <translation>请选择案件或告警</translation>
    </message>
    <message>
        <source>Dispatch F4</source>
        <translation>派遣 F4</translation>
    </message>
    <message>
        <source>Send back</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>返工</translation>
    </message>
    <message>
        <source>Level F9</source>
        <translation>升降级 F9</translation>
    </message>
</context>
<context>
    <name>CaseView</name>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>主办</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>当前承办</translation>
    </message>
    <message>
        <source>Reporter</source>
        <translation>报告人</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Case log</source>
        <translation>办理记录</translation>
    </message>
    <message>
        <source>with {count}: {names}</source>
        <translation>协办 {count}：{names}</translation>
    </message>
    <message>
        <source>Search sectors  {done} / {all} cleared</source>
        <translation>搜索片区　{done} / {all} 已排除</translation>
    </message>
    <message>
        <source>still: {names}</source>
        <translation>未排除：{names}</translation>
    </message>
    <message>
        <source>Linked cameras {count}, {online} online</source>
        <translation>关联镜头 {count}，在线 {online}</translation>
    </message>
    <message>
        <source>To the wall</source>
        <translation>上墙</translation>
    </message>
</context>
<context>
    <name>ClockBoxes</name>
    <message>
        <source>Paused</source>
        <translation>已停表</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>剩 {time}</translation>
    </message>
</context>
<context>
    <name>DialogFrame</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>DispatchDialog</name>
    <message>
        <source>Dispatch {number} {title}</source>
        <translation>派遣 {number} {title}</translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation>派遣</translation>
    </message>
    <message>
        <source>Name, kind or pinyin initials…</source>
        <translation>名称、类别或拼音首字母…</translation>
    </message>
    <message>
        <source>Instruction (may be empty)</source>
        <translation>指令（可不填）</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>距离</translation>
    </message>
</context>
<context>
    <name>LevelDialog</name>
    <message>
        <source>Change the response level of {number}</source>
        <translation>调整 {number} 的响应级别</translation>
    </message>
    <message>
        <source>Change level</source>
        <translation>调整级别</translation>
    </message>
    <message>
        <source>Reason (required)</source>
        <translation>理由（必填）</translation>
    </message>
</context>
<context>
    <name>LogModel</name>
    <message>
        <source>{what}: {note}</source>
        <translation>{what}：{note}</translation>
    </message>
</context>
<context>
    <name>NewCaseDialog</name>
    <message>
        <source>New case</source>
        <translation>新建案件</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>立案</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
</context>
<context>
    <name>NoteEntry</name>
    <message>
        <source>Note to the case</source>
        <translation>案件记录</translation>
    </message>
    <message>
        <source>Write a note… Enter hands it in</source>
        <translation>写记录… 回车提交</translation>
    </message>
</context>
<context>
    <name>ReasonDialog</name>
    <message>
        <source>Reason (required)</source>
        <translation>理由（必填）</translation>
    </message>
</context>
</TS>
