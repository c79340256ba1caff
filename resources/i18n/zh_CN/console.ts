<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>cli</name>
    <message>
        <source>Wangge Console</source>
        <translation>网格指挥台</translation>
    </message>
    <message>
        <source>COMMAND</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>keep everything below this folder</source>
        <translation>一切数据放在此文件夹下</translation>
    </message>
    <message>
        <source>language of the window</source>
        <translation>界面语言</translation>
    </message>
    <message>
        <source>colours of the window</source>
        <translation>界面配色</translation>
    </message>
    <message>
        <source>what plays the cameras</source>
        <translation>视频播放引擎</translation>
    </message>
    <message>
        <source>the console on a simulated district</source>
        <translation>在模拟区上打开指挥台</translation>
    </message>
    <message>
        <source>close after so many seconds</source>
        <translation>这么多秒后关闭</translation>
    </message>
    <message>
        <source>write a picture of the window here</source>
        <translation>把窗口截图写到这里</translation>
    </message>
    <message>
        <source>write the measured figures here</source>
        <translation>把实测数据写到这里</translation>
    </message>
    <message>
        <source>port of the simulated cameras</source>
        <translation>模拟摄像头的端口</translation>
    </message>
    <message>
        <source>another number, another day</source>
        <translation>换一个数，换一天</translation>
    </message>
    <message>
        <source>the console on your district</source>
        <translation>在本区数据上打开指挥台</translation>
    </message>
    <message>
        <source>the hub alone, for several consoles</source>
        <translation>只运行中枢，供多个席位使用</translation>
    </message>
    <message>
        <source>import or make a district pack</source>
        <translation>导入或制作区数据包</translation>
    </message>
    <message>
        <source>print the JSON Schemas of ECP/1</source>
        <translation>输出 ECP/1 的 JSON Schema</translation>
    </message>
    <message>
        <source>import a district pack</source>
        <translation>导入区数据包</translation>
    </message>
    <message>
        <source>the folder of the pack</source>
        <translation>数据包文件夹</translation>
    </message>
    <message>
        <source>datum of its data</source>
        <translation>数据的坐标系</translation>
    </message>
    <message>
        <source>write an invented district to start from</source>
        <translation>写出一个虚构的区作为起点</translation>
    </message>
    <message>
        <source>Added {user} as {role}.</source>
        <translation>已添加 {user}，角色 {role}。</translation>
    </message>
    <message>
        <source>First start: inventing the district and drawing its streets …</source>
        <translation>第一次启动：正在虚构一个区并绘制街景……</translation>
    </message>
    <message>
        <source>Scenes drawn: {done} of {of}</source>
        <translation>已绘制街景 {done}/{of}</translation>
    </message>
    <message>
        <source>Imported the district pack {folder}.</source>
        <translation>已导入区数据包 {folder}。</translation>
    </message>
    <message>
        <source>Wrote the district pack {folder}.</source>
        <translation>已写出区数据包 {folder}。</translation>
    </message>
    <message>
        <source>Name or password is wrong, or the account is locked for 15 minutes.</source>
        <translation>用户名或密码不对，或账户已锁定 15 分钟。</translation>
    </message>
    <message>
        <source>Once more: </source>
        <translation>再输一次：</translation>
    </message>
    <message>
        <source>Password: </source>
        <translation>密码：</translation>
    </message>
    <message>
        <source>The hub listens on {ingest} and {feed}. Ctrl+C ends it.</source>
        <translation>中枢在 {ingest} 和 {feed} 上监听，Ctrl+C 结束。</translation>
    </message>
    <message>
        <source>The name is taken, or the password is shorter than 8 characters.</source>
        <translation>用户名已存在，或密码少于 8 位。</translation>
    </message>
    <message>
        <source>The picture is {screenshot}, the report {report}.</source>
        <translation>截图在 {screenshot}，报告在 {report}。</translation>
    </message>
    <message>
        <source>The two differ. Nothing was changed.</source>
        <translation>两次输入不一致，什么也没有改变。</translation>
    </message>
    <message>
        <source>There is no display; running offscreen for {seconds:.0f} s.</source>
        <translation>没有显示器，离屏运行 {seconds:.0f} 秒。</translation>
    </message>
    <message>
        <source>accounts of the people here</source>
        <translation>本单位人员的账户</translation>
    </message>
    <message>
        <source>add an account</source>
        <translation>添加账户</translation>
    </message>
    <message>
        <source>the name to sign in with</source>
        <translation>登录用的名字</translation>
    </message>
    <message>
        <source>the name as shown</source>
        <translation>显示的姓名</translation>
    </message>
    <message>
        <source>code of the street of a street seat</source>
        <translation>街道坐席所属街道的编码</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>The hub refused this ({code}).</source>
        <translation>中枢拒绝了此操作（{code}）。</translation>
    </message>
    <message>
        <source>Your role does not allow this. Ask the shift leader.</source>
        <translation>您的角色无权执行此操作，请找值班长。</translation>
    </message>
    <message>
        <source>Something needed for this is missing or wrong. Check the entries.</source>
        <translation>缺少必要内容或填写有误，请检查。</translation>
    </message>
    <message>
        <source>Something went wrong. Look at the log for {code}.</source>
        <translation>出了问题，请在日志中查找 {code}。</translation>
    </message>
    <message>
        <source>There is no display. Log in to a desktop, or set QT_QPA_PLATFORM=offscreen.</source>
        <translation>没有显示器。请登录到桌面，或设置 QT_QPA_PLATFORM=offscreen。</translation>
    </message>
    <message>
        <source>The settings file {path} is not valid: {detail}. Correct it or move it away.</source>
        <translation>设置文件 {path} 无效：{detail}。请改正或移走它。</translation>
    </message>
    <message>
        <source>Port {port} is taken by another program. Stop it, or choose another port in {where}.</source>
        <translation>端口 {port} 已被其他程序占用。请停止该程序，或在 {where} 中改用别的端口。</translation>
    </message>
    <message>
        <source>Another console or hub uses {folder}. Close it first.</source>
        <translation>另一个指挥台或中枢正在使用 {folder}，请先关闭它。</translation>
    </message>
    <message>
        <source>The database {path} was written by a newer version. Update this program.</source>
        <translation>数据库 {path} 由更新的版本写入，请升级本程序。</translation>
    </message>
    <message>
        <source>The database {path} is locked by another program. Close it and try again.</source>
        <translation>数据库 {path} 被其他程序锁定，请关闭该程序后重试。</translation>
    </message>
    <message>
        <source>The database {path} cannot be used: {detail}. Restore a backup or move it away.</source>
        <translation>数据库 {path} 无法使用：{detail}。请恢复备份或移走它。</translation>
    </message>
    <message>
        <source>The disk with {folder} is full. Free some space; nothing already stored is lost.</source>
        <translation>{folder} 所在磁盘已满，请腾出空间；已保存的内容没有丢失。</translation>
    </message>
    <message>
        <source>The district pack {folder} has {count} errors. Nothing was imported.</source>
        <translation>区数据包 {folder} 有 {count} 处错误，什么也没有导入。</translation>
    </message>
    <message>
        <source>The part “{name}” did not start: {detail}. Details are in {log}.</source>
        <translation>部件“{name}”没有启动：{detail}。详情见 {log}。</translation>
    </message>
    <message>
        <source>The source {source} speaks with an old epoch. Its spool was probably restored.</source>
        <translation>数据源 {source} 使用了旧的纪元，它的发件箱可能是从备份恢复的。</translation>
    </message>
    <message>
        <source>The history after position {gseq} is no longer kept.</source>
        <translation>位置 {gseq} 之后的历史已不再保留。</translation>
    </message>
    <message>
        <source>The database {path} could not be upgraded: {detail}. It was left as it was; go on with the earlier version and report this.</source>
        <translation>数据库 {path} 无法升级：{detail}。原文件未改动；请继续使用旧版本并上报此问题。</translation>
    </message>
    <message>
        <source>No backup could be written to {path}: {detail}. Check the folder and its disk.</source>
        <translation>无法把备份写到 {path}：{detail}。请检查该文件夹及其磁盘。</translation>
    </message>
    <message>
        <source>{path} is not a sound backup: {detail}. Take another one.</source>
        <translation>{path} 不是完好的备份：{detail}。请换一份。</translation>
    </message>
    <message>
        <source>{path} is there already. Choose another name.</source>
        <translation>{path} 已经存在。请换一个名字。</translation>
    </message>
    <message>
        <source>“{key}” is no key: give a key file, or a public key of 40 characters.</source>
        <translation>“{key}”不是密钥：请给出密钥文件，或 40 个字符的公钥。</translation>
    </message>
    <message>
        <source>No key of “{key}” is on the list. Look at the output of “keys list”.</source>
        <translation>名单上没有“{key}”的密钥。请查看“keys list”的输出。</translation>
    </message>
    <message>
        <source>No hub answers at {endpoint}. Start it with “run” or “hub”, or look at {log}.</source>
        <translation>{endpoint} 没有中枢应答。请用“run”或“hub”启动，或查看 {log}。</translation>
    </message>
    <message>
        <source>The audit log is not intact: {finding} (row {sequence}). Keep the file and the backups as they are and tell the person responsible.</source>
        <translation>审计日志不完整：{finding}（第 {sequence} 行）。请原样保留该文件和备份，并报告负责人。</translation>
    </message>
</context>
</TS>
