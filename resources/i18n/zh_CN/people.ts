<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Wording</name>
    <message>
        <source>The password is too short (or longer than 128 characters).</source>
        <translation>密码长度不足（或超过 128 位）。</translation>
    </message>
    <message>
        <source>The password needs three of these: capital letters, small letters, digits, other signs.</source>
        <translation>密码须包含以下四类中的三类：大写字母、小写字母、数字、其他符号。</translation>
    </message>
    <message>
        <source>This password is widely known or holds the user name. Choose another.</source>
        <translation>该密码属于常见弱口令或包含用户名，请另选。</translation>
    </message>
    <message>
        <source>This password was used before. Choose another.</source>
        <translation>该密码近期用过，请另选。</translation>
    </message>
    <message>
        <source>The password must be changed first.</source>
        <translation>须先修改密码才能登录。</translation>
    </message>
    <message>
        <source>Name or password is wrong, or the account is closed or locked for 15 minutes.</source>
        <translation>用户名或密码错误，或账户已停用、被锁定 15 分钟。</translation>
    </message>
    <message>
        <source>This user name is taken.</source>
        <translation>该用户名已存在。</translation>
    </message>
    <message>
        <source>Nobody changes their own account. Let another administrator do it.</source>
        <translation>不能变更本人账户，请由另一位管理员操作。</translation>
    </message>
    <message>
        <source>Account {number} added</source>
        <translation>已新增账户 {number}</translation>
    </message>
    <message>
        <source>Account {number} changed</source>
        <translation>已变更账户 {number}</translation>
    </message>
    <message>
        <source>Account {number} closed</source>
        <translation>已停用账户 {number}</translation>
    </message>
    <message>
        <source>Account {number} opened again</source>
        <translation>已启用账户 {number}</translation>
    </message>
    <message>
        <source>Account {number} unlocked</source>
        <translation>已解除账户 {number} 的锁定</translation>
    </message>
    <message>
        <source>Account {number} has a password for once</source>
        <translation>已为账户 {number} 设置一次性密码</translation>
    </message>
    <message>
        <source>Console locked</source>
        <translation>席位已锁定</translation>
    </message>
</context>
<context>
    <name>NewPasswordDialog</name>
    <message>
        <source>Change password</source>
        <translation>修改密码</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Present password</source>
        <translation>当前密码</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>新密码</translation>
    </message>
    <message>
        <source>New password again</source>
        <translation>再次输入新密码</translation>
    </message>
    <message>
        <source>At least {count} characters.</source>
        <translation>至少 {count} 位。</translation>
    </message>
    <message>
        <source>Three of these: capital letters, small letters, digits, other signs.</source>
        <translation>须含大写字母、小写字母、数字、其他符号中的三类。</translation>
    </message>
    <message>
        <source>It lasts {days} days.</source>
        <translation>有效期 {days} 天。</translation>
    </message>
    <message>
        <source>The two passwords are not the same.</source>
        <translation>两次输入的密码不一致。</translation>
    </message>
