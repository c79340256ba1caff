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
        <source>No Chinese font is installed, so Chinese shows as boxes. Install one (Debian: apt install fonts-noto-cjk) and start again.</source>
        <translation>未安装中文字体，窗口里的中文会显示为方框。请安装中文字体（Debian：apt install fonts-noto-cjk）后重新启动。</translation>
    </message>
    <message>
        <source>The window closed before it could show the district.</source>
        <translation>窗口在显示全区之前就关闭了。</translation>
    </message>
    <message>
        <source>Not everything ran at the end: {sources_up} of {sources} sources were up, {tiles_live} of {tiles} tiles live. Give it more time, or look into {logs}.</source>
        <translation>结束时并未全部正常：数据源 {sources_up}/{sources} 在线，画面 {tiles_live}/{tiles} 正常。请延长运行时间，或查看 {logs}。</translation>
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
        <source>The hub waits on {ingest} and {feed} for its turn. Ctrl+C ends it.</source>
        <translation>备用中枢在 {ingest} 和 {feed} 上待命，Ctrl+C 结束。</translation>
    </message>
    <message>
        <source>wait while another hub has the folder</source>
        <translation>另一中枢占用数据文件夹时待命</translation>
    </message>
    <message>
        <source>feed of the other hub</source>
        <translation>另一中枢的 FEED 地址</translation>
    </message>
    <message>
        <source>port for sources</source>
        <translation>数据源端口</translation>
    </message>
    <message>
        <source>port for consoles</source>
        <translation>席位端口</translation>
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
    <message>
        <source>who may connect to the hub</source>
        <translation>谁可以连接中枢</translation>
    </message>
    <message>
        <source>how the hub and its links are</source>
        <translation>中枢及其链路的状况</translation>
    </message>
    <message>
        <source>check or export the audit log</source>
        <translation>检查或导出审计日志</translation>
    </message>
    <message>
        <source>id of the source or console</source>
        <translation>数据源或席位的标识</translation>
    </message>
    <message>
        <source>what the key opens</source>
        <translation>密钥可打开什么</translation>
    </message>
    <message>
        <source>only these people at a console</source>
        <translation>席位上只许这些角色</translation>
    </message>
    <message>
        <source>the last day it is valid</source>
        <translation>有效期的最后一天</translation>
    </message>
    <message>
        <source>make a key pair and let it in</source>
        <translation>生成密钥对并放行</translation>
    </message>
    <message>
        <source>a key file, or a public key</source>
        <translation>密钥文件或公钥</translation>
    </message>
    <message>
        <source>let the key of somebody else in</source>
        <translation>放行他人的密钥</translation>
    </message>
    <message>
        <source>shut a key out</source>
        <translation>吊销密钥</translation>
    </message>
    <message>
        <source>id or public key</source>
        <translation>标识或公钥</translation>
    </message>
    <message>
        <source>everybody who is let in</source>
        <translation>列出所有放行者</translation>
    </message>
    <message>
        <source>copy the store now</source>
        <translation>立即备份数据库</translation>
    </message>
    <message>
        <source>where to; else among the others</source>
        <translation>写到哪里；不写则与其他备份放在一起</translation>
    </message>
    <message>
        <source>put a backup in the place of the store</source>
        <translation>用备份替换现有数据库</translation>
    </message>
    <message>
        <source>the backup</source>
        <translation>备份文件</translation>
    </message>
    <message>
        <source>check a backup</source>
        <translation>检查备份</translation>
    </message>
    <message>
        <source>a backup instead of the store</source>
        <translation>改查某个备份</translation>
    </message>
    <message>
        <source>an anchor kept elsewhere</source>
        <translation>另处保存的锚点</translation>
    </message>
    <message>
        <source>check chain and anchor</source>
        <translation>检查链与锚点</translation>
    </message>
    <message>
        <source>check it and write it out, signed</source>
        <translation>检查并签名导出</translation>
    </message>
    <message>
        <source>the file to write</source>
        <translation>要写的文件</translation>
    </message>
    <message>
        <source>who takes the log</source>
        <translation>谁导出日志（姓名）</translation>
    </message>
    <message>
        <source>what for, in 4 to 200 characters</source>
        <translation>导出用途，4 至 200 个字</translation>
    </message>
    <message>
        <source>rows of JSON, or a table</source>
        <translation>JSON 行或表格</translation>
    </message>
    <message>
        <source>The key pair is in {file}. Whoever has this file is {name}.</source>
        <translation>密钥对在 {file}。谁持有该文件，谁就是 {name}。</translation>
    </message>
    <message>
        <source>The hub's public key is {key}</source>
        <translation>中枢的公钥是 {key}</translation>
    </message>
    <message>
        <source>{name} may connect with the key {key}…</source>
        <translation>{name} 可用密钥 {key}… 连接</translation>
    </message>
    <message>
        <source>The key {key}… opens nothing any more.</source>
        <translation>密钥 {key}… 已吊销。</translation>
    </message>
    <message>
        <source>valid</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>expired or not yet valid</source>
        <translation>已过期或尚未生效</translation>
    </message>
    <message>
        <source>The backup is {file}.</source>
        <translation>备份为 {file}。</translation>
    </message>
    <message>
        <source>The backup is sound. Its audit log is checked once it is restored.</source>
        <translation>备份完好。其审计日志须在恢复后检查。</translation>
    </message>
    <message>
        <source>The store before is kept as {file}.</source>
        <translation>原数据库保留为 {file}。</translation>
    </message>
    <message>
        <source>Restored. Start the hub; the sources send again what they keep of the last 3 days.</source>
        <translation>已恢复。请启动中枢；各数据源会补发其保存的近 3 天事件。</translation>
    </message>
    <message>
        <source>Schema {revision}, generation {epoch}, {rows} rows of audit log. {counts}</source>
        <translation>结构版本 {revision}，代次 {epoch}，审计日志 {rows} 行。{counts}</translation>
    </message>
    <message>
        <source>The backup is sound.</source>
        <translation>备份完好。</translation>
    </message>
    <message>
        <source>{rows} rows, the chain is intact.</source>
        <translation>共 {rows} 行，链完整。</translation>
    </message>
    <message>
        <source>There is no anchor yet: a cut tail would not be noticed.</source>
        <translation>尚无锚点：若尾部被截去将无法察觉。</translation>
    </message>
    <message>
        <source>The anchor of {at} at row {row} is met.</source>
        <translation>与 {at} 在第 {row} 行的锚点相符。</translation>
    </message>
    <message>
        <source>The log is in {file}, its signed anchor beside it.</source>
        <translation>日志在 {file}，签名锚点在其旁。</translation>
    </message>
    <message>
        <source>The hub answers at {endpoint}.</source>
        <translation>中枢在 {endpoint} 应答。</translation>
    </message>
    <message>
        <source>Running since</source>
        <translation>运行自</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Quarantined</source>
        <translation>隔离</translation>
    </message>
    <message>
        <source>Commit p99</source>
        <translation>提交 p99</translation>
    </message>
    <message>
        <source>Consoles</source>
        <translation>席位</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>Write-ahead log</source>
        <translation>预写日志</translation>
    </message>
    <message>
        <source>Disk free</source>
        <translation>磁盘剩余</translation>
    </message>
    <message>
        <source>Last backup</source>
        <translation>上次备份</translation>
    </message>
    <message>
        <source>! Nothing can be stored: {code}</source>
        <translation>！无法存储：{code}</translation>
    </message>
    <message>
        <source>! The last backup failed: {code}</source>
        <translation>！上次备份失败：{code}</translation>
    </message>
    <message>
        <source>! The audit log lost rows. Run “audit verify”.</source>
        <translation>！审计日志缺行。请运行“audit verify”。</translation>
    </message>
    <message>
        <source>up</source>
        <translation>通</translation>
    </message>
    <message>
        <source>DOWN</source>
        <translation>断</translation>
    </message>
    <message>
        <source>never seen</source>
        <translation>从未连接</translation>
    </message>
    <message>
        <source>  {name} ({source}): {state} · {rate:g}/s · last {seq} · gaps {gaps} · quarantined {quarantined} · seen {seen}</source>
        <translation>  {name}（{source}）：{state} · {rate:g}/s · 末号 {seq} · 缺口 {gaps} · 隔离 {quarantined} · 最近 {seen}</translation>
    </message>
    <message>
        <source>tiles of the video wall</source>
        <translation>视频墙画面数</translation>
    </message>
    <message>
        <source>take events from elsewhere</source>
        <translation>从其他系统接入事件</translation>
    </message>
    <message>
        <source>what the events come from</source>
        <translation>事件来自哪里</translation>
    </message>
    <message>
        <source>the configuration, or - for stdin</source>
        <translation>配置文件，- 表示标准输入</translation>
    </message>
    <message>
        <source>The bridge {kind} runs. Ctrl+C ends it.</source>
        <translation>网桥 {kind} 正在运行。按 Ctrl+C 结束。</translation>
    </message>
    <message>
        <source>{kind}: connected</source>
        <translation>{kind}：已连接</translation>
    </message>
    <message>
        <source>{kind}: no connection, trying again: {detail}</source>
        <translation>{kind}：未连接，正在重试：{detail}</translation>
    </message>
    <message>
        <source>It has no gap detection: repeated messages are told by their id.</source>
        <translation>没有缺号检测：重复的消息按标识去重。</translation>
    </message>
    <message>
        <source>Best effort: it may lose what is sent while disconnected.</source>
        <translation>尽力而为：断开期间发出的内容可能丢失。</translation>
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
        <source>No window can be opened: {detail}. Log in to a desktop, see that the packages of “make run” are installed, or set QT_QPA_PLATFORM=offscreen.</source>
        <translation>无法打开窗口：{detail}。请登录桌面，确认已安装“make run”所需的软件包，或设置 QT_QPA_PLATFORM=offscreen。</translation>
    </message>
    <message>
        <source>The program ran into a fault of its own: {detail}. Report it with the log in {log}.</source>
        <translation>程序自身出错：{detail}。请连同日志 {log} 一起上报。</translation>
    </message>
    <message>
        <source>{path} cannot be used: {detail}. Correct that, or choose another place.</source>
        <translation>{path} 无法使用：{detail}。请改正，或换一个位置。</translation>
    </message>
    <message>
        <source>The hub cannot listen at {address}: {detail}. Correct “bind” in {where}.</source>
        <translation>中枢无法在 {address} 上监听：{detail}。请改正 {where} 中的“bind”。</translation>
    </message>
    <message>
        <source>The key file {path} is damaged: {detail}. Put back the one from your backup; nothing was changed.</source>
        <translation>密钥文件 {path} 已损坏：{detail}。请从备份中恢复该文件；没有改动任何内容。</translation>
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
        <source>A hub uses {folder}. Export the log in an auditor's window, or stop the hub first: every export is written into the log.</source>
        <translation>中枢正在使用 {folder}。请在审计员窗口导出日志，或先停止中枢：每次导出都须记入日志。</translation>
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
        <source>The database server {path} cannot be reached: {detail}. Nothing can be stored until it can; the hub goes on by itself.</source>
        <translation>无法连接数据库服务器 {path}：{detail}。恢复连接前不能存储数据；恢复后中枢自动继续。</translation>
    </message>
    <message>
        <source>Another hub has taken over the database {path}, or its server was replaced. This hub has stopped writing; start it with “hub --standby”.</source>
        <translation>数据库 {path} 已由另一个中枢接管，或数据库服务器已更换。本中枢已停止写入；请用“hub --standby”启动。</translation>
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
    <message>
        <source>The bridge cannot start with {path}: {detail}. Correct the configuration.</source>
        <translation>网桥无法使用 {path} 启动：{detail}。请改正配置。</translation>
    </message>
    <message>
        <source>{path} holds secrets and others may read it. Close it with “chmod 600”.</source>
        <translation>{path} 含有密钥，而其他用户可以读取。请用“chmod 600”收紧权限。</translation>
    </message>
    <message>
        <source>The mapping {path} is wrong in line {line}: {detail}. Correct it.</source>
        <translation>映射文件 {path} 第 {line} 行有误：{detail}。请改正。</translation>
    </message>
    <message>
        <source>The bridge “{bridge}” needs the package {package}. Install the optional part with “pip install .[bridges]”.</source>
        <translation>网桥“{bridge}”需要软件包 {package}。请用“pip install .[bridges]”安装可选部分。</translation>
    </message>
    <message>
        <source>The bridge was ended while “{upstream}” did not answer: {detail}. {waiting} events wait in the spool; nothing that was not stored is acknowledged.</source>
        <translation>网桥结束时“{upstream}”没有应答：{detail}。待发队列中有 {waiting} 个事件；未入库的都没有向上游确认。</translation>
    </message>
    <message>
        <source>The account {user} was not made ({reason}). Take a free name without spaces, for a street seat the code of its street, and a password as the site's profile {profile} wants it.</source>
        <translation>账户 {user} 未建立（{reason}）。请使用未占用且不含空格的用户名；街道坐席须填写所属街道编码；密码须符合本站点的 {profile} 口令策略。</translation>
    </message>
</context>
</TS>
