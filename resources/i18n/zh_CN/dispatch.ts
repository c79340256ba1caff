<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Wording</name>
    <message>
        <source>Somebody else owns this case. Ask for it, or let the shift leader take it when they are away.</source>
        <translation>此案已有责任人。请向其请求移交；对方离席时由值班长接管。</translation>
    </message>
    <message>
        <source>This person owns the case already.</source>
        <translation>此人已是本案责任人。</translation>
    </message>
    <message>
        <source>Only its owner or the shift leader may hand a case over.</source>
        <translation>只有责任人或值班长可以移交案件。</translation>
    </message>
    <message>
        <source>This person sits at no console now. Choose somebody who is there.</source>
        <translation>此人当前不在任何席位上。请选择在席人员。</translation>
    </message>
    <message>
        <source>The offer is over. The owner stays; ask again.</source>
        <translation>移交请求已失效，责任人不变。请重新发起。</translation>
    </message>
    <message>
        <source>Somebody is being asked already. Wait for the answer, 15 s at most.</source>
        <translation>已有移交请求在等待答复，最多 15 秒，请稍候。</translation>
    </message>
    <message>
        <source>This sector is cleared already.</source>
        <translation>该片区已排除。</translation>
    </message>
    <message>
        <source>Nobody is missing: it is checked in already.</source>
        <translation>已签到，无人缺报。</translation>
    </message>
    <message>
        <source>This task is over.</source>
        <translation>该任务已结束。</translation>
    </message>
    <message>
        <source>This unit is on the case already.</source>
        <translation>该力量已在本案中。</translation>
    </message>
    <message>
        <source>Case {number} is yours now</source>
        <translation>案件 {number} 已由您负责</translation>
    </message>
    <message>
        <source>Asked to take case {number} over: 15 s to agree</source>
        <translation>已请求移交案件 {number}，对方 15 秒内答复</translation>
    </message>
    <message>
        <source>Answered about case {number}</source>
        <translation>已答复案件 {number} 的移交</translation>
    </message>
    <message>
        <source>Case {number} dispatched</source>
        <translation>案件 {number} 已派遣</translation>
    </message>
    <message>
        <source>Case {number}: one unit sent its part back</source>
        <translation>案件 {number}：一支力量退回</translation>
    </message>
    <message>
        <source>Call logged in case {number}</source>
        <translation>通话已记入案件 {number}</translation>
    </message>
    <message>
        <source>Case {number}: sector drawn</source>
        <translation>案件 {number}：片区已划定</translation>
    </message>
    <message>
        <source>Case {number}: sector cleared</source>
        <translation>案件 {number}：片区已排除</translation>
    </message>
    <message>
        <source>Case {number}: household listed</source>
        <translation>案件 {number}：住户已列入清点</translation>
    </message>
    <message>
        <source>Case {number}: heads counted</source>
        <translation>案件 {number}：人数已清点</translation>
    </message>
    <message>
        <source>Task given to the grids</source>
        <translation>任务已下发到网格</translation>
    </message>
    <message>
        <source>Grid checked in</source>
        <translation>网格已签到</translation>
    </message>
    <message>
        <source>Missing grids reminded</source>
        <translation>已催报未签到网格</translation>
    </message>
    <message>
        <source>Task closed</source>
        <translation>任务已结束</translation>
    </message>
</context>
<context>
    <name>Terms</name>
    <message>
        <source>Taken on</source>
        <translation>认领</translation>
    </message>
    <message>
        <source>Taken over</source>
        <translation>接手</translation>
    </message>
    <message>
        <source>Phoned</source>
        <translation>电话联系</translation>
    </message>
    <message>
        <source>Part sent back</source>
        <translation>单方退回</translation>
    </message>
    <message>
        <source>Head-count list</source>
        <translation>列入清点</translation>
    </message>
    <message>
        <source>Heads counted</source>
        <translation>清点</translation>
    </message>
</context>
<context>
    <name>DispatchDialog</name>
    <message>
        <source>Whom</source>
        <translation>派给</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Outside unit by phone… (&amp;T)</source>
        <translation>电话联系外部力量…（&amp;T）</translation>
    </message>
    <message>
        <source>Best first. Enter sends the marked row; Space ticks several.</source>
        <translation>按推荐排序。回车派遣当前行，空格可勾选多个。</translation>
    </message>
    <message>
        <source>Dispatch {count}</source>
        <translation>派遣 {count} 支</translation>
    </message>
