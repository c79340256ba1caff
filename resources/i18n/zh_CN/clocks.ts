<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Terms</name>
    <message>
        <source>Supervised</source>
        <translation>督办</translation>
    </message>
    <message>
        <source>Reminder</source>
        <translation>催办</translation>
    </message>
    <message>
        <source>Yellow card</source>
        <translation>黄牌</translation>
    </message>
    <message>
        <source>Red card</source>
        <translation>红牌</translation>
    </message>
    <message>
        <source>Card lifted</source>
        <translation>解除督办</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>The new deadline must be later than the one in force.</source>
        <translation>新的期限必须晚于现行期限。</translation>
    </message>
    <message>
        <source>A card as bad is shown already.</source>
        <translation>该案件已有同级或更高级的督办。</translation>
    </message>
    <message>
        <source>The case is under no supervision.</source>
        <translation>该案件没有督办。</translation>
    </message>
    <message>
        <source>The table of limits is not sound: a limit is missing, doubled, or cannot be read. Correct it and save again.</source>
        <translation>时限表有误：有时限缺失、重复或无法识别。请更正后再保存。</translation>
    </message>
    <message>
        <source>A table of limits takes effect now or within a year, never in the past.</source>
        <translation>时限表只能立即生效或在一年内生效，不能追溯。</translation>
    </message>
    <message>
        <source>Case {number}: {card}</source>
        <translation>案件 {number}：{card}</translation>
    </message>
    <message>
        <source>New time limits saved</source>
        <translation>新的时限表已保存</translation>
    </message>
    <message>
        <source>Handover drawn up</source>
        <translation>交接单已生成</translation>
    </message>
    <message>
        <source>Handover notes saved</source>
        <translation>交接备注已保存</translation>
    </message>
    <message>
        <source>Handover {handover} signed</source>
        <translation>交接单 {handover} 已签字</translation>
    </message>
    <message>
        <source>Handover {handover} withdrawn</source>
        <translation>交接单 {handover} 已撤回</translation>
    </message>
    <message>
        <source>The handover is signed or withdrawn. Nothing of it can be changed.</source>
        <translation>交接单已签字或已撤回，不能再改动。</translation>
    </message>
    <message>
        <source>First the leader who hands over signs, then the one who takes over.</source>
        <translation>先由交班值班长签字，再由接班值班长签字。</translation>
    </message>
    <message>
        <source>You have signed as the one who hands over. Somebody else takes over.</source>
        <translation>您已作为交班值班长签字，须由他人接班签字。</translation>
    </message>
</context>
<context>
    <name>CardWords</name>
    <message>
        <source>{card} due</source>
        <translation>拟{card}</translation>
    </message>
    <message>
        <source>{clock} overrun</source>
        <translation>{clock}超时</translation>
    </message>
    <message>
        <source>proposed: {card}</source>
        <translation>建议{card}</translation>
    </message>
</context>
<context>
    <name>CardDialog</name>
    <message>
        <source>Lift the supervision</source>
        <translation>解除督办</translation>
    </message>
    <message>
        <source>Reason (required to lift)</source>
        <translation>理由（解除时必填）</translation>
    </message>
    <message>
        <source>Supervise</source>
        <translation>督办</translation>
    </message>
    <message>
        <source>Supervise case {number}</source>
        <translation>督办案件 {number}</translation>
    </message>
    <message>
        <source>{card} (proposed by the hub)</source>
        <translation>{card}（系统建议）</translation>
    </message>
</context>
<context>
    <name>ClockBoxes</name>
    <message>
        <source>{clock}, was {time}</source>
        <translation>{clock} 原{time}</translation>
    </message>
    <message>
        <source>{clock}: extended from {old} to {new}</source>
        <translation>{clock}：由 {old} 延期至 {new}</translation>
    </message>
    <message>
        <source>{clock}: no holiday calendar for {year}, weekdays were counted</source>
        <translation>{clock}：没有 {year} 年的节假日安排，按周一至周五计算</translation>
    </message>
</context>
<context>
    <name>LogModel</name>
    <message>
        <source>Proposed: {card}</source>
        <translation>系统建议{card}</translation>
    </message>
</context>
<context>
    <name>SupervisionLine</name>
    <message>
        <source>Supervise…</source>
        <translation>督办…</translation>
    </message>
    <message>
        <source>Supervision</source>
        <translation>督办</translation>
    </message>
</context>
<context>
    <name>ShiftDesk</name>
    <message>
        <source>Limits overrun, proposed: {cards}</source>
        <translation>有案件超时，系统建议：{cards}</translation>
    </message>
    <message>
        <source>Only the shift leader supervises a case.</source>
        <translation>只有值班长可以督办案件。</translation>
    </message>
    <message>
        <source>Shift handover</source>
        <translation>交接班</translation>
    </message>
    <message>
        <source>Supervise the case</source>
        <translation>督办案件</translation>
    </message>
    <message>
        <source>Time limits</source>
        <translation>办理时限</translation>
    </message>
    <message>
        <source>Yardsticks of the shift</source>
        <translation>本班指标</translation>
    </message>
