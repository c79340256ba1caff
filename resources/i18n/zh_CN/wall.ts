<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>WallHead</name>
    <message>
        <source>live {live}/{total}</source>
        <translation>正常 {live}/{total}</translation>
    </message>
    <message>
        <source>Video wall</source>
        <translation>视频墙</translation>
    </message>
    <message>
        <source>Tiles with a live picture / tiles with a camera</source>
        <translation>有实时画面的窗格数 / 已上镜头的窗格数</translation>
    </message>
    <message>
        <source>Engine that decodes the pictures</source>
        <translation>解码引擎</translation>
    </message>
    <message>
        <source>Layout of the wall</source>
        <translation>视频墙布局</translation>
    </message>
    <message>
        <source>{name} tiles</source>
        <translation>{name} 画面</translation>
    </message>
</context>
<context>
    <name>WallPanel</name>
    <message>
        <source>Alarm: {title}</source>
        <translation>警情：{title}</translation>
    </message>
</context>
<context>
    <name>Tile</name>
    <message>
        <source>Camera not in the district</source>
        <translation>本区没有此摄像机</translation>
    </message>
    <message>
        <source>Drop a camera here</source>
        <translation>拖入摄像机</translation>
    </message>
</context>
<context>
    <name>TileWords</name>
    <message>
        <source>Waiting</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>Picture late</source>
        <translation>画面延迟</translation>
    </message>
    <message>
        <source>Picture frozen</source>
        <translation>画面冻结</translation>
    </message>
    <message>
        <source>Connected, no picture</source>
        <translation>已连接，无画面</translation>
    </message>
    <message>
        <source>Camera refuses access</source>
        <translation>摄像机拒绝访问</translation>
    </message>
    <message>
        <source>Camera not reachable</source>
        <translation>摄像机连不上</translation>
    </message>
    <message>
        <source>waiting {age}</source>
        <translation>等待 {age}</translation>
    </message>
    <message>
        <source>connecting {age}</source>
        <translation>连接 {age}</translation>
    </message>
    <message>
        <source>late {age}</source>
        <translation>延迟 {age}</translation>
    </message>
    <message>
        <source>frozen {age}</source>
        <translation>画面冻结 {age}</translation>
    </message>
    <message>
        <source>no picture {age}</source>
        <translation>无画面 {age}</translation>
    </message>
    <message>
        <source>refused {age}</source>
        <translation>拒绝访问 {age}</translation>
    </message>
    <message>
        <source>gone {age}</source>
        <translation>断开 {age}</translation>
    </message>
    <message>
        <source>Camera offline</source>
        <translation>摄像机离线</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Reconnecting (attempt {n})</source>
        <translation>正在重连（第 {n} 次）</translation>
    </message>
    <message>
        <source>reconnecting {age}</source>
        <translation>重连 {age}</translation>
    </message>
    <message>
        <source>next try in {n} s</source>
        <translation>{n} s 后重试</translation>
    </message>
    <message>
        <source>last picture {time}</source>
        <translation>最后画面 {time}</translation>
    </message>
    <message>
        <source>since {time}</source>
        <translation>自 {time}</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n} s</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} 分</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n} 时</translation>
    </message>
</context>
<context>
    <name>TileMenu</name>
    <message>
        <source>Back to the wall</source>
        <translation>返回视频墙</translation>
    </message>
    <message>
        <source>Enlarge</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>取消固定</translation>
    </message>
    <message>
        <source>Show on the map</source>
        <translation>在地图上定位</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>Alarm at</source>
        <translation>距警情</translation>
    </message>
    <message>
        <source>{prefix} {metres} m</source>
        <translation>{prefix} {metres} m</translation>
    </message>
    <message>
        <source>{reason}, facing it</source>
        <translation>{reason} · 正对</translation>
    </message>
</context>
<context>
    <name>WallGrid</name>
    <message>
        <source>Video wall</source>
        <translation>视频墙</translation>
    </message>
    <message>
        <source>Digits and arrows pick a tile, Enter enlarges it, P pins it, Delete clears it</source>
        <translation>数字键和方向键选择画面，回车放大，P 锁定，Delete 清除</translation>
    </message>
</context>
</TS>