</context>
<context>
    <name>OutsideDialog</name>
    <message>
        <source>Outside unit by phone · {number} {title}</source>
        <translation>电话联系外部力量 · {number} {title}</translation>
    </message>
    <message>
        <source>Reached: send</source>
        <translation>已接通：派遣</translation>
    </message>
    <message>
        <source>e.g. railway maintenance</source>
        <translation>如：铁路工务段</translation>
    </message>
    <message>
        <source>No answer (&amp;N)</source>
        <translation>无人接听（&amp;N）</translation>
    </message>
    <message>
        <source>Refused (&amp;R)</source>
        <translation>对方拒绝（&amp;R）</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>通话内容</translation>
    </message>
    <message>
        <source>Name and number are kept as personal data; the log shows masks.</source>
        <translation>姓名、号码按个人信息保存，日志只显示脱敏内容。</translation>
    </message>
    <message>
        <source>{at} no answer, logged</source>
        <translation>{at} 无人接听，已记录</translation>
    </message>
    <message>
        <source>{at} refused, logged</source>
        <translation>{at} 对方拒绝，已记录</translation>
    </message>
</context>
<context>
    <name>ReasonWords</name>
    <message>
        <source>on this case already</source>
        <translation>已在本案</translation>
    </message>
    <message>
        <source>Grid team</source>
        <translation>网格团队</translation>
    </message>
    <message>
        <source>Community</source>
        <translation>社区</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>街道</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>{count} open cases</source>
        <translation>在办 {count} 件</translation>
    </message>
    <message>
        <source>sent back {count}</source>
        <translation>退回 {count} 次</translation>
    </message>
    <message>
        <source>made for it</source>
        <translation>专业对口</translation>
    </message>
    <message>
        <source>can help</source>
        <translation>可以协助</translation>
    </message>
    <message>
        <source>other field</source>
        <translation>专业不对口</translation>
    </message>
    <message>
        <source>free, {status}</source>
        <translation>空闲（{status}）</translation>
    </message>
    <message>
        <source>busy, {status}</source>
        <translation>忙（{status}）</translation>
    </message>
    <message>
        <source>position never reported</source>
        <translation>从未上报位置</translation>
    </message>
    <message>
        <source>position {age} old!</source>
        <translation>位置已过期 {age}！</translation>
    </message>
    <message>
        <source>position {age} ago</source>
        <translation>{age}前定位</translation>
    </message>
    <message>
        <source>the place's own team</source>
        <translation>属地网格</translation>
    </message>
    <message>
        <source>the place's community</source>
        <translation>属地社区</translation>
    </message>
    <message>
        <source>the place's street</source>
        <translation>属地街道</translation>
    </message>
    <message>
        <source>lead or helper by case type</source>
        <translation>本类案件的主办或协办</translation>
    </message>
</context>
<context>
    <name>OwnerLine</name>
    <message>
        <source>in view of {names}</source>
        <translation>在看：{names}</translation>
    </message>
    <message>
        <source>Nobody owns this case</source>
        <translation>无责任人</translation>
    </message>
    <message>
        <source>Owner {name} (you)</source>
        <translation>责任人 {name}（本人）</translation>
    </message>
    <message>
        <source>Owner {name}</source>
        <translation>责任人 {name}</translation>
    </message>
    <message>
        <source>Take on</source>
        <translation>认领</translation>
    </message>
    <message>
        <source>Hand over…</source>
        <translation>移交…</translation>
    </message>
</context>
<context>
    <name>TransferDialog</name>
    <message>
        <source>Hand over {number} {title}</source>
        <translation>移交 {number} {title}</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>请求移交</translation>
    </message>
    <message>
        <source>Who is asked has 15 s to agree. Until then the case stays where it is.</source>
        <translation>对方 15 秒内答复；同意之前责任人不变。</translation>
    </message>
    <message>
        <source>has {number} open</source>
        <translation>正在看 {number}</translation>
    </message>
    <message>
        <source>Nobody else of the desk sits at a console now.</source>
        <translation>当前没有其他受理员在席。</translation>
    </message>
</context>
<context>
    <name>TransferBanner</name>
    <message>
        <source>Show the case</source>
        <translation>查看案件</translation>
    </message>
    <message>
        <source>Take over  Ctrl+Y</source>
        <translation>接手  Ctrl+Y</translation>
    </message>
    <message>
        <source>Decline  Ctrl+Shift+Y</source>
        <translation>不接  Ctrl+Shift+Y</translation>
    </message>
    <message>
        <source>{by} asks you to take over {number} {title}</source>
        <translation>{by} 请您接手 {number} {title}</translation>
    </message>
    <message>
        <source>Waiting for {to} to take over {number} {title}</source>
        <translation>等待 {to} 接手 {number} {title}</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n} 秒</translation>
    </message>
    <message>
        <source>{to} has taken over case {number}</source>
        <translation>{to} 已接手案件 {number}</translation>
    </message>
    <message>
        <source>{to} declined case {number}: it stays where it is</source>
        <translation>{to} 未接手案件 {number}，责任人不变</translation>
    </message>
    <message>
        <source>{to} did not answer: case {number} stays</source>
        <translation>{to} 未答复，案件 {number} 责任人不变</translation>
    </message>
