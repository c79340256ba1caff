<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>CardTexts</name>
    <message>
        <source>{count} households</source>
        <translation>{count} 户</translation>
    </message>
    <message>
        <source>Member {name}</source>
        <translation>专职 {name}</translation>
    </message>
    <message>
        <source>Committee {name}</source>
        <translation>包保 {name}</translation>
    </message>
    <message>
        <source>{count} open</source>
        <translation>在办 {count}</translation>
    </message>
    <message>
        <source>Cameras {healthy}/{total} up</source>
        <translation>镜头 {healthy}/{total} 正常</translation>
    </message>
    <message>
        <source>online</source>
        <translation>在线</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>state not known</source>
        <translation>状态未知</translation>
    </message>
    <message>
        <source>{age} ago</source>
        <translation>{age}前</translation>
    </message>
    <message>
        <source>{count} people</source>
        <translation>{count} 人</translation>
    </message>
    <message>
        <source>Venue {name}</source>
        <translation>会场 {name}</translation>
    </message>
</context>
<context>
    <name>CaseBanner</name>
    <message>
        <source>New case</source>
        <translation>新案件</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>另有 {count} 件</translation>
    </message>
    <message>
        <source>New case, level {level}: {title}</source>
        <translation>新案件，{level} 级：{title}</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>返回原处</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>前往查看</translation>
    </message>
</context>
<context>
    <name>MapHead</name>
    <message>
        <source>Data {age} old</source>
        <translation>数据已滞后 {age}</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Grid state</source>
        <translation>网格状态</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>摄像机</translation>
    </message>
    <message>
        <source>Unit tracks</source>
        <translation>队伍轨迹</translation>
    </message>
    <message>
        <source>Roads</source>
        <translation>道路</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>地名</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>重点场所</translation>
    </message>
    <message>
        <source>Venues</source>
        <translation>会场</translation>
    </message>
    <message>
        <source>Grid map</source>
        <translation>网格地图</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>Sketch</source>
        <translation>示意图</translation>
    </message>
    <message>
        <source>Invented district: places and borders are not real</source>
        <translation>虚构辖区：地名与界线均非真实</translation>
    </message>
    <message>
        <source>Show {layer}</source>
        <translation>显示{layer}</translation>
    </message>
</context>
<context>
    <name>MapMenu</name>
    <message>
        <source>Open a case here…</source>
        <translation>在此立案…</translation>
    </message>
    <message>
        <source>{count} nearest cameras to the wall</source>
        <translation>最近 {count} 路镜头上墙</translation>
    </message>
    <message>
        <source>Copy coordinates {place}</source>
        <translation>复制坐标 {place}</translation>
    </message>
</context>
<context>
    <name>MapPanel</name>
    <message>
        <source>Grid map</source>
        <translation>网格地图</translation>
    </message>
    <message>
        <source>Map of the district</source>
        <translation>辖区地图</translation>
    </message>
    <message>
        <source>Arrow keys pan, plus and minus zoom, Home shows everything</source>
        <translation>方向键平移，加减键缩放，Home 键显示全区</translation>
    </message>
</context>
<context>
    <name>SiteSigns</name>
    <message>
        <source>S</source>
        <translation>校</translation>
    </message>
    <message>
        <source>H</source>
        <translation>医</translation>
    </message>
    <message>
        <source>C</source>
        <translation>院</translation>
    </message>
    <message>
        <source>E</source>
        <translation>企</translation>
    </message>
    <message>
        <source>K</source>
        <translation>重</translation>
    </message>
    <message>
        <source>W</source>
        <translation>水</translation>
    </message>
    <message>
        <source>F</source>
        <translation>烟</translation>
    </message>
    <message>
        <source>G</source>
        <translation>气</translation>
    </message>
</context>
<context>
    <name>UnitSigns</name>
    <message>
        <source>P</source>
        <translation>巡</translation>
    </message>
    <message>
        <source>L</source>
        <translation>警</translation>
    </message>
    <message>
        <source>F</source>
        <translation>火</translation>
    </message>
    <message>
        <source>M</source>
        <translation>急</translation>
    </message>
    <message>
        <source>T</source>
        <translation>交</translation>
    </message>
    <message>
        <source>C</source>
        <translation>城</translation>
    </message>
    <message>
        <source>R</source>
        <translation>修</translation>
    </message>
    <message>
        <source>V</source>
        <translation>志</translation>
    </message>
    <message>
        <source>D</source>
        <translation>部</translation>
    </message>
</context>
</TS>