</context>
<context>
    <name>RightWords</name>
    <message>
        <source>Acknowledge an alarm</source>
        <translation>确认告警</translation>
    </message>
    <message>
        <source>Open a case</source>
        <translation>新建案件</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>填写记录</translation>
    </message>
    <message>
        <source>Dispatch a case</source>
        <translation>派遣案件</translation>
    </message>
    <message>
        <source>Change the response level</source>
        <translation>调整响应级别</translation>
    </message>
    <message>
        <source>Link a camera</source>
        <translation>关联摄像机</translation>
    </message>
    <message>
        <source>Submit a refused event again</source>
        <translation>重新提交被拒事件</translation>
    </message>
    <message>
        <source>Take a case on</source>
        <translation>认领案件</translation>
    </message>
    <message>
        <source>Hand a case over</source>
        <translation>移交案件</translation>
    </message>
    <message>
        <source>Answer a hand-over of a case</source>
        <translation>答复案件移交</translation>
    </message>
    <message>
        <source>Dispatch several units</source>
        <translation>多单位派遣</translation>
    </message>
    <message>
        <source>Take a unit's part back</source>
        <translation>退回单位任务</translation>
    </message>
    <message>
        <source>Log a call to an outside unit</source>
        <translation>登记外部单位电话</translation>
    </message>
    <message>
        <source>Draw a search sector</source>
        <translation>划定搜索分区</translation>
    </message>
    <message>
        <source>Clear a search sector</source>
        <translation>搜索分区销号</translation>
    </message>
    <message>
        <source>List a household</source>
        <translation>登记住户</translation>
    </message>
    <message>
        <source>Count heads</source>
        <translation>清点人数</translation>
    </message>
    <message>
        <source>Give a task to the grids</source>
        <translation>下达网格任务</translation>
    </message>
    <message>
        <source>Check in for a grid</source>
        <translation>网格签到</translation>
    </message>
    <message>
        <source>Remind missing grids</source>
        <translation>催办未签到网格</translation>
    </message>
    <message>
        <source>Close a task</source>
        <translation>结束任务</translation>
    </message>
    <message>
        <source>Give a supervision card</source>
        <translation>督办（催办、黄牌、红牌）</translation>
    </message>
    <message>
        <source>Change the time limits</source>
        <translation>修改时限表</translation>
    </message>
    <message>
        <source>Prepare a shift handover</source>
        <translation>准备交接班</translation>
    </message>
    <message>
        <source>Write a handover note</source>
        <translation>填写交接备注</translation>
    </message>
    <message>
        <source>Sign a shift handover</source>
        <translation>签署交接班</translation>
    </message>
    <message>
        <source>Withdraw a shift handover</source>
        <translation>撤回交接班</translation>
    </message>
    <message>
        <source>Acknowledge a group of alarms</source>
        <translation>成组确认告警</translation>
    </message>
    <message>
        <source>Shelve an alarm</source>
        <translation>搁置告警</translation>
    </message>
    <message>
        <source>End a shelving</source>
        <translation>取消搁置</translation>
    </message>
    <message>
        <source>Take an alarm out of service</source>
        <translation>停用告警</translation>
    </message>
    <message>
        <source>Put an alarm back in service</source>
        <translation>恢复告警</translation>
    </message>
    <message>
        <source>Mute an alarm</source>
        <translation>告警静音</translation>
    </message>
    <message>
        <source>Note on an alarm</source>
        <translation>告警备注</translation>
    </message>
    <message>
        <source>Ask for an approval</source>
        <translation>申请审批</translation>
    </message>
    <message>
        <source>Decide on an approval</source>
        <translation>审批</translation>
    </message>
    <message>
        <source>Add a co-handler</source>
        <translation>增加协办单位</translation>
    </message>
    <message>
        <source>Report for a co-handler</source>
        <translation>协办反馈</translation>
    </message>
    <message>
        <source>Merge a case</source>
        <translation>并案</translation>
    </message>
    <message>
        <source>Link cases</source>
        <translation>关联案件</translation>
    </message>
    <message>
        <source>Correct a case</source>
        <translation>更正案件信息</translation>
    </message>
    <message>
        <source>Tick the checklist</source>
        <translation>勾选处置清单</translation>
    </message>
    <message>
        <source>Mark a call made</source>
        <translation>登记通知情况</translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation>添加附件</translation>
    </message>
    <message>
        <source>Record the outcome</source>
        <translation>登记处置结果</translation>
    </message>
    <message>
        <source>Review a case</source>
        <translation>案件评价</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>新增账户</translation>
    </message>
    <message>
        <source>Change an account</source>
        <translation>变更账户</translation>
    </message>
    <message>
        <source>Close an account</source>
        <translation>停用账户</translation>
    </message>
    <message>
        <source>Open an account again</source>
        <translation>启用账户</translation>
    </message>
    <message>
        <source>Unlock an account</source>
        <translation>解除账户锁定</translation>
    </message>
    <message>
        <source>Give a password for once</source>
        <translation>设置一次性密码</translation>
    </message>
    <message>
        <source>Lock the console</source>
        <translation>锁定席位</translation>
    </message>
    <message>
        <source>Waive an item of the checklist</source>
        <translation>豁免清单事项</translation>
    </message>
    <message>
        <source>Read a case with its log</source>
        <translation>查看案件及日志</translation>
    </message>
    <message>
        <source>Tell which case is open here</source>
        <translation>告知正在查看的案件</translation>
    </message>
    <message>
        <source>Cases closed today</source>
        <translation>今日办结案件</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>统计数据</translation>
    </message>
    <message>
        <source>Time limits</source>
        <translation>时限表</translation>
    </message>
    <message>
        <source>Yardsticks of the shift</source>
        <translation>班次考核指标</translation>
    </message>
    <message>
        <source>Read a shift handover</source>
        <translation>查看交接班</translation>
    </message>
    <message>
        <source>List shift handovers</source>
        <translation>交接班列表</translation>
    </message>
    <message>
        <source>List refused events</source>
        <translation>被拒事件列表</translation>
    </message>
    <message>
        <source>See personal data in clear</source>
        <translation>查看个人信息明文</translation>
    </message>
    <message>
        <source>List accounts</source>
        <translation>账户列表</translation>
    </message>
    <message>
        <source>Read the audit log</source>
        <translation>查看审计日志</translation>
    </message>
    <message>
        <source>Check the audit log</source>
        <translation>校验审计日志</translation>
    </message>
    <message>
        <source>Export the audit log</source>
        <translation>导出审计日志</translation>
    </message>