</context>
<context>
    <name>DispatchDesk</name>
    <message>
        <source>Take the case on, or hand it over</source>
        <translation>认领或移交案件</translation>
    </message>
    <message>
        <source>Take over what is offered</source>
        <translation>接手移交的案件</translation>
    </message>
    <message>
        <source>Decline what is offered</source>
        <translation>不接移交的案件</translation>
    </message>
    <message>
        <source>Case {number} cannot be dispatched now</source>
        <translation>案件 {number} 现在不能派遣</translation>
    </message>
    <message>
        <source>Head-count…</source>
        <translation>人数清点…</translation>
    </message>
    <message>
        <source>New task: {title}, {count} of your grids to do (Ctrl+Shift+T)</source>
        <translation>新任务：{title}，本街道 {count} 个网格需签到（Ctrl+Shift+T）</translation>
    </message>
    <message>
        <source>One-to-many tasks…</source>
        <translation>一对多任务…</translation>
    </message>
    <message>
        <source>Reminder: {title}, {count} of your grids have not checked in</source>
        <translation>催报：{title}，本街道还有 {count} 个网格未签到</translation>
    </message>
    <message>
        <source>Search sectors…</source>
        <translation>搜索片区…</translation>
    </message>
    <message>
        <source>Open a case first, then send a unit to it</source>
        <translation>请先立案，再派遣力量</translation>
    </message>
</context>
<context>
    <name>Describer</name>
    <message>
        <source>owner {name}</source>
        <translation>责任 {name}</translation>
    </message>
    <message>
        <source>{count} watching</source>
        <translation>{count} 人在看</translation>
    </message>
</context>
<context>
    <name>CardTexts</name>
    <message>
        <source>sent back {count}</source>
        <translation>退回 {count} 次</translation>
    </message>
</context>
<context>
    <name>CaseView</name>
    <message>
        <source>Head-count  {figures}</source>
        <translation>人数清点　{figures}</translation>
    </message>
    <message>
        <source>Head-count…</source>
        <translation>清点…</translation>
    </message>
    <message>
        <source>Sectors…</source>
        <translation>片区…</translation>
    </message>
    <message>
        <source>looked for: {names}</source>
        <translation>未找到：{names}</translation>
    </message>
</context>
<context>
    <name>DispatchBubble</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>派遣</translation>
    </message>
    <message>
        <source>Send {unit} to {number} {title}?</source>
        <translation>派 {unit} 前往 {number} {title}？</translation>
    </message>
</context>
<context>
    <name>HeadWords</name>
    <message>
        <source>{figures} all found</source>
        <translation>{figures}　已清点齐</translation>
    </message>
    <message>
        <source>{figures} · {missing} missing</source>
        <translation>{figures}　缺 {missing} 人</translation>
    </message>
</context>
<context>
    <name>HeadsWindow</name>
    <message>
        <source>Add household (&amp;A)</source>
        <translation>添加住户（&amp;A）</translation>
    </message>
    <message>
        <source>All here (Enter)</source>
        <translation>全部到场（回车）</translation>
    </message>
    <message>
        <source>Count (&amp;C)</source>
        <translation>登记人数（&amp;C）</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>清点</translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <translation>投亲等</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>应到</translation>
    </message>
    <message>
        <source>Head-count · {number} {title}</source>
        <translation>人数清点 · {number} {title}</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>到场</translation>
    </message>
    <message>
        <source>House or flat</source>
        <translation>门牌或房号</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>住户</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>Name (kept masked)</source>
        <translation>姓名（脱敏保存）</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
</context>
<context>
    <name>MapHead</name>
    <message>
        <source>Search sectors</source>
        <translation>搜索片区</translation>
    </message>
