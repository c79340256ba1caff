<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Terms</name>
    <message>
        <source>Extended</source>
        <translation>延期</translation>
    </message>
    <message>
        <source>Supervised</source>
        <translation>督办</translation>
    </message>
    <message>
        <source>Reminder</source>
        <translation>催办</translation>
    </message>
    <message>
        <source>Yellow card</source>
        <translation>黄牌</translation>
    </message>
    <message>
        <source>Red card</source>
        <translation>红牌</translation>
    </message>
    <message>
        <source>Card lifted</source>
        <translation>解除督办</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>The new deadline must be later than the one in force.</source>
        <translation>新的期限必须晚于现行期限。</translation>
    </message>
    <message>
        <source>A card as bad is shown already.</source>
        <translation>该案件已有同级或更高级的督办。</translation>
    </message>
    <message>
        <source>The case is under no supervision.</source>
        <translation>该案件没有督办。</translation>
    </message>
    <message>
        <source>The table of limits is not sound: a limit is missing, doubled, or cannot be read. Correct it and save again.</source>
        <translation>时限表有误：有时限缺失、重复或无法识别。请更正后再保存。</translation>
    </message>
    <message>
        <source>A table of limits takes effect now or within a year, never in the past.</source>
        <translation>时限表只能立即生效或在一年内生效，不能追溯。</translation>
    </message>
    <message>
        <source>Case {number}: {card}</source>
        <translation>案件 {number}：{card}</translation>
    </message>
    <message>
        <source>New time limits saved</source>
        <translation>新的时限表已保存</translation>
    </message>
    <message>
        <source>Handover drawn up</source>
        <translation>交接单已生成</translation>
    </message>
    <message>
        <source>Handover notes saved</source>
        <translation>交接备注已保存</translation>
    </message>
    <message>
        <source>Handover {handover} signed</source>
        <translation>交接单 {handover} 已签字</translation>
    </message>
    <message>
        <source>Handover {handover} withdrawn</source>
        <translation>交接单 {handover} 已撤回</translation>
    </message>
    <message>
        <source>The handover is signed or withdrawn. Nothing of it can be changed.</source>
        <translation>交接单已签字或已撤回，不能再改动。</translation>
    </message>
    <message>
        <source>First the leader who hands over signs, then the one who takes over.</source>
        <translation>先由交班值班长签字，再由接班值班长签字。</translation>
    </message>
    <message>
        <source>You have signed as the one who hands over. Somebody else takes over.</source>
        <translation>您已作为交班值班长签字，须由他人接班签字。</translation>
    </message>
</context>
</TS>
