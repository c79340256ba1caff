<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AlarmBanner</name>
    <message>
        <source>{level} alarm</source>
        <translation>{level}告警</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>另有 {count} 起</translation>
    </message>
</context>
<context>
    <name>ErrorDialog</name>
    <message>
        <source>Wangge Console cannot go on</source>
        <translation>网格指挥台无法继续</translation>
    </message>
</context>
<context>
    <name>PlayerNotice</name>
    <message>
        <source>libVLC is not installed, so the FFmpeg player shows the cameras. For libVLC: apt install libvlc5 vlc-plugin-base</source>
        <translation>未安装 libVLC，改用 FFmpeg 播放器显示摄像机画面。如需 libVLC：apt install libvlc5 vlc-plugin-base</translation>
    </message>
</context>
<context>
    <name>CommandBar</name>
    <message>
        <source>Command bar</source>
        <translation>命令栏</translation>
    </message>
    <message>
        <source>/ type a grid, camera, case or name</source>
        <translation>/ 输入网格、镜头、案件或名称</translation>
    </message>
    <message>
        <source>g137 grid · c 0421 camera · 0012 case · words or initials</source>
        <translation>g137 网格 · c 0421 镜头 · 0012 案件 · 文字或拼音首字母</translation>
    </message>
    <message>
        <source>Nothing is called that. Try g137, c 0421, 0012 or initials such as xxl.</source>
        <translation>没有找到。可输入 g137、c 0421、0012 或拼音首字母如 xxl。</translation>
    </message>
    <message>
        <source>Enter: go to grid {label} {name}, its nearest cameras to free tiles, {count} open</source>
        <translation>回车：定位网格 {label} {name}，调最近镜头上空闲画面，在办 {count} 件</translation>
    </message>
    <message>
        <source>Enter: camera {number} {name} to the wall</source>
        <translation>回车：镜头 {number} {name} 上墙</translation>
    </message>
    <message>
        <source>Enter: case {number} {title}</source>
        <translation>回车：案件 {number} {title}</translation>
    </message>
    <message>
        <source>Enter: go to {name}</source>
        <translation>回车：定位 {name}</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>程序出错</translation>
    </message>
    <message>
        <source>Something went wrong inside the program</source>
        <translation>程序内部出错</translation>
    </message>
    <message>
        <source>You can go on working. If something looks wrong, close the console and start it again; nothing given to the hub is lost. Report the number below; the details are in {folder}.</source>
        <translation>可以继续工作。如有异常，请关闭指挥台后重新启动；已交给中枢的内容不会丢失。请报告下面的编号，详情在 {folder}。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>另有 {count} 个</translation>
    </message>
</context>
<context>
    <name>KeyOverlay</name>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
</context>
<context>
    <name>WindowKeys</name>
    <message>
        <source>New case</source>
        <translation>新建案件</translation>
    </message>
    <message>
        <source>Search the queue</source>
        <translation>搜索队列</translation>
    </message>
    <message>
        <source>Dispatch the case</source>
        <translation>派遣案件</translation>
    </message>
    <message>
        <source>Change the response level</source>
        <translation>调整响应级别</translation>
    </message>
    <message>
        <source>Command bar</source>
        <translation>命令栏</translation>
    </message>
    <message>
        <source>Clear the search or line</source>
        <translation>清空搜索或命令</translation>
    </message>
    <message>
        <source>Walk the queue</source>
        <translation>在队列中移动</translation>
    </message>
    <message>
        <source>Change the queue's tab</source>
        <translation>切换队列标签</translation>
    </message>
    <message>
        <source>Acknowledge an alarm, open a case</source>
        <translation>确认告警、打开案件</translation>
    </message>
    <message>
        <source>What can be done with the row</source>
        <translation>对该行可做的操作</translation>
    </message>
    <message>
        <source>Go to grid 137, its cameras to the wall</source>
        <translation>定位网格 137 并调镜头上墙</translation>
    </message>
    <message>
        <source>Camera 0421 to the wall</source>
        <translation>镜头 0421 上墙</translation>
    </message>
    <message>
        <source>Case ending in 0012</source>
        <translation>尾号 0012 的案件</translation>
    </message>
    <message>
        <source>Anything by its pinyin initials</source>
        <translation>按拼音首字母查找</translation>
    </message>
    <message>
        <source>Links to hub and sources</source>
        <translation>中枢与数据源链路</translation>
    </message>
    <message>
        <source>Pick a tile of the wall</source>
        <translation>选择视频墙画面</translation>
    </message>
    <message>
        <source>All moves of the case</source>
        <translation>案件全部操作</translation>
    </message>
    <message>
        <source>Requests that wait for approval</source>
        <translation>待审批事项</translation>
    </message>
