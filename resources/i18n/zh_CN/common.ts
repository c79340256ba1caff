<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AlarmWords</name>
    <message>
        <source>Clock of a source is wrong</source>
        <translation>数据源时钟偏差过大</translation>
    </message>
    <message>
        <source>Events missing</source>
        <translation>事件缺失</translation>
    </message>
    <message>
        <source>Events refused at the source</source>
        <translation>数据源拒收事件</translation>
    </message>
    <message>
        <source>Event put aside by the source</source>
        <translation>数据源搁置事件</translation>
    </message>
    <message>
        <source>Nothing can be stored</source>
        <translation>无法存储数据</translation>
    </message>
    <message>
        <source>Event refused</source>
        <translation>事件被拒收</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>Tear off or put back</source>
        <translation>拆出或放回</translation>
    </message>
    <message>
        <source>Close the panel; the view menu brings it back</source>
        <translation>关闭面板；可从视图菜单恢复</translation>
    </message>
</context>
<context>
    <name>Terms</name>
    <message>
        <source>Level 1</source>
        <translation>一级</translation>
    </message>
    <message>
        <source>Level 2</source>
        <translation>二级</translation>
    </message>
    <message>
        <source>Level 3</source>
        <translation>三级</translation>
    </message>
    <message>
        <source>Level 4</source>
        <translation>四级</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>已上报</translation>
    </message>
    <message>
        <source>Filed</source>
        <translation>已立案</translation>
    </message>
    <message>
        <source>Dispatched</source>
        <translation>已派遣</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已接单</translation>
    </message>
    <message>
        <source>En route</source>
        <translation>赶赴</translation>
    </message>
    <message>
        <source>On scene</source>
        <translation>到场</translation>
    </message>
    <message>
        <source>Handling</source>
        <translation>处置中</translation>
    </message>
    <message>
        <source>Reported done</source>
        <translation>处置反馈</translation>
    </message>
    <message>
        <source>Verifying</source>
        <translation>核查中</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已结案</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>已评价</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>并案</translation>
    </message>
    <message>
        <source>Voided</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>Unacknowledged</source>
        <translation>未确认</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>Returned, not seen</source>
        <translation>已恢复未确认</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>网格发现</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>社区呼叫</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>分级响应</translation>
    </message>
    <message>
        <source>Joint work</source>
        <translation>协同处置</translation>
    </message>
    <message>
        <source>Grid member</source>
        <translation>网格员巡查</translation>
    </message>
    <message>
        <source>Resident</source>
        <translation>群众举报</translation>
    </message>
    <message>
        <source>Hotline 12345</source>
        <translation>12345 热线</translation>
    </message>
    <message>
        <source>Police 110</source>
        <translation>110</translation>
    </message>
    <message>
        <source>Fire 119</source>
        <translation>119</translation>
    </message>
    <message>
        <source>Medical 120</source>
        <translation>120</translation>
    </message>
    <message>
        <source>Video patrol</source>
        <translation>视频巡查</translation>
    </message>
    <message>
        <source>Sensor</source>
        <translation>感知设备</translation>
    </message>
    <message>
        <source>Petition window</source>
        <translation>信访窗口</translation>
    </message>
    <message>
        <source>From a department</source>
        <translation>部门转办</translation>
    </message>
    <message>
        <source>Set out</source>
        <translation>已出发</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>已到场</translation>
    </message>
    <message>
        <source>Handled</source>
        <translation>处置完成</translation>
    </message>
    <message>
        <source>Being checked</source>
        <translation>核查</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Reopened</source>
        <translation>返工</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>已挂起</translation>
    </message>
    <message>
        <source>Resumed</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Escalated</source>
        <translation>升级</translation>
    </message>
    <message>
        <source>De-escalated</source>
        <translation>降级</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Report sent</source>
        <translation>续报</translation>
    </message>
    <message>
        <source>Co-handler added</source>
        <translation>协办</translation>
    </message>
    <message>
        <source>Co-handler done</source>
        <translation>协办完成</translation>
    </message>
    <message>
        <source>Camera linked</source>
        <translation>关联镜头</translation>
    </message>
    <message>
        <source>Alarm linked</source>
        <translation>关联告警</translation>
    </message>
    <message>
        <source>Case linked</source>
        <translation>关联案件</translation>
    </message>
    <message>
        <source>Handled on the spot</source>
        <translation>自处理</translation>
    </message>
    <message>
        <source>Sector added</source>
        <translation>新增片区</translation>
    </message>
    <message>
        <source>Sector cleared</source>
        <translation>片区排除</translation>
    </message>
    <message>
        <source>File</source>
        <translation>立案</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接单</translation>
    </message>
    <message>
        <source>Set out now</source>
        <translation>出发</translation>
    </message>
    <message>
        <source>On scene now</source>
        <translation>到场登记</translation>
    </message>
    <message>
        <source>Start handling</source>
        <translation>开始处置</translation>
    </message>
    <message>
        <source>Report done</source>
        <translation>处置反馈</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>核查</translation>
    </message>
    <message>
        <source>Close case</source>
        <translation>结案</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>评价</translation>
    </message>
    <message>
        <source>Take in</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation>派遣</translation>
    </message>
    <message>
        <source>Arrive</source>
        <translation>到场</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>首报</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>续报</translation>
    </message>
    <message>
        <source>Handle</source>
        <translation>处置</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>核查</translation>
    </message>
    <message>
        <source>Patrol</source>
        <translation>巡逻</translation>
    </message>
    <message>
        <source>Police</source>
        <translation>公安</translation>
    </message>
    <message>
        <source>Fire service</source>
        <translation>消防</translation>
    </message>
    <message>
        <source>Medical</source>
        <translation>急救</translation>
    </message>
    <message>
        <source>Traffic police</source>
        <translation>交警</translation>
    </message>
    <message>
        <source>City management</source>
        <translation>城管</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>抢修</translation>
    </message>
    <message>
        <source>Volunteers</source>
        <translation>志愿者</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>On patrol</source>
        <translation>巡逻中</translation>
    </message>
    <message>
        <source>Standby</source>
        <translation>待命</translation>
    </message>
    <message>
        <source>Off duty</source>
        <translation>下班</translation>
    </message>
    <message>
        <source>Not heard of</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>在线</translation>
    </message>
    <message>
        <source>Weak network</source>
        <translation>弱网</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Ringing</source>
        <translation>呼叫中</translation>
    </message>
    <message>
        <source>In call</source>
        <translation>会商中</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>街道</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>镜头</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>队伍</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Venue</source>
        <translation>会场</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>点位</translation>
    </message>
    <message>
        <source>Approval asked for</source>
        <translation>申请审批</translation>
    </message>
    <message>
        <source>Approval refused</source>
        <translation>审批未通过</translation>
    </message>
    <message>
        <source>Extended</source>
        <translation>已延期</translation>
    </message>
    <message>
        <source>Co-handler accepted</source>
        <translation>协办已接单</translation>
    </message>
    <message>
        <source>Took another case in</source>
        <translation>并入案件</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>已更正</translation>
    </message>
    <message>
        <source>File attached</source>
        <translation>已附材料</translation>
    </message>
    <message>
        <source>Item ticked</source>
        <translation>清单项已办</translation>
    </message>
    <message>
        <source>Response lifted</source>
        <translation>响应已解除</translation>
    </message>
    <message>
        <source>Outcome entered</source>
        <translation>已录入后果</translation>
    </message>
    <message>
        <source>Repeated complaint</source>
        <translation>重复投诉</translation>
    </message>
    <message>
        <source>Notified</source>
        <translation>通知</translation>
    </message>
</context>
<context>
    <name>Texts</name>
    <message>
        <source>{days} d</source>
        <translation>{days} 日</translation>
    </message>
    <message>
        <source>{days} d {hours} h</source>
        <translation>{days} 天 {hours} 时</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n} 秒</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} 分</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n} 时</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} 小时 {minutes} 分</translation>
    </message>
    <message>
        <source>{time} over</source>
        <translation>超 {time}</translation>
    </message>
    <message>
        <source>{time} ago</source>
        <translation>{time}前</translation>
    </message>
    <message>
        <source>{n} m</source>
        <translation>{n} 米</translation>
    </message>
    <message>
        <source>{n} km</source>
        <translation>{n} 公里</translation>
    </message>
</context>
</TS>