</context>
<context>
    <name>AlarmLines</name>
    <message>
        <source>Alarm</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>Alarms not acknowledged: {counts}</source>
        <translation>未确认告警：{counts}</translation>
    </message>
    <message>
        <source>Case overdue</source>
        <translation>案件超时</translation>
    </message>
    <message>
        <source>No alarm waits to be acknowledged</source>
        <translation>没有待确认的告警</translation>
    </message>
    <message>
        <source>Sensor</source>
        <translation>感知设备</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>视频</translation>
    </message>
</context>
<context>
    <name>AuditPage</name>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>审计日志</translation>
    </message>
    <message>
        <source>Check the chain</source>
        <translation>校验日志链</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>席位</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>更早</translation>
    </message>
    <message>
        <source>Only auditors read the audit log.</source>
        <translation>仅审计员可查看审计日志。</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Row {row} is not as it was written. Touch nothing, tell your superior.</source>
        <translation>第 {row} 行与原始记录不符。请保持现状，立即上报。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>The hub could not check the log. Try again.</source>
        <translation>中枢未能完成校验，请重试。</translation>
    </message>
    <message>
        <source>The hub did not allow the export.</source>
        <translation>中枢未允许导出。</translation>
    </message>
    <message>
        <source>The signed anchor of {time} at row {row} is met.</source>
        <translation>与 {time} 在第 {row} 行的签名锚点一致。</translation>
    </message>
    <message>
        <source>There is no signed anchor yet.</source>
        <translation>尚无签名锚点。</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>What the export is for (required)</source>
        <translation>导出用途（必填）</translation>
    </message>
    <message>
        <source>{count} of {all} rows checked …</source>
        <translation>已校验 {count} / {all} 行…</translation>
    </message>
    <message>
        <source>{count} rows are in {file}; the export stands in the log.</source>
        <translation>已导出 {count} 行至 {file}，本次导出已记入日志。</translation>
    </message>
    <message>
        <source>{count} rows, the chain is intact.</source>
        <translation>共 {count} 行，日志链完整。</translation>
    </message>
    <message>
        <source>{file} cannot be written: {why}</source>
        <translation>无法写入 {file}：{why}</translation>
    </message>
</context>
<context>
    <name>Cover</name>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
</context>
<context>
    <name>Lock</name>
    <message>
        <source>Asking the hub…</source>
        <translation>正在核验…</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>正在载入…</translation>
    </message>
    <message>
        <source>Locked by {name}</source>
        <translation>{name} 已锁定本席位</translation>
    </message>
    <message>
        <source>No connection to the hub: it cannot be unlocked now.</source>
        <translation>与中枢断开连接，暂时无法解锁。</translation>
    </message>
    <message>
        <source>You were signed out. Sign in again.</source>
        <translation>您已退出登录，请重新登录。</translation>
    </message>
    <message>
        <source>{name} hands this console over</source>
        <translation>{name} 正在移交本席位</translation>
    </message>
    <message>
        <source>{name} has not touched this console for a while</source>
        <translation>{name} 已有一段时间未操作本席位</translation>
    </message>
</context>
<context>
    <name>LockScreen</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Switch operator</source>
        <translation>切换值班员</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>接管席位</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>用户名</translation>
    </message>
</context>
<context>
    <name>Office</name>
    <message>
        <source>Accounts</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>审计日志</translation>
    </message>
    <message>
        <source>People and rights</source>
        <translation>人员与权限</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>权限表</translation>
    </message>
</context>
<context>
    <name>PeopleDesk</name>
    <message>
        <source>Change password…</source>
        <translation>修改密码…</translation>
    </message>
    <message>
        <source>Lock this console</source>
        <translation>锁定本席位</translation>
    </message>
    <message>
        <source>People and rights</source>
        <translation>人员与权限</translation>
    </message>
    <message>
        <source>Show personal data</source>
        <translation>查看个人信息</translation>
    </message>
    <message>
        <source>Switch operator</source>
        <translation>切换值班员</translation>
    </message>
    <message>
        <source>The demo has no accounts: it cannot be locked or handed over.</source>
        <translation>演示环境没有账户，无法锁定或切换。</translation>
    </message>
    <message>
        <source>The hub did not show the personal data.</source>
        <translation>中枢未提供个人信息明文。</translation>
    </message>
    <message>
        <source>The password is changed.</source>
        <translation>密码已修改。</translation>
    </message>
    <message>
        <source>{name} has taken over</source>
        <translation>{name} 已接管本席位</translation>
    </message>