</context>
<context>
    <name>Lamps</name>
    <message>
        <source>Hub …</source>
        <translation>中枢 …</translation>
    </message>
    <message>
        <source>Hub down {age}</source>
        <translation>中枢中断 {age}</translation>
    </message>
    <message>
        <source>Hub {age}</source>
        <translation>中枢 {age}</translation>
    </message>
    <message>
        <source>Round trip {ms} ms, clock offset {offset} ms</source>
        <translation>往返 {ms} 毫秒，时钟偏差 {offset} 毫秒</translation>
    </message>
    <message>
        <source>Sources {up}/{all}</source>
        <translation>数据源 {up}/{all}</translation>
    </message>
    <message>
        <source>Silent: {names}</source>
        <translation>无声：{names}</translation>
    </message>
    <message>
        <source>Cameras {online}/{all}</source>
        <translation>摄像机 {online}/{all}</translation>
    </message>
    <message>
        <source>Venues {up}/{all}</source>
        <translation>会场 {up}/{all}</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>磁盘</translation>
    </message>
</context>
<context>
    <name>LinkBanner</name>
    <message>
        <source>The hub does not answer. Connecting…</source>
        <translation>中枢没有应答，正在连接…</translation>
    </message>
    <message>
        <source>The hub has said nothing for {age}. What you see is of {time}.</source>
        <translation>中枢已 {age} 没有消息，所见为 {time} 的情况。</translation>
    </message>
    <message>
        <source>No connection to the hub for {age}. What you see is of {time} and may be out of date; commands wait until it is back.</source>
        <translation>与中枢的连接已中断 {age}。所见为 {time} 的情况，可能已过时；指令将在恢复后发出。</translation>
    </message>
    <message>
        <source>The hub does not know this console's key. Ask the administrator.</source>
        <translation>中枢不认识本指挥台的密钥，请联系管理员。</translation>
    </message>
    <message>
        <source>The session has ended. Close the console and sign in again.</source>
        <translation>登录已失效，请关闭指挥台后重新登录。</translation>
    </message>
    <message>
        <source>This console may not attach to the hub. Ask the administrator.</source>
        <translation>本指挥台无权接入中枢，请联系管理员。</translation>
    </message>
</context>
<context>
    <name>LoadMeter</name>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>To the video wall</source>
        <translation>转到视频墙</translation>
    </message>
    <message>
        <source>Wangge Console</source>
        <translation>网格指挥台</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>网格地图</translation>
    </message>
    <message>
        <source>Wall</source>
        <translation>视频墙</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
</context>
<context>
    <name>Parts</name>
    <message>
        <source>Every tile is kept. Clear or unpin one first.</source>
        <translation>所有画面都已占用，请先清除或取消固定一个。</translation>
    </message>
    <message>
        <source>{age} old</source>
        <translation>{age}前</translation>
    </message>
    <message>
        <source>{place}: {count} nearest cameras on the wall</source>
        <translation>{place}：最近 {count} 路镜头已上墙</translation>
    </message>
</context>
<context>
    <name>ResponseBanner</name>
    <message>
        <source>{level} response · {title} · {count} open · {time}</source>
        <translation>{level}响应 · {title} · {count} 起 · 已 {time}</translation>
    </message>
</context>
<context>
    <name>TitleBar</name>
    <message>
        <source>View and help</source>
        <translation>视图与帮助</translation>
    </message>
    <message>
        <source>Duty leader {name}</source>
        <translation>值班长 {name}</translation>
    </message>
