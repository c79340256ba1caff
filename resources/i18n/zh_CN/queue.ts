<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Describer</name>
    <message>
        <source>Sending…</source>
        <translation>发送中…</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>已挂起</translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message>
        <source>Alarms</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>Nothing matches “{words}”</source>
        <translation>没有与“{words}”相符的内容</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>暂无内容</translation>
    </message>
    <message>
        <source>Show on the map</source>
        <translation>在地图上显示</translation>
    </message>
</context>
<context>
    <name>QueueWords</name>
    <message>
        <source>By level</source>
        <translation>按级别</translation>
    </message>
    <message>
        <source>By deadline</source>
        <translation>按时限</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>最新上报</translation>
    </message>
    <message>
        <source>Last changed</source>
        <translation>最近变动</translation>
    </message>
    <message>
        <source>Command and dispatch</source>
        <translation>指挥调度</translation>
    </message>
    <message>
        <source>Petition reception</source>
        <translation>信访接待</translation>
    </message>
    <message>
        <source>Legal aid</source>
        <translation>法律援助</translation>
    </message>
    <message>
        <source>Mediation</source>
        <translation>矛盾调处</translation>
    </message>
    <message>
        <source>Grid management</source>
        <translation>网格管理</translation>
    </message>
</context>
<context>
    <name>FilterMenu</name>
    <message>
        <source>Filter… (Ctrl+F)</source>
        <translation>筛选…（Ctrl+F）</translation>
    </message>
    <message>
        <source>No filter</source>
        <translation>取消筛选</translation>
    </message>
    <message>
        <source>Forget a filter</source>
        <translation>删除已存筛选</translation>
    </message>
    <message>
        <source>Low rows</source>
        <translation>紧凑行高</translation>
    </message>
</context>
<context>
    <name>FilterDialog</name>
    <message>
        <source>Filter the cases</source>
        <translation>筛选案件</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>街道</translation>
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
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>时限灯</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Holder (empty: anybody)</source>
        <translation>当前承办（留空为不限）</translation>
    </message>
    <message>
        <source>Mine only</source>
        <translation>仅我的</translation>
    </message>
    <message>
        <source>Save under this name (may be empty)</source>
        <translation>以此名称保存（可留空）</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿灯</translation>
    </message>
    <message>
        <source>Amber</source>
        <translation>黄灯</translation>
    </message>
    <message>
        <source>Red: overdue</source>
        <translation>红灯：超时</translation>
    </message>
</context>
<context>
    <name>NarrowLine</name>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>{listed} of {all}</source>
        <translation>{listed} / {all} 件</translation>
    </message>
</context>
<context>
    <name>MarksBar</name>
    <message>
        <source>{count} marked</source>
        <translation>已选 {count} 项</translation>
    </message>
    <message>
        <source>Acknowledge (Ctrl+D)</source>
        <translation>确认（Ctrl+D）</translation>
    </message>
    <message>
        <source>Dispatch… (Ctrl+D)</source>
        <translation>派遣…（Ctrl+D）</translation>
    </message>
    <message>
        <source>Unmark (Esc)</source>
        <translation>取消选择（Esc）</translation>
    </message>
</context>
<context>
    <name>Batch</name>
    <message>
        <source>{count} done</source>
        <translation>{count} 项完成</translation>
    </message>
    <message>
        <source>{count} refused: {why}</source>
        <translation>{count} 项被拒：{why}</translation>
    </message>
    <message>
        <source>{count} refused for other reasons</source>
        <translation>{count} 项因其他原因被拒</translation>
    </message>
    <message>
        <source>{count} left out: done already or on the way</source>
        <translation>{count} 项略过：已处理或正在发送</translation>
    </message>
</context>
<context>
    <name>QueueHead</name>
    <message>
        <source>Search the queue</source>
        <translation>搜索队列</translation>
    </message>
    <message>
        <source>Number, words or pinyin initials…</source>
        <translation>编号、文字或拼音首字母…</translation>
    </message>
    <message>
        <source>Change the order</source>
        <translation>切换排序</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Workspaces, filters and row height</source>
        <translation>工作区、筛选与行高</translation>
    </message>
</context>
<context>
    <name>QueueDesk</name>
    <message>
        <source>Workspace {name}</source>
        <translation>工作区：{name}</translation>
    </message>
    <message>
        <source>Filter the cases</source>
        <translation>筛选案件</translation>
    </message>
    <message>
        <source>Acknowledge or dispatch all marked</source>
        <translation>批量确认或派遣所选</translation>
    </message>
    <message>
        <source>Mark a row of the queue</source>
        <translation>选择队列中的一行</translation>
    </message>
    <message>
        <source>Mark all rows that are listed</source>
        <translation>全选列出的各行</translation>
    </message>
    <message>
        <source>Nothing is marked. Mark rows with Space or Ctrl+A.</source>
        <translation>尚未选择。用空格或 Ctrl+A 选择。</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Dispatch {count} cases</source>
        <translation>批量派遣 {count} 件</translation>
    </message>
    <message>
        <source>Dispatch all</source>
        <translation>全部派遣</translation>
    </message>
</context>
<context>
    <name>CaseSheet</name>
    <message>
        <source>Exercise</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>Time limits</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Case log</source>
        <translation>办理记录</translation>
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
        <source>Reported</source>
        <translation>上报时间</translation>
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
        <source>Co-handlers</source>
        <translation>协办</translation>
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
        <source>{number} · printed {at} by {who} · personal data masked</source>
        <translation>{number} · {at} 由 {who} 打印 · 个人信息已脱敏</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>第 {page} 页，共 {pages} 页</translation>
    </message>
</context>
<context>
    <name>CasePrinting</name>
    <message>
        <source>Print the case (masked)</source>
        <translation>打印案件（脱敏）</translation>
    </message>
</context>
</TS>
