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
        <source>Called</source>
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
</TS>