</context>
<context>
    <name>ViewMenu</name>
    <message>
        <source>Put all panels back</source>
        <translation>恢复默认布局</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>浅色</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>Your role may not do this. Ask the shift leader.</source>
        <translation>您的角色无权执行此操作，请联系值班长。</translation>
    </message>
    <message>
        <source>This belongs to another street. Ask its seat or the shift leader.</source>
        <translation>此事属于其他街道，请联系该街道坐席或值班长。</translation>
    </message>
    <message>
        <source>It no longer exists. Choose it again from the queue.</source>
        <translation>对象已不存在，请在队列中重新选择。</translation>
    </message>
    <message>
        <source>Somebody was faster. Look at the new state, then decide again.</source>
        <translation>有人已先行处理，请查看最新状态后再决定。</translation>
    </message>
    <message>
        <source>Something is missing or wrong in what was entered. Check it and try again.</source>
        <translation>填写的内容有缺漏或错误，请检查后重试。</translation>
    </message>
    <message>
        <source>The hub failed at this. Try again; its log has the details.</source>
        <translation>中枢执行失败，请重试；详情见中枢日志。</translation>
    </message>
    <message>
        <source>The case is not at the step where this can be done. Look at its log, then choose another.</source>
        <translation>案件当前环节不能执行此操作，请查看办理记录后另选操作。</translation>
    </message>
    <message>
        <source>A reason is missing. Give one and try again.</source>
        <translation>缺少理由，请填写后重试。</translation>
    </message>
    <message>
        <source>Who handled the case may not verify it. Let somebody else do it.</source>
        <translation>处置人不得核查同一案件，请由他人核查。</translation>
    </message>
    <message>
        <source>This needs a second person's approval. Ask a colleague for it.</source>
        <translation>此操作需第二人批准，请联系同事审批。</translation>
    </message>
    <message>
        <source>Co-handlers are still at work. The case can be closed when they are done.</source>
        <translation>协办尚未完成，完成后方可结案。</translation>
    </message>
    <message>
        <source>The case was handled first and not yet filed. File it, then close it.</source>
        <translation>案件先处置尚未补录，请先立案再结案。</translation>
    </message>
    <message>
        <source>The case is suspended. Resume it first.</source>
        <translation>案件已挂起，请先恢复。</translation>
    </message>
    <message>
        <source>Levels 3 and 4 are filed before they are dispatched. File the case first.</source>
        <translation>三、四级案件须先立案后派遣，请先立案。</translation>
    </message>
    <message>
        <source>The case is at this level already. Choose another one.</source>
        <translation>案件已是该级别，请另选级别。</translation>
    </message>
    <message>
        <source>Somebody has acknowledged this alarm already. Nothing is left to do.</source>
        <translation>该告警已有人确认，无需再处理。</translation>
    </message>
    <message>
        <source>A case has been opened from this alarm already. Go to it from the alarm.</source>
        <translation>该告警已建案，请从告警转到该案件。</translation>
    </message>
    <message>
        <source>Alarm acknowledged</source>
        <translation>告警已确认</translation>
    </message>
    <message>
        <source>Case {number} opened</source>
        <translation>案件 {number} 已建立</translation>
    </message>
    <message>
        <source>Note written to case {number}</source>
        <translation>已写入案件 {number} 的记录</translation>
    </message>
    <message>
        <source>Case {number} dispatched to {holder}</source>
        <translation>案件 {number} 已派遣给 {holder}</translation>
    </message>
    <message>
        <source>Case {number}: {step}</source>
        <translation>案件 {number}：{step}</translation>
    </message>
    <message>
        <source>Case {number} is {level} now</source>
        <translation>案件 {number} 现为{level}</translation>
    </message>
    <message>
        <source>Camera linked to case {number}</source>
        <translation>镜头已关联到案件 {number}</translation>
    </message>
    <message>
        <source>Only shift leaders and administrators may submit an event again.</source>
        <translation>只有值班长和管理员可以重新提交事件。</translation>
    </message>
    <message>
        <source>The event is still not good, or was not kept whole. Mend its source.</source>
        <translation>该事件仍不合格，或未完整保存。请修复其数据源。</translation>
    </message>
    <message>
        <source>The refused event was taken in</source>
        <translation>隔离事件已补录</translation>
    </message>
    <message>
        <source>This event was taken in already, or another one stands at its number.</source>
        <translation>该事件已补录，或其序号已被占用。</translation>
    </message>
    <message>
        <source>This refused event is no longer kept. Look at the list again.</source>
        <translation>该隔离事件已不再保存。请重新查看列表。</translation>
    </message>
    <message>
        <source>Required items of the checklist are open. Tick them, or let the shift leader waive them.</source>
        <translation>处置清单还有必办项未完成。请先勾选，或由值班长核准免办。</translation>
    </message>
    <message>
        <source>This type needs photos before and after. Attach them, then close the case.</source>
        <translation>此类案件须有处置前、处置后照片。请先附上，再结案。</translation>
    </message>
    <message>
        <source>This has been done already.</source>
        <translation>此项已经办过。</translation>
    </message>
    <message>
        <source>The other case is at a lower level. Raise it first, or merge the other way.</source>
        <translation>对方案件的响应级别较低。请先提升其级别，或反向并案。</translation>
    </message>
    <message>
        <source>Case {number}: {step} waits for approval</source>
        <translation>案件 {number}：{step}，待审批</translation>
    </message>
    <message>
        <source>Case {number}: request answered</source>
        <translation>案件 {number}：申请已答复</translation>
    </message>
    <message>
        <source>Case {number}: {holder} asked to help</source>
        <translation>案件 {number}：已请{holder}协办</translation>
    </message>
    <message>
        <source>Case {number}: part of {holder} noted</source>
        <translation>案件 {number}：已记录{holder}的协办情况</translation>
    </message>
    <message>
        <source>Case {number} merged into {other}</source>
        <translation>案件 {number} 已并入 {other}</translation>
    </message>
    <message>
        <source>Case {number} linked with {other}</source>
        <translation>案件 {number} 已与 {other} 关联</translation>
    </message>
    <message>
        <source>Case {number} corrected</source>
        <translation>案件 {number} 已更正</translation>
    </message>
    <message>
        <source>Case {number}: item ticked</source>
        <translation>案件 {number}：清单项已记录</translation>
    </message>
    <message>
        <source>Case {number}: call noted</source>
        <translation>案件 {number}：呼叫已记录</translation>
    </message>
    <message>
        <source>Case {number}: file entered</source>
        <translation>案件 {number}：材料已登记</translation>
    </message>
    <message>
        <source>Case {number}: outcome entered</source>
        <translation>案件 {number}：后果已录入</translation>
    </message>
    <message>
        <source>Case {number} reviewed</source>
        <translation>案件 {number} 已评价</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ApprovalsButton</name>
    <message>
        <source>{count} to approve F7</source>
        <translation>待审批 {count} F7</translation>
    </message>
</context>
</TS>
