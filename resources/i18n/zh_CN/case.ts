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
    <message>
        <source>nil report, no change</source>
        <translation>零报告，无变化</translation>
    </message>
    <message>
        <source>Asked to suspend</source>
        <translation>申请挂起</translation>
    </message>
    <message>
        <source>Asked for an extension</source>
        <translation>申请延期</translation>
    </message>
    <message>
        <source>Asked to void</source>
        <translation>申请作废</translation>
    </message>
    <message>
        <source>Suspension refused</source>
        <translation>挂起未获批准</translation>
    </message>
    <message>
        <source>Extension refused</source>
        <translation>延期未获批准</translation>
    </message>
    <message>
        <source>Voiding refused</source>
        <translation>作废未获批准</translation>
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
<context>
    <name>ActionBar</name>
    <message>
        <source>All moves F10</source>
        <translation>全部操作 F10</translation>
    </message>
</context>
<context>
    <name>ExtraFacts</name>
    <message>
        <source>Extended</source>
        <translation>延期</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Repeated</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>后果</translation>
    </message>
    <message>
        <source>Satisfaction</source>
        <translation>满意度</translation>
    </message>
    <message>
        <source>{clock} until {due}, first {before}</source>
        <translation>{clock}延至 {due}，原期限 {before}</translation>
    </message>
    <message>
        <source>{count} times: {names}</source>
        <translation>{count} 次：{names}</translation>
    </message>
    <message>
        <source>{count} of this type here in 7 days: merge what is the same, or propose supervision or a special task</source>
        <translation>7 天内此处同类第 {count} 件：同一事项请并案，否则宜督办或立专项</translation>
    </message>
    <message>
        <source>{injured} injured, {dead} dead, loss {loss} yuan</source>
        <translation>伤 {injured} 人，亡 {dead} 人，损失 {loss} 元</translation>
    </message>
</context>
<context>
    <name>CaseSections</name>
    <message>
        <source>Waiting for approval</source>
        <translation>待审批</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>处置清单</translation>
    </message>
    <message>
        <source>To be called</source>
        <translation>须通知</translation>
    </message>
    <message>
        <source>Co-handlers</source>
        <translation>协办</translation>
    </message>
    <message>
        <source>Other cases</source>
        <translation>关联与并案</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>材料</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>添加…</translation>
    </message>
</context>
<context>
    <name>LineWords</name>
    <message>
        <source>Suspend</source>
        <translation>挂起</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>Extend by {days} d</source>
        <translation>延期 {days} 天</translation>
    </message>
    <message>
        <source>{item} (not needed)</source>
        <translation>{item}（免办）</translation>
    </message>
    <message>
        <source>{count} required before closing</source>
        <translation>结案前必办 {count} 项</translation>
    </message>
    <message>
        <source>reached {time}</source>
        <translation>已接通 {time}</translation>
    </message>
    <message>
        <source>no answer {time}</source>
        <translation>未接通 {time}</translation>
    </message>
    <message>
        <source>{done} / {all} reached</source>
        <translation>已接通 {done} / {all}</translation>
    </message>
    <message>
        <source>{done} / {all} done</source>
        <translation>已办结 {done} / {all}</translation>
    </message>
    <message>
        <source>asked</source>
        <translation>待接单</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>已接单</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已办结</translation>
    </message>
    <message>
        <source>merged into</source>
        <translation>并入</translation>
    </message>
    <message>
        <source>member</source>
        <translation>并入本案</translation>
    </message>
    <message>
        <source>linked</source>
        <translation>关联</translation>
    </message>
    <message>
        <source>missing: {groups}</source>
        <translation>缺：{groups}</translation>
    </message>
    <message>
        <source>Photo {group} required before closing</source>
        <translation>结案前须附{group}照片</translation>
    </message>
    <message>
        <source>of the scene</source>
        <translation>现场</translation>
    </message>
    <message>
        <source>before</source>
        <translation>处置前</translation>
    </message>
    <message>
        <source>after</source>
        <translation>处置后</translation>
    </message>
</context>
<context>
    <name>RequestDialog</name>
    <message>
        <source>Ask for approval</source>
        <translation>提交审批</translation>
    </message>
    <message>
        <source>Reason (required)</source>
        <translation>理由（必填）</translation>
    </message>
    <message>
        <source>Days more</source>
        <translation>延长天数</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
</context>
<context>
    <name>ApprovalDialog</name>
    <message>
        <source>Approve</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>You asked for this yourself: somebody else has to approve it.</source>
        <translation>这是您本人提出的申请，须由他人审批。</translation>
    </message>
    <message>
        <source>Reason (required to refuse)</source>
        <translation>意见（不予批准时必填）</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>不予批准</translation>
    </message>
</context>
<context>
    <name>CoHandlerDialog</name>
    <message>
        <source>Co-handler for {number}</source>
        <translation>{number} 协办</translation>
    </message>
    <message>
        <source>Ask to help</source>
        <translation>请求协办</translation>
    </message>
    <message>
        <source>What is to be done (may be empty)</source>
        <translation>协办事项（可不填）</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>协办单位</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
</context>
<context>
    <name>CaseChoiceDialog</name>
    <message>
        <source>Number, title or pinyin initials…</source>
        <translation>编号、标题或拼音首字母…</translation>
    </message>
    <message>
        <source>Reason (may be empty)</source>
        <translation>理由（可不填）</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>CorrectDialog</name>
    <message>
        <source>Correct case {number}</source>
        <translation>更正案件 {number}</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Reason (required)</source>
        <translation>理由（必填）</translation>
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
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
</context>
<context>
    <name>OutcomeDialog</name>
    <message>
        <source>Outcome of {number}</source>
        <translation>{number} 处置后果</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>录入</translation>
    </message>
    <message>
        <source>Injured</source>
        <translation>受伤人数</translation>
    </message>
    <message>
        <source>Dead</source>
        <translation>死亡人数</translation>
    </message>
    <message>
        <source>Loss in yuan</source>
        <translation>损失（元）</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>说明</translation>
    </message>
