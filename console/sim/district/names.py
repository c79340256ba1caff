"""Invented names. None of these places exists; numbers of grids are fixed for the scenarios."""

from __future__ import annotations

from dataclasses import dataclass

from console.domain.area import StreetKind


@dataclass(frozen=True, slots=True)
class StreetPlan:
    """A street or park to be: its name and its communities with their numbers of grids."""

    name: str
    kind: StreetKind
    communities: tuple[tuple[str, int], ...]

    @property
    def grids(self) -> int:
        """How many grids the street has."""
        return sum(count for _, count in self.communities)


XINQIAO = StreetPlan(
    "新桥街道",
    StreetKind.STREET,
    (
        ("桥头社区", 5),
        ("西塘社区", 5),
        ("新桥社区", 6),
        ("马鞍社区", 6),
        ("青石社区", 6),
        ("广州路社区", 6),
        ("长堤社区", 6),
        ("沙湾社区", 6),
    ),
)
LIUYUAN = StreetPlan(
    "柳园街道",
    StreetKind.STREET,
    (
        ("石榴园社区", 6),
        ("杏林社区", 6),
        ("书院社区", 5),
        ("康乐社区", 6),
        ("梧桐社区", 6),
        ("孔雀社区", 6),
        ("向阳社区", 6),
        ("胜利社区", 6),
        ("河湾社区", 5),
    ),
)
HEPING = StreetPlan(
    "和平街道",
    StreetKind.STREET,
    (
        ("和平社区", 6),
        ("钟楼社区", 5),
        ("卫园社区", 6),
        ("文昌社区", 5),
        ("山脚社区", 5),
        ("桂花社区", 5),
        ("学府社区", 5),
        ("柳园社区", 6),
        ("松林社区", 6),
    ),
)
DONGLING = StreetPlan(
    "东岭街道",
    StreetKind.STREET,
    (
        ("岭下社区", 5),
        ("东岭社区", 6),
        ("竹林社区", 5),
        ("茶山社区", 5),
        ("石桥社区", 6),
        ("云台社区", 5),
        ("泉水社区", 5),
        ("红旗社区", 6),
    ),
)
BEISHAN = StreetPlan(
    "北山工业园",
    StreetKind.PARK,
    (("创业社区", 4), ("港口社区", 4), ("北山社区", 5), ("工人村社区", 4)),
)

STREETS = (XINQIAO, LIUYUAN, HEPING, DONGLING, BEISHAN)
"""In the order in which communities and grids are numbered."""

TRUNKS = ("发展大道", "新桥大道", "东岭大道", "柳园大道")

MAINS = (
    "和平路",
    "胜利路",
    "文昌路",
    "广州路",
    "桂花路",
    "人民路",
    "建设路",
    "书院路",
    "康乐路",
    "青石路",
    "长堤路",
    "沙湾路",
    "马鞍路",
    "西塘路",
    "钟楼路",
    "学府路",
    "松林路",
    "卫园路",
    "石榴路",
    "杏林路",
    "梧桐路",
    "孔雀路",
    "向阳路",
    "河湾路",
    "竹林路",
    "茶山路",
    "石桥路",
    "云台路",
    "泉水路",
    "红旗路",
    "创业路",
    "港口路",
    "北山路",
    "工业路",
    "滨江路",
    "迎宾路",
    "站前路",
    "双拥路",
)

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"

COMPOUNDS = (
    *("金桂花园", "锦绣家园", "阳光小区", "翠湖苑", "怡景园", "康居苑", "书香名邸", "滨河花园"),
    *("幸福里", "万和城", "春晖小区", "明珠花园", "紫薇苑", "天润家园", "安居小区", "水岸新城"),
    *("和顺苑", "银杏小区", "百合家园", "枫林苑", "玉兰小区", "祥和里", "东方花园", "丽景苑"),
    *("铁路新村", "纺织小区", "机床厂宿舍", "教师新村", "绿洲家园", "海棠苑", "清风小区", "福源里"),
    *("长青小区", "星河湾", "嘉禾苑", "望江小区", "荷塘月色", "兰亭苑", "新月小区", "瑞景花园"),
    *("聚贤里", "博雅苑", "鑫源小区", "碧水苑", "春江花园", "乐居苑", "松竹苑", "桃源里"),
    *("凤鸣苑", "云锦花园", "朝阳新村", "北苑小区", "山水华庭", "文景苑", "德馨里"),
)

KEY_SITES = (
    *("示例区汽车站", "示例火车站", "中心农贸市场", "人民广场", "体育馆", "自来水厂", "变电站"),
    *("发展大道加油站", "东岭加油站", "北山加油站", "液化气站", "百货大楼", "图书馆", "文化宫"),
    *("垃圾中转站", "污水处理厂", "殡仪馆", "政务服务中心", "公交总站", "物流园", "老街夜市"),
)

ENTERPRISES = (
    *("北山化工厂", "恒力机械厂", "华新纺织厂", "远大建材厂", "鸿泰铸造厂", "新源气体厂"),
    *("宏达汽配厂", "东升包装厂", "金鼎五金厂", "利民食品厂", "瑞丰粮油厂", "安泰仓储"),
    *("康源药业", "天成印刷厂", "永固水泥厂", "顺达物流", "博远电子厂", "四方木业"),
    *("兴业塑料厂", "长虹玻璃厂", "富民饲料厂", "盛世酒业", "绿源环保", "精工模具厂"),
)
