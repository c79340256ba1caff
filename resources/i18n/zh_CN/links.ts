<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>HubFacts</name>
    <message>
        <source>Commit p99</source>
        <translation>提交 p99</translation>
    </message>
    <message>
        <source>Consoles</source>
        <translation>指挥台</translation>
    </message>
    <message>
        <source>Disk free</source>
        <translation>磁盘剩余</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件总数</translation>
    </message>
    <message>
        <source>Events/s</source>
        <translation>事件/秒</translation>
    </message>
    <message>
        <source>Hub runs</source>
        <translation>中枢已运行</translation>
    </message>
    <message>
        <source>Last backup</source>
        <translation>上次备份</translation>
    </message>
    <message>
        <source>Store + log</source>
        <translation>数据库 + 日志</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>尚无</translation>
    </message>
</context>
<context>
    <name>LinkLines</name>
    <message>
        <source>Clock offset</source>
        <translation>时钟偏差</translation>
    </message>
    <message>
        <source>Events/s</source>
        <translation>事件/秒</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>时延</translation>
    </message>
    <message>
        <source>Last number</source>
        <translation>末次确认序号</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>链路</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>隔离</translation>
    </message>
    <message>
        <source>Repeated</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>往返</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>起始时间</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>连接中</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>中断</translation>
    </message>
    <message>
        <source>Down {age}</source>
        <translation>中断 {age}</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>迟缓</translation>
    </message>
    <message>
        <source>Never heard</source>
        <translation>从未上线</translation>
    </message>
    <message>
        <source>This console, its feed</source>
        <translation>本指挥台订阅</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>May lose</source>
        <translation>可能丢失</translation>
    </message>
    <message>
        <source>Not told</source>
        <translation>不检测</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>待补传</translation>
    </message>
    <message>
        <source>Console {name}</source>
        <translation>指挥台 {name}</translation>
    </message>
</context>
<context>
    <name>LinksWindow</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>链路</translation>
    </message>
    <message>
        <source>What you see is {age} old</source>
        <translation>所示为 {age}前的数据</translation>
    </message>
</context>
<context>
    <name>PutAsideLines</name>
    <message>
        <source>Bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>Content missing or wrong</source>
        <translation>内容缺失或有误</translation>
    </message>
    <message>
        <source>Fields missing or wrong</source>
        <translation>字段缺失或有误</translation>
    </message>
    <message>
        <source>Identifier used twice</source>
        <translation>标识重复使用</translation>
    </message>
    <message>
        <source>In another source's name</source>
        <translation>冒用其他数据源</translation>
    </message>
    <message>
        <source>Not readable</source>
        <translation>无法解析</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Number used twice</source>
        <translation>序号重复使用</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>数据源</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>The hub failed at it</source>
        <translation>中枢处理出错</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Time is not UTC</source>
        <translation>时间不是 UTC</translation>
    </message>
    <message>
        <source>Too large</source>
        <translation>过大</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Unknown type</source>
        <translation>未知类型</translation>
    </message>
    <message>
        <source>Wrong number</source>
        <translation>序号错误</translation>
    </message>
    <message>
        <source>Can be submitted again</source>
        <translation>可重新提交</translation>
    </message>
    <message>
        <source>Only its beginning was kept</source>
        <translation>仅保留开头</translation>
    </message>
    <message>
        <source>Taken in</source>
        <translation>已补录</translation>
    </message>
    <message>
        <source>Waiting for the hub…</source>
        <translation>等待中枢答复…</translation>
    </message>
</context>
<context>
    <name>QuarantineView</name>
    <message>
        <source>Newer</source>
        <translation>较新</translation>
    </message>
    <message>
        <source>Nothing was refused.</source>
        <translation>没有被隔离的事件。</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>较早</translation>
    </message>
    <message>
        <source>Refused events</source>
        <translation>隔离事件</translation>
    </message>
    <message>
        <source>Shift leaders, administrators and auditors see the refused events.</source>
        <translation>仅值班长、管理员和审计员可查看隔离事件。</translation>
    </message>
    <message>
        <source>Submit again</source>
        <translation>重新提交</translation>
    </message>
    <message>
        <source>The hub could not answer. Close this and try again.</source>
        <translation>中枢未能答复。请关闭后重试。</translation>
    </message>
    <message>
        <source>Waiting for the hub…</source>
        <translation>等待中枢答复…</translation>
    </message>
    <message>
        <source>What was refused is kept without being acted on; its content is not shown.</source>
        <translation>被拒收的事件只保存、不处理；不显示其内容。</translation>
    </message>
</context>
<context>
    <name>TroubleBanner</name>
    <message>
        <source>Acknowledge</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Show links</source>
        <translation>查看链路</translation>
    </message>
</context>
<context>
    <name>Troubles</name>
    <message>
        <source> and {count} more</source>
        <translation> 等另外 {count} 个</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>No connection to {names}. Nothing new comes from there.</source>
        <translation>链路中断：{names}。其新事件暂时收不到。</translation>
    </message>
</context>
<context>
    <name>HealthWords</name>
    <message>
        <source>Audit log damaged</source>
        <translation>审计日志受损</translation>
    </message>
    <message>
        <source>Backup failed</source>
        <translation>备份失败</translation>
    </message>
    <message>
        <source>Disk {free}</source>
        <translation>磁盘 {free}</translation>
    </message>
    <message>
        <source>Storing fails</source>
        <translation>无法存储</translation>
    </message>
    <message>
        <source>The audit log has lost rows. Tell the administrator and the auditor.</source>
        <translation>审计日志缺行。请告知管理员和审计员。</translation>
    </message>
    <message>
        <source>The hub can store nothing ({code}). The sources keep their events; commands are refused until it can.</source>
        <translation>中枢无法存储（{code}）。数据源会保留事件；恢复之前指令会被拒绝。</translation>
    </message>
    <message>
        <source>The hub's disk is almost full: {free}. Make room now.</source>
        <translation>中枢磁盘将满：{free}。请立即清理。</translation>
    </message>
    <message>
        <source>The last backup failed ({code}). Tell the administrator; the hub tries again.</source>
        <translation>上次备份失败（{code}）。请告知管理员；中枢会再次尝试。</translation>
    </message>
    <message>
        <source>{size} GB free</source>
        <translation>剩余 {size} GB</translation>
    </message>
</context>
</TS>