</context>
<context>
    <name>NewTaskDialog</name>
    <message>
        <source>All {count} grids</source>
        <translation>全部 {count} 个网格</translation>
    </message>
    <message>
        <source>Due in</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Give the task</source>
        <translation>下发任务</translation>
    </message>
    <message>
        <source>Grids</source>
        <translation>网格范围</translation>
    </message>
    <message>
        <source>One task for many grids</source>
        <translation>一对多任务</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>要求</translation>
    </message>
    <message>
        <source>{count} grids are to check in</source>
        <translation>{count} 个网格需签到</translation>
    </message>
</context>
<context>
    <name>SearchWindow</name>
    <message>
        <source>A known name draws the sector anew: it is to be searched again.</source>
        <translation>同名片区将重新划定，需重新搜索。</translation>
    </message>
    <message>
        <source>Cleared</source>
        <translation>排除</translation>
    </message>
    <message>
        <source>Draw the sector (&amp;D)</source>
        <translation>划定片区（&amp;D）</translation>
    </message>
    <message>
        <source>Grids</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>New sector</source>
        <translation>新片区</translation>
    </message>
    <message>
        <source>Pick on the map (&amp;M)</source>
        <translation>在地图上选（&amp;M）</translation>
    </message>
    <message>
        <source>Search sectors · {number} {title}</source>
        <translation>搜索片区 · {number} {title}</translation>
    </message>
    <message>
        <source>Sector</source>
        <translation>片区</translation>
    </message>
    <message>
        <source>Sector cleared (Enter)</source>
        <translation>片区排除（回车）</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Who searches</source>
        <translation>搜索力量</translation>
    </message>
    <message>
        <source>g137 g138, or pick them on the map</source>
        <translation>g137 g138，或在地图上点选</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>未指派</translation>
    </message>
    <message>
        <source>searching</source>
        <translation>搜索中</translation>
    </message>
    <message>
        <source>{done} / {all} cleared</source>
        <translation>已排除 {done} / {all}</translation>
    </message>
    <message>
        <source>✓ cleared</source>
        <translation>✓ 已排除</translation>
    </message>
</context>
<context>
    <name>SideWindow</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>TaskWindow</name>
    <message>
        <source> (closed)</source>
        <translation>（已结束）</translation>
    </message>
    <message>
        <source> · {count} late</source>
        <translation> · 迟报 {count}</translation>
    </message>
    <message>
        <source>All streets</source>
        <translation>全部街道</translation>
    </message>
    <message>
        <source>By</source>
        <translation>签到人</translation>
    </message>
    <message>
        <source>Check in (Enter)</source>
        <translation>签到（回车）</translation>
    </message>
    <message>
        <source>Close the task (&amp;E)</source>
        <translation>结束任务（&amp;E）</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Missing only (&amp;O)</source>
        <translation>只看未签到（&amp;O）</translation>
    </message>
    <message>
        <source>New task… (&amp;N)</source>
        <translation>新任务…（&amp;N）</translation>
    </message>
    <message>
        <source>No task yet</source>
        <translation>还没有任务</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Note for the check-in (may be empty)</source>
        <translation>签到备注（可不填）</translation>
    </message>
    <message>
        <source>One-to-many tasks</source>
        <translation>一对多任务</translation>
    </message>
    <message>
        <source>Remind the missing (&amp;R)</source>
        <translation>催报未签到（&amp;R）</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>街道</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>closed by {name}</source>
        <translation>{name} 已结束任务</translation>
    </message>
    <message>
        <source>due {at} ({left})</source>
        <translation>截止 {at}（{left}）</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>未签到</translation>
    </message>
    <message>
        <source>reminded {count} times, last {at} by {name}</source>
        <translation>已催报 {count} 次，最近 {at} {name}</translation>
    </message>
    <message>
        <source>{done}/{all} checked in</source>
        <translation>已签到 {done}/{all}</translation>
    </message>
    <message>
        <source>✓ checked in</source>
        <translation>✓ 已签到</translation>
    </message>
    <message>
        <source>✓ late</source>
        <translation>✓ 迟报</translation>
    </message>
    <message>
        <source>✓ offline report</source>
        <translation>✓ 离线补报</translation>
    </message>
    <message>
        <source>✓ offline, came late</source>
        <translation>✓ 离线补报，迟到</translation>
    </message>
</context>
<context>
    <name>ReturnDialog</name>
    <message>
        <source>Send back {number} {title}</source>
        <translation>退回 {number} {title}</translation>
    </message>
    <message>
        <source>Send back</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>{unit}: the others go on</source>
        <translation>{unit}：其余力量继续</translation>
    </message>
    <message>
        <source>The whole case</source>
        <translation>整案退回</translation>
    </message>
    <message>
        <source>Reason (required)</source>
        <translation>理由（必填）</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>退回方</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
</context>
</TS>