</context>
<context>
    <name>ReviewDialog</name>
    <message>
        <source>Review {number} {title}</source>
        <translation>评价 {number} {title}</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>评价</translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation>未回访</translation>
    </message>
    <message>
        <source>Note (may be empty)</source>
        <translation>评语（可不填）</translation>
    </message>
    <message>
        <source>Satisfaction, 5 is best</source>
        <translation>满意度（5 为最满意）</translation>
    </message>
</context>
<context>
    <name>AttachDialog</name>
    <message>
        <source>File for {number}</source>
        <translation>{number} 材料</translation>
    </message>
    <message>
        <source>Enter file</source>
        <translation>登记材料</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Shows</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Name, size and SHA-256 go to the case; the file stays here.</source>
        <translation>案件只登记文件名、大小和 SHA-256，文件仍存放在原处。</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>This file cannot be read. Choose another one.</source>
        <translation>无法读取该文件，请另选。</translation>
    </message>
    <message>
        <source>This file is larger than 64 MB. Choose a smaller one.</source>
        <translation>文件超过 64 MB，请选较小的文件。</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Send report</source>
        <translation>上报</translation>
    </message>
    <message>
        <source>What is new; empty for a nil report: no change</source>
        <translation>最新情况；不填即为零报告（无变化）</translation>
    </message>
    <message>
        <source>The next follow-up is counted from this report.</source>
        <translation>下次续报时限从本次起算。</translation>
    </message>
</context>
<context>
    <name>CaseDialogs</name>
    <message>
        <source>The shift leader decides, and never who asked.</source>
        <translation>由值班长审批，申请人不得自批。</translation>
    </message>
    <message>
        <source>{clock} is due {due}. The old deadline stays in sight.</source>
        <translation>{clock}期限 {due}，延期后仍显示原期限。</translation>
    </message>
    <message>
        <source>Ask to suspend</source>
        <translation>申请挂起</translation>
    </message>
    <message>
        <source>Ask for an extension</source>
        <translation>申请延期</translation>
    </message>
    <message>
        <source>Ask to void</source>
        <translation>申请作废</translation>
    </message>
    <message>
        <source>Request in {number}</source>
        <translation>{number} 审批</translation>
    </message>
    <message>
        <source>{what}
Asked by {by}</source>
        <translation>{what}
申请人：{by}</translation>
    </message>
    <message>
        <source>Merge {number} into another case</source>
        <translation>将 {number} 并入其他案件</translation>
    </message>
    <message>
        <source>This case ends; its alarms, units and later reports go to the other one.</source>
        <translation>本案终结，其告警、队伍及后续上报转入目标案件。</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>并案</translation>
    </message>
    <message>
        <source>Link {number} with another case</source>
        <translation>将 {number} 与其他案件关联</translation>
    </message>
    <message>
        <source>Both cases go on, and each shows the other.</source>
        <translation>两案各自办理，相互可见。</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>关联</translation>
    </message>
    <message>
        <source>Follow-up report · {number}</source>
        <translation>续报 · {number}</translation>
    </message>
    <message>
        <source>Not needed: {item}</source>
        <translation>免办：{item}</translation>
    </message>
    <message>
        <source>Waive</source>
        <translation>免办</translation>
    </message>
</context>
<context>
    <name>MovesMenu</name>
    <message>
        <source>Follow-up report…</source>
        <translation>续报…</translation>
    </message>
    <message>
        <source>Ask a co-handler…</source>
        <translation>请求协办…</translation>
    </message>
    <message>
        <source>Send back…</source>
        <translation>退回…</translation>
    </message>
    <message>
        <source>Handled on the spot…</source>
        <translation>自处理…</translation>
    </message>
    <message>
        <source>Lift the response…</source>
        <translation>解除响应…</translation>
    </message>
    <message>
        <source>Ask to suspend…</source>
        <translation>申请挂起…</translation>
    </message>
    <message>
        <source>Ask for an extension…</source>
        <translation>申请延期…</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢复办理</translation>
    </message>
    <message>
        <source>Enter a file…</source>
        <translation>登记材料…</translation>
    </message>
    <message>
        <source>Outcome…</source>
        <translation>处置后果…</translation>
    </message>
    <message>
        <source>Correct…</source>
        <translation>更正…</translation>
    </message>
    <message>
        <source>Link with a case…</source>
        <translation>关联案件…</translation>
    </message>
    <message>
        <source>Review…</source>
        <translation>评价…</translation>
    </message>
    <message>
        <source>Reopen…</source>
        <translation>返工…</translation>
    </message>
    <message>
        <source>Merge into a case…</source>
        <translation>并入案件…</translation>
    </message>
    <message>
        <source>Reject…</source>
        <translation>不予受理…</translation>
    </message>
    <message>
        <source>Ask to void…</source>
        <translation>申请作废…</translation>
    </message>
</context>
<context>
    <name>SectionActs</name>
    <message>
        <source>Approve or refuse…</source>
        <translation>审批…</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已办</translation>
    </message>
    <message>
        <source>Not needed…</source>
        <translation>免办…</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>已接通</translation>
    </message>
    <message>
        <source>Called, no answer</source>
        <translation>未接通</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已接单</translation>
    </message>
    <message>
        <source>Go to the case</source>
        <translation>转到该案件</translation>
    </message>
    <message>
        <source>Enter a file…</source>
        <translation>登记材料…</translation>
    </message>
</context>
</TS>