</context>
<context>
    <name>RightsPage</name>
    <message>
        <source>Command</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>权限表</translation>
    </message>
    <message>
        <source>Step of a case</source>
        <translation>案件环节</translation>
    </message>
    <message>
        <source>This is the table the hub checks. A street seat may act in its own street only; whoever handled a case may not verify it.</source>
        <translation>中枢即按本表核验权限。街道坐席仅限本街道；案件处置人不得核查同一案件。</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
</context>
<context>
    <name>RoleWords</name>
    <message>
        <source>Administrator</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>Auditor</source>
        <translation>审计员</translation>
    </message>
    <message>
        <source>Commander</source>
        <translation>指挥长</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>值班员</translation>
    </message>
    <message>
        <source>Shift leader</source>
        <translation>值班长</translation>
    </message>
    <message>
        <source>Street seat</source>
        <translation>街道坐席</translation>
    </message>
    <message>
        <source>Verifier</source>
        <translation>核查员</translation>
    </message>
</context>
<context>
    <name>UnlockDialog</name>
    <message>
        <source>Call the reporter back</source>
        <translation>回访报告人</translation>
    </message>
    <message>
        <source>Check what was done</source>
        <translation>核查处置情况</translation>
    </message>
    <message>
        <source>Demanded by law (name the letter)</source>
        <translation>依法调取（注明函号）</translation>
    </message>
    <message>
        <source>Hand over to the unit that handles it</source>
        <translation>转交承办单位</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Rescue or search under way</source>
        <translation>救援或搜寻联络</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Show personal data of case {number}</source>
        <translation>查看案件 {number} 的个人信息</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Who looked, when and what for goes into the audit log. Hidden after {s} s.</source>
        <translation>查看人、时间和用途将记入审计日志；{s} 秒后自动隐藏。</translation>
    </message>
    <message>
        <source>required</source>
        <translation>必填</translation>
    </message>
</context>
<context>
    <name>UnlockLine</name>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>In clear {minutes}:{seconds:02d}</source>
        <translation>明文 {minutes}:{seconds:02d}</translation>
    </message>
    <message>
        <source>Show in clear…</source>
        <translation>查看明文…</translation>
    </message>
    <message>
        <source>nothing is kept</source>
        <translation>未留存</translation>
    </message>
    <message>
        <source>Reporter</source>
        <translation>报告人</translation>
    </message>
</context>
<context>
    <name>UserDialog</name>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变更</translation>
    </message>
    <message>
        <source>Change account</source>
        <translation>变更账户</translation>
    </message>
    <message>
        <source>Name as shown</source>
        <translation>显示姓名</translation>
    </message>
    <message>
        <source>New account</source>
        <translation>新增账户</translation>
    </message>
    <message>
        <source>Password for the first sign-in: {password}</source>
        <translation>首次登录密码：{password}</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>街道</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>用户名</translation>
    </message>
</context>
<context>
    <name>UsersPage</name>
    <message>
        <source>Accounts</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>变更…</translation>
    </message>
    <message>
        <source>Close account</source>
        <translation>停用账户</translation>
    </message>
    <message>
        <source>Name as shown</source>
        <translation>显示姓名</translation>
    </message>
    <message>
        <source>New account…</source>
        <translation>新增账户…</translation>
    </message>
    <message>
        <source>Only administrators see the accounts.</source>
        <translation>仅管理员可查看账户。</translation>
    </message>
    <message>
        <source>Open account</source>
        <translation>启用账户</translation>
    </message>
    <message>
        <source>Password for once</source>
        <translation>一次性密码</translation>
    </message>
    <message>
        <source>Password for once…</source>
        <translation>一次性密码…</translation>
    </message>
    <message>
        <source>Password until</source>
        <translation>密码有效至</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
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
        <source>Unlock</source>
        <translation>解除锁定</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>locked until {time}</source>
        <translation>锁定至 {time}</translation>
    </message>
    <message>
        <source>must change the password</source>
        <translation>须修改密码</translation>
    </message>
    <message>
        <source>open</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>{user} signs in once with this password and then chooses another:</source>
        <translation>{user} 凭此密码登录一次，随后须自行设置新密码：</translation>
    </message>
</context>
</TS>