</context>
<context>
    <name>YardsticksDialog</name>
    <message>
        <source>Alarm load, mean</source>
        <translation>告警负荷（平均）</translation>
    </message>
    <message>
        <source>Alarm load, worst 10 min</source>
        <translation>告警负荷（最高 10 分钟）</translation>
    </message>
    <message>
        <source>Alarms answered</source>
        <translation>告警确认</translation>
    </message>
    <message>
        <source>Cases processed</source>
        <translation>案件派遣</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>EEMUA 191: 1 in 10 min is acceptable, 2 can be managed</source>
        <translation>EEMUA 191：每 10 分钟 1 条为可接受，2 条尚可应付</translation>
    </message>
    <message>
        <source>EEMUA 191: 10 in 10 min is a flood</source>
        <translation>EEMUA 191：10 分钟内 10 条为告警泛滥</translation>
    </message>
    <message>
        <source>EEMUA 191: about {high} / {medium} / {low} %</source>
        <translation>EEMUA 191：约 {high} / {medium} / {low} %</translation>
    </message>
    <message>
        <source>Levels 1–2 / 3 / 4</source>
        <translation>一二级 / 三级 / 四级</translation>
    </message>
    <message>
        <source>NFPA 1225: within 10 s in 90 %, levels 1–2, from raised to acknowledged</source>
        <translation>NFPA 1225：一、二级告警从发生到确认，90 % 不超过 10 秒</translation>
    </message>
    <message>
        <source>NFPA 1225: within 60 s in 90 %, levels 1–2, from reported to dispatched</source>
        <translation>NFPA 1225：一、二级案件从上报到派遣，90 % 不超过 60 秒</translation>
    </message>
    <message>
        <source>Shift since {time}, {length}; {count} alarms. Exercises do not count.</source>
        <translation>本班自 {time} 起，{length}；告警 {count} 条，演练不计。</translation>
    </message>
    <message>
        <source>The hub could not answer. Close this and try again.</source>
        <translation>中枢未能答复，请关闭后重试。</translation>
    </message>
    <message>
        <source>Waiting for the hub…</source>
        <translation>正在等待中枢…</translation>
    </message>
    <message>
        <source>Yardsticks of the shift</source>
        <translation>本班指标</translation>
    </message>
    <message>
        <source>Your role does not see the figures of the shift.</source>
        <translation>您的角色不能查看本班指标。</translation>
    </message>
    <message>
        <source>no samples yet</source>
        <translation>尚无样本</translation>
    </message>
    <message>
        <source>{n} in 10 min</source>
        <translation>每 10 分钟 {n} 条</translation>
    </message>
    <message>
        <source>{percent} % of {count}, 90 % within {time}</source>
        <translation>{count} 件中 {percent} %，90 % 在 {time}内</translation>
    </message>
    <message>
        <source>{within} of {count}: too few to judge</source>
        <translation>{count} 件中 {within} 件，样本太少不评判</translation>
    </message>
</context>
<context>
    <name>LimitWords</name>
    <message>
        <source>days</source>
        <translation>天</translation>
    </message>
    <message>
        <source>h</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>min</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>same day</source>
        <translation>当日</translation>
    </message>
    <message>
        <source>working days</source>
        <translation>个工作日</translation>
    </message>
</context>
<context>
    <name>LimitsDialog</name>
    <message>
        <source>A case keeps the limits in force when it was reported. Levels 1–2 run by the wall clock, 3–4 by office hours with China's holidays.</source>
        <translation>案件按上报时生效的时限办理。一、二级按自然时间计算，三、四级按工作时间计算（含法定节假日和调休）。</translation>
    </message>
    <message>
        <source>Add a row for</source>
        <translation>增加一行</translation>
    </message>
    <message>
        <source>In force for cases reported from</source>
        <translation>适用于此后上报的案件</translation>
    </message>
    <message>
        <source>Red card at</source>
        <translation>红牌</translation>
    </message>
    <message>
        <source>Reminder at</source>
        <translation>催办</translation>
    </message>
    <message>
        <source>Yellow card at</source>
        <translation>黄牌</translation>
    </message>
    <message>
        <source>Save as new version</source>
        <translation>保存为新版本</translation>
    </message>
    <message>
        <source>The hub could not answer. Close this and try again.</source>
        <translation>中枢未能答复，请关闭后重试。</translation>
    </message>
    <message>
        <source>The shares must rise from the reminder to the red card.</source>
        <translation>催办、黄牌、红牌的比例必须依次递增。</translation>
    </message>
    <message>
        <source>Time limits</source>
        <translation>办理时限</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Waiting for the hub…</source>
        <translation>正在等待中枢…</translation>
    </message>
    <message>
        <source>Why, for the record</source>
        <translation>修改原因（留档）</translation>
    </message>
    <message>
        <source>Your role does not see the time limits.</source>
        <translation>您的角色不能查看办理时限。</translation>
    </message>
    <message>
        <source>{count} cells cannot be read. Write 10 min, 4 h, 30 days, 3 working days or same day.</source>
        <translation>有 {count} 格无法识别。请写成 10 分钟、4 小时、30 天、3 个工作日或当日。</translation>
    </message>
    <message>
        <source>{number}: as delivered</source>
        <translation>{number}：出厂版本</translation>
    </message>
    <message>
        <source>{number}: from {time}, {name}</source>
        <translation>{number}：{time} 起，{name}</translation>
    </message>
