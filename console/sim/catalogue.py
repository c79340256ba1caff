"""What happens in a district on an ordinary day: the matters a background report is drawn from."""

from __future__ import annotations

from console.domain.case import CaseSource
from console.sim.matter import Matter

_GRID = (CaseSource.GRID_APP,)
_CALL = (CaseSource.HOTLINE_12345,)
_BOTH = (CaseSource.GRID_APP, CaseSource.HOTLINE_12345)
_DESK = (CaseSource.HOTLINE_12345, CaseSource.WINDOW)
_POLICE = (CaseSource.POLICE_110,)
_SEEN = (CaseSource.VIDEO_PATROL,)
_SENSED = (CaseSource.SENSOR,)

MATTERS: tuple[Matter, ...] = (
    Matter(4, "B02", "楼道电动车充电", "3号楼1单元", "楼道内两辆电动车飞线充电。", _BOTH),
    Matter(4, "B02", "楼道堆放杂物", "6号楼2单元", "四层转角堆放纸箱、旧家具，影响疏散。", _GRID),
    Matter(4, "B02", "灭火器过期", "社区活动室", "两具灭火器压力不足。", _GRID),
    Matter(4, "B02", "消防通道被占", "东门通道", "三辆私家车停在消防通道上。", _BOTH),
    Matter(4, "B03", "沿街店铺用电不规范", "沿街商铺", "后厨插线板串接，线路老化。", _GRID),
    Matter(4, "B03", "小作坊安全出口上锁", "沿街作坊", "后门上锁，已要求当场打开。", _GRID),
    Matter(4, "D02", "路灯不亮", "主路中段", "连续三盏路灯不亮，夜间出行不便。", _BOTH),
    Matter(4, "D02", "楼道灯损坏", "9号楼3单元", "声控灯不亮，老人上下楼不便。", _GRID),
    Matter(4, "D01", "窨井盖松动", "北门路口", "车辆经过有响声，暂未缺失。", _BOTH),
    Matter(4, "D04", "水管渗漏", "小区西侧", "绿化带旁水管渗水，路面潮湿。", _BOTH),
    Matter(4, "D03", "单元门禁断电", "2号楼", "门禁失灵，单元门敞开。", _GRID),
    Matter(4, "D05", "树枝压线", "活动广场旁", "香樟树枝搭在通信线上。", _GRID),
    Matter(4, "E01", "楼上漏水", "5号楼401", "卫生间漏水到楼下，两户协商未果。", _BOTH),
    Matter(4, "E01", "宠物扰邻", "7号楼", "夜间犬吠，多户反映。", _BOTH),
    Matter(4, "E01", "公共区域种菜起争执", "南侧绿地", "两户因占用绿地发生口角。", _GRID),
    Matter(4, "E02", "家庭赡养纠纷", "8号楼", "子女就赡养费分担意见不一。", _GRID),
    Matter(4, "E03", "电梯停运维修慢", "高层1号楼", "电梯停运三天，物业答复不清。", _DESK),
    Matter(4, "E03", "物业费涨价争议", "物业服务处", "业主对收费标准有异议。", _DESK),
    Matter(4, "E04", "餐馆拖欠工资", "沿街餐馆", "四名员工反映一个月工资未发。", _DESK),
    Matter(4, "E06", "院墙边界纠纷", "城中村", "两户翻修院墙，边界说法不一。", _DESK),
    Matter(4, "A04", "夜间施工噪声", "在建工地", "二十二点后仍在浇筑。", (*_BOTH, *_POLICE)),
    Matter(4, "A04", "广场舞音量过大", "文化广场", "音响超过二十一点仍未降低。", _BOTH),
    Matter(4, "A04", "棋牌室深夜扰民", "沿街商铺", "凌晨仍有人大声喧哗。", _POLICE),
    Matter(4, "A03", "电动车电瓶被盗", "车棚", "车棚内一组电瓶被盗，已报派出所。", _POLICE),
    Matter(4, "G01", "独居老人走访", "4号楼", "电话无人接听，上门查看，一切正常。", _GRID),
    Matter(4, "G03", "新入住登记走访", "出租房", "新入住三户，信息已核对。", _GRID),
    Matter(4, "G03", "高龄补贴代办", "11号楼", "老人行动不便，请求上门代办。", _GRID),
    Matter(4, "F01", "反映公交线路调整", "公交站", "取消站点后老人就医不便。", _DESK),
    Matter(4, "F01", "咨询旧改进度", "老旧小区", "询问加装电梯的排期。", _DESK),
    Matter(4, "I01", "垃圾清运不及时", "垃圾投放点", "桶满外溢，有异味。", _BOTH),
    Matter(4, "J01", "共享单车乱堆放", "地铁口", "占用盲道约十米。", (*_BOTH, *_SEEN)),
    Matter(4, "Z01", "违规张贴小广告", "沿街立面", "电线杆、墙面张贴广告。", _GRID),
    Matter(4, "J01", "占道经营", "菜场门口", "流动摊贩占用人行道。", (*_GRID, *_SEEN)),
    Matter(4, "J01", "车辆违停占用盲道", "主路东侧", "两辆车停在盲道上。", _SEEN),
    Matter(4, "C01", "路面积水", "低洼路段", "水深不足十厘米，排水缓慢。", _SENSED, 9, "cm"),
    Matter(3, "D01", "窨井盖缺失", "主路路口", "井口敞开，已放置警示锥。", _BOTH),
    Matter(3, "D05", "倒树压车", "停车位", "大树倾倒压住一辆轿车，无人受伤。", _BOTH),
    Matter(3, "D03", "小区停电", "整个小区", "多户来电反映停电。", (*_BOTH, *_POLICE)),
    Matter(3, "D04", "主管道爆裂", "主路南侧", "路面冒水，影响通行。", _BOTH),
    Matter(3, "C03", "广告牌松动", "沿街二层", "大风中广告牌摇晃，下方已拉警戒线。", _GRID),
    Matter(3, "B03", "液化气瓶违规存放", "沿街餐馆", "后厨存放六只气瓶，无报警器。", _GRID),
    Matter(3, "I01", "多人用餐后不适", "沿街餐馆", "三人腹泻，已送诊。", _DESK),
    Matter(3, "E04", "工地欠薪聚集", "项目部门口", "十余名工人要求结算工资。", (*_DESK, *_POLICE)),
    Matter(3, "A02", "酒后争执", "烧烤摊", "两桌客人争吵推搡，无人受伤。", _POLICE),
    Matter(3, "J01", "车辆剐蹭堵路", "主路路口", "两车剐蹭占用两条车道。", (*_POLICE, *_SEEN)),
    Matter(3, "G01", "独居老人联系不上", "10号楼", "早晚两次敲门无人应答。", _GRID),
    Matter(3, "H01", "校门口拥堵", "校门", "放学时段人车混行。", (*_GRID, *_SEEN)),
    Matter(3, "J01", "非机动车逆行聚集", "主路路口", "画面中多车逆行。", _SEEN),
    Matter(3, "C01", "下穿通道积水", "下穿通道", "水深达到警戒线。", _SENSED, 16, "cm"),
    Matter(
        2, "G02", "居民突发晕倒", "小区门口", "老人晕倒，意识清醒，已呼叫急救。", (*_GRID, *_POLICE)
    ),
    Matter(
        2, "B04", "闻到燃气味", "12号楼", "楼道有明显燃气味，已通风并疏散。", (*_BOTH, *_POLICE)
    ),
    Matter(2, "A02", "多人斗殴", "夜市", "五六人互殴，一人手部受伤。", _POLICE),
    Matter(2, "C02", "挡墙开裂", "坡脚", "挡墙新增裂缝约三厘米。", _GRID),
    Matter(2, "G02", "有人倒地", "画面中央", "画面中有人倒地超过二十秒。", _SEEN),
    Matter(2, "B04", "可燃气体超限", "厨房", "浓度超过低报值。", _SENSED, 22, "%LEL"),
    Matter(1, "B01", "居民楼冒烟", "高层3号楼", "七层窗口冒浓烟，正在疏散。", (*_GRID, *_POLICE)),
    Matter(1, "B01", "楼道烟雾报警", "楼道", "烟雾浓度持续升高。", _SENSED, 0.46, "dB/m"),
)
"""At least one matter for every level; several for the usual ones."""