</context>
<context>
    <name>HandoverWindow</name>
    <message>
        <source>Handovers</source>
        <translation>交接单</translation>
    </message>
    <message>
        <source>Notes for the next shift</source>
        <translation>交班备注</translation>
    </message>
    <message>
        <source>Now (not drawn up)</source>
        <translation>当前情况（未生成）</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>导出 PDF</translation>
    </message>
    <message>
        <source>Saved to {path}</source>
        <translation>已保存到 {path}</translation>
    </message>
    <message>
        <source>Shift handover</source>
        <translation>交接班</translation>
    </message>
    <message>
        <source>The hub could not answer. Close this and try again.</source>
        <translation>中枢未能答复，请关闭后重试。</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Withdraw {id}</source>
        <translation>撤回 {id}</translation>
    </message>
    <message>
        <source>Your role does not see handovers.</source>
        <translation>您的角色不能查看交接单。</translation>
    </message>
    <message>
        <source>{path} cannot be written: {why}. Choose another place.</source>
        <translation>无法写入 {path}：{why}。请另选位置。</translation>
    </message>
</context>
<context>
    <name>HandoverWords</name>
    <message>
        <source>one signature</source>
        <translation>待接班签字</translation>
    </message>
    <message>
        <source>open</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>已签字</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>已撤回</translation>
    </message>
</context>
<context>
    <name>SheetHtml</name>
    <message>
        <source>Alarms to see: {count}, shelved {shelved}</source>
        <translation>未确认告警 {count} 条，搁置 {shelved} 条</translation>
    </message>
    <message>
        <source>Cameras without a picture: {down} of {all}</source>
        <translation>离线摄像机 {down} / {all}</translation>
    </message>
    <message>
        <source>Digest {digest}, also in the audit log</source>
        <translation>摘要 {digest}，审计日志中有同一摘要</translation>
    </message>
    <message>
        <source>Hands over</source>
        <translation>交班值班长</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>交班备注</translation>
    </message>
    <message>
        <source>Open cases: {count}, overdue {late}, under supervision {cards}</source>
        <translation>在办案件 {count} 件，超时 {late} 件，督办 {cards} 件</translation>
    </message>
    <message>
        <source>Shift handover {id}</source>
        <translation>交接单 {id}</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>签字</translation>
    </message>
    <message>
        <source>Since the last handover: {count}</source>
        <translation>上次交接以来 {count} 项</translation>
    </message>
    <message>
        <source>Sources not heard: {count}</source>
        <translation>中断的数据源 {count} 个</translation>
    </message>
    <message>
        <source>Takes over</source>
        <translation>接班值班长</translation>
    </message>
    <message>
        <source>What would be handed over now</source>
        <translation>当前应交接情况</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>另有 {count} 项</translation>
    </message>
    <message>
        <source>drawn up by {name}</source>
        <translation>{name} 生成</translation>
    </message>
    <message>
        <source>last handover {time}</source>
        <translation>上次交接 {time}</translation>
    </message>
    <message>
        <source>not signed</source>
        <translation>未签字</translation>
    </message>
    <message>
        <source>suspended</source>
        <translation>挂起</translation>
    </message>
    <message>
        <source>{clock}, extended from {time}</source>
        <translation>{clock}，由 {time} 延期</translation>
    </message>
    <message>
        <source>{state} until {time}</source>
        <translation>{state}至 {time}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>WITHDRAWN</source>
        <translation>已撤回</translation>
    </message>
</context>
<context>
    <name>SignDialog</name>
    <message>
        <source>After the first signature nothing can be changed.</source>
        <translation>第一个签字之后，内容不能再改动。</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>签字</translation>
    </message>
    <message>
        <source>Sign {id}: I hand the shift over</source>
        <translation>交班签字 {id}</translation>
    </message>
    <message>
        <source>Sign {id}: I take the shift over</source>
        <translation>接班签字 {id}</translation>
    </message>
    <message>
        <source>Somebody else, with their own password</source>
        <translation>他人签字（用本人密码）</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>{name}, who sits here</source>
        <translation>{name}（本席位）</translation>
    </message>
</context>
<context>
    <name>HandoverBar</name>
    <message>
        <source>Draw up</source>
        <translation>生成交接单</translation>
    </message>
    <message>
        <source>Save notes</source>
        <translation>保存备注</translation>
    </message>
    <message>
        <source>Hand over: sign</source>
        <translation>交班签字</translation>
    </message>
    <message>
        <source>Take over: sign</source>
        <translation>接班签字</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>导出 PDF…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Bring up to date</source>
        <translation>更新内容</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤回</translation>
    </message>
</context>
</TS>
