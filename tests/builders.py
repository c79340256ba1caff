"""A made-up district in memory, for tests and pictures of widgets: no hub, no files."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from console.client.store import Store
from console.domain.alarm import Alarm, AlarmState
from console.domain.area import Community, Grid, Street, StreetKind, TeamMember, TeamRole
from console.domain.camera import Camera, CameraState
from console.domain.case import Case, CaseSource, CaseState, Opening, Stage
from console.domain.case_log import Action, LogEntry
from console.domain.district import DistrictInfo
from console.domain.event import EventStatus
from console.domain.facts import Fact, Kind, Row
from console.domain.geo import LonLat, centroid
from console.domain.link import HubHealth, Link, LinkState
from console.domain.place import Road, RoadClass, Site, SiteKind
from console.domain.sector import Sector
from console.domain.sla import Clock, ClockKind
from console.domain.unit import Unit, UnitKind, UnitStatus
from console.domain.venue import Venue, VenueState

NOW = datetime(2021, 11, 28, 6, 5, 9, tzinfo=UTC)
"""The moment the made-up district stands still at (14:05:09 in China)."""

WEST, SOUTH, WIDTH, HEIGHT = 114.90, 30.15, 0.21, 0.083
STREETS = (
    ("和平街道", StreetKind.STREET),
    ("新桥街道", StreetKind.STREET),
    ("东岭街道", StreetKind.STREET),
    ("柳园街道", StreetKind.STREET),
    ("北山工业园", StreetKind.PARK),
)
COMMUNITIES = [
    "柳园",
    "石榴园",
    "康乐",
    "新桥",
    "胜利",
    "东岭",
    "孔雀",
    "马鞍",
    "广州路",
    "北山",
    "卫园",
    "山脚",
    "发展",
    "和平",
    "老城",
    "松岗",
    "青龙",
    "月湖",
    "桃园",
    "枫林",
    "金桥",
    "银河",
    "白马",
    "双桥",
    "永安",
    "长乐",
    "清水",
    "小岗",
    "团山",
    "荷塘",
    "百花",
    "学府",
    "站前",
    "江滩",
    "南湖",
    "东湖",
    "石桥",
    "新港",
]
# level, title, type, state, clock, seconds left, limit, holder
CASES = (
    (2, "78 岁老人晨练未归", "A01", CaseState.HANDLING, ClockKind.FOLLOW_UP, 378, 3600, "值班长"),
    (1, "可燃气体 22%LEL", "B04", CaseState.EN_ROUTE, ClockKind.ON_SCENE, 221, 600, "消防"),
    (3, "校门口拥堵", "H01", CaseState.EN_ROUTE, ClockKind.ON_SCENE, 2462, 3600, "巡逻1队"),
    (3, "窨井盖缺失", "D01", CaseState.DISPATCHED, ClockKind.ACCEPT, -720, 900, "住建"),
    (
        2,
        "下穿通道积水 18 cm",
        "C01",
        CaseState.ON_SCENE,
        ClockKind.FIRST_REPORT,
        1100,
        1800,
        "交警",
    ),
    (4, "楼道充电", "B02", CaseState.FILED, ClockKind.HANDLED, 100_800, 604_800, "网格员"),
    (3, "倒树压车", "D05", CaseState.HANDLING, ClockKind.HANDLED, 172_900, 259_200, "园林"),
    (
        4,
        "楼上漏水纠纷",
        "E01",
        CaseState.HANDLING,
        ClockKind.HANDLED,
        1_040_000,
        2_592_000,
        "调委会",
    ),
    (3, "小区停电（14 件并案）", "D03", CaseState.DISPATCHED, ClockKind.ACCEPT, 152, 900, "供电"),
    (
        4,
        "夜间施工噪声 第 3 次",
        "A04",
        CaseState.HANDLING,
        ClockKind.HANDLED,
        90_000,
        604_800,
        "城管",
    ),
    (4, "路灯不亮", "D02", CaseState.ACCEPTED, ClockKind.HANDLED, 350_000, 604_800, "路灯所"),
    (
        4,
        "企业检查隐患 2 项限期",
        "B03",
        CaseState.HANDLING,
        ClockKind.HANDLED,
        173_000,
        604_800,
        "应急局",
    ),
    (4, "独居老人走访", "G01", CaseState.REPORTED, ClockKind.TAKE_IN, 1500, 1800, "网格员"),
)
ALARMS = (
    (1, "可燃气体浓度超限", "sensor.gas", "22 %LEL", "B04"),
    (2, "下穿通道水位超限", "sensor.level", "18 cm", "C01"),
    (2, "发现有人倒地", "video.finding", "87 %", "G02"),
    (3, "校门口聚集", "video.finding", "153", "H01"),
    (1, "楼道烟雾报警", "sensor.smoke", "0.42 dB/m", "B01"),
    (4, "摄像机离线", "camera.status", "", "Z99"),
)


def build_store(
    *,
    grids: int = 207,
    cameras: int = 1312,
    cases: int = 40,
    alarms: int = 6,
    units: int = 60,
    now: datetime = NOW,
    seed: int = 7,
) -> Store:
    """A store filled as by one snapshot; the same arguments give the same district."""
    store = Store()
    store.replace(
        build_facts(
            grids=grids,
            cameras=cameras,
            cases=cases,
            alarms=alarms,
            units=units,
            now=now,
            seed=seed,
        ),
        gseq=1000,
    )
    return store


def build_facts(
    *,
    grids: int = 207,
    cameras: int = 1312,
    cases: int = 40,
    alarms: int = 6,
    units: int = 60,
    now: datetime = NOW,
    seed: int = 7,
) -> list[Fact]:
    """The snapshot facts of the made-up district."""
    chance = random.Random(seed)  # noqa: S311  # repeatable, not secret
    grid_rows = build_grids(grids, chance)
    camera_rows = build_cameras(cameras, grid_rows, chance, now)
    rows: list[tuple[Kind, str, Row]] = []
    info = DistrictInfo("420299", "示例区", "示例区应急指挥中心", "陈某", "XL", invented=True)
    rows.append((Kind.DISTRICT, info.code, info))
    rows += [(Kind.STREET, street.code, street) for street in build_streets()]
    rows += [(Kind.COMMUNITY, community.code, community) for community in build_communities()]
    rows += [(Kind.GRID, grid.code, grid) for grid in grid_rows]
    rows += [(Kind.ROAD, road.id, road) for road in build_roads()]
    rows += [(Kind.SITE, site.id, site) for site in build_sites(grid_rows, chance)]
    rows += [(Kind.CAMERA, camera.id, camera) for camera in camera_rows]
    rows += [(Kind.UNIT, unit.id, unit) for unit in build_units(units, chance, now)]
    rows += [(Kind.VENUE, venue.id, venue) for venue in build_venues(now)]
    for index in range(alarms):
        alarm = build_alarm(index, now, grid_rows, camera_rows)
        rows.append((Kind.ALARM, alarm.id, alarm))
    for index in range(cases):
        case = build_case(index, now, grid_rows, camera_rows)
        rows.append((Kind.CASE, case.number, case))
    rows += [(Kind.LINK, link.source, link) for link in build_links(now)]
    rows.append((Kind.HEALTH, "hub", build_health(now)))
    return [Fact(0, "Snapshot", now, kind, key, row) for kind, key, row in rows]


def build_streets() -> list[Street]:
    """Five streets, the last of them a park."""
    return [
        Street(
            f"420299{index + 1:03d}",
            name,
            kind,
            LonLat(WEST + WIDTH * (index + 0.5) / 5, SOUTH + HEIGHT * (0.3 + 0.1 * (index % 3))),
        )
        for index, (name, kind) in enumerate(STREETS)
    ]


def build_communities() -> list[Community]:
    """38 communities, dealt out to the streets from west to east."""
    rows = []
    for index, name in enumerate(COMMUNITIES):
        street = f"420299{index * 5 // len(COMMUNITIES) + 1:03d}"
        rows.append(Community(f"{street}{index + 1:03d}", f"{name}社区", street))
    return rows


def build_grids(count: int, chance: random.Random) -> list[Grid]:
    """`count` cells of a bent lattice without gaps (the last row may be short)."""
    columns = max(1, round(math.sqrt(count * 23 / 9)))
    lines = math.ceil(count / columns)
    corners = [
        [
            LonLat(
                WEST + WIDTH * (x + chance.uniform(-0.24, 0.24)) / columns,
                SOUTH + HEIGHT * (y + chance.uniform(-0.22, 0.22)) / lines,
            )
            for x in range(columns + 1)
        ]
        for y in range(lines + 1)
    ]
    communities = build_communities()
    rows = []
    for index in range(count):
        y, x = divmod(index, columns)
        ring = (corners[y][x], corners[y][x + 1], corners[y + 1][x + 1], corners[y + 1][x])
        community = communities[min(len(communities) - 1, x * len(communities) // columns)]
        rows.append(
            Grid(
                code=f"{community.code}{index % 1000:03d}" if count <= 1000 else f"{index:015d}",
                number=index + 1,
                name=f"{community.name}第{index + 1}网格",
                community=community.code,
                street=community.street,
                households=chance.randint(400, 800),
                outline=ring,
                centre=centroid(ring),
                team=(
                    TeamMember(TeamRole.GRID_MEMBER, "王某", "138****5678"),
                    TeamMember(TeamRole.COMMITTEE_MEMBER, "赵某", "139****1234"),
                    TeamMember(TeamRole.BRANCH, f"{community.name}第一党支部", ""),
                    TeamMember(TeamRole.BRANCH, f"{community.name}第二党支部", ""),
                    TeamMember(TeamRole.VOLUNTEER, "李某", "137****2222"),
                ),
            )
        )
    return rows


def build_roads() -> list[Road]:
    """A trunk road across, a railway, and five main roads from south to north."""

    def line(points: list[tuple[float, float]]) -> tuple[LonLat, ...]:
        return tuple(LonLat(WEST + WIDTH * x, SOUTH + HEIGHT * y) for x, y in points)

    rows = [
        Road(
            "R00", "发展大道", RoadClass.TRUNK, line([(0, 0.4), (0.3, 0.5), (0.6, 0.35), (1, 0.45)])
        ),
        Road("R90", "铁路线", RoadClass.RAIL, line([(0, 0.85), (0.5, 0.78), (1, 0.9)])),
    ]
    for index in range(5):
        x = 0.05 + index * 0.22
        bend = [(x - 0.05, 0.0), (x + 0.03, 0.35), (x + 0.02, 0.6), (x + 0.06, 1.0)]
        rows.append(Road(f"R{index + 1:02d}", f"{index + 1}号路", RoadClass.MAIN, line(bend)))
    return rows


def build_sites(grids: list[Grid], chance: random.Random) -> list[Site]:
    """Schools, compounds and sensors spread over the grids."""
    kinds = (SiteKind.SCHOOL, SiteKind.COMPOUND, SiteKind.WATER_GAUGE, SiteKind.GAS_SENSOR)
    rows = []
    for index in range(min(55, len(grids))):
        grid = chance.choice(grids)
        kind = kinds[index % len(kinds)]
        rows.append(
            Site(f"S{index + 1:03d}", f"{index + 1}号点", kind, grid.centre, grid.code, grid.street)
        )
    return rows


def build_cameras(
    count: int, grids: list[Grid], chance: random.Random, now: datetime
) -> list[Camera]:
    """`count` cameras around the grid centres, 93 % of them online."""
    places = ("菜场东口", "公交站", "停车场", "小学南门", "路口北", "路口南", "3 号门", "通道北")
    rows = []
    for index in range(count):
        grid = grids[index * 7919 % len(grids)]
        online = chance.random() < 0.93
        rows.append(
            Camera(
                id=f"42029901001310{index + 1:06d}",
                number=f"C{index + 1:04d}",
                name=f"{COMMUNITIES[index % len(COMMUNITIES)]}{places[index % len(places)]}",
                place=LonLat(
                    grid.centre.lon + chance.uniform(-0.003, 0.003),
                    grid.centre.lat + chance.uniform(-0.003, 0.003),
                ),
                heading=chance.uniform(0, 360),
                fov=70.0,
                reach=60.0,
                grid=grid.code,
                street=grid.street,
                tags=(),
                sub_url=f"http://127.0.0.1:9/{index + 1}/sub",
                main_url=f"http://127.0.0.1:9/{index + 1}/main",
                state=CameraState.ONLINE if online else CameraState.OFFLINE,
                state_since=now - timedelta(minutes=index % 90),
                reason="" if online else "timeout",
            )
        )
    return rows


def build_units(count: int, chance: random.Random, now: datetime) -> list[Unit]:
    """`count` units of all kinds with a recent position."""
    kinds = list(UnitKind)
    names = {UnitKind.PATROL: "巡逻", UnitKind.FIRE: "消防", UnitKind.MEDICAL: "急救"}
    return [
        Unit(
            id=f"unit-{index + 1}",
            name=f"{names.get(kinds[index % len(kinds)], '联动')} {index + 1} 队",
            kind=kinds[index % len(kinds)],
            street=f"420299{index % 5 + 1:03d}",
            members=chance.randint(2, 8),
            status=UnitStatus.ON_PATROL if index % 3 else UnitStatus.STANDBY,
            place=LonLat(WEST + WIDTH * chance.random(), SOUTH + HEIGHT * chance.random()),
            heading=chance.uniform(0, 360),
            speed=chance.uniform(0, 8),
            seen_at=now - timedelta(seconds=chance.uniform(0, 20)),
        )
        for index in range(count)
    ]


def build_venues(now: datetime) -> list[Venue]:
    """One venue a street: two online, one in a call, one weak, one offline."""
    states = (
        VenueState.IN_CALL,
        VenueState.ONLINE,
        VenueState.ONLINE,
        VenueState.WEAK,
        VenueState.OFFLINE,
    )
    return [
        Venue(
            id=f"V{index + 1}",
            name=street.name,
            street=street.code,
            state=states[index],
            state_since=now - timedelta(seconds=192 if index == 0 else 720),
            rtt_ms=240.0 if states[index] is VenueState.WEAK else 12.0,
        )
        for index, street in enumerate(build_streets())
    ]


def build_links(now: datetime) -> list[Link]:
    """Eight sources, all up."""
    names = (
        ("grid-app", "网格员上报"),
        ("hotline-12345", "12345 热线"),
        ("liaison", "110/119/120 联动"),
        ("sensors", "感知设备"),
        ("analytics", "智能视频分析"),
        ("patrol-gps", "巡逻定位"),
        ("camera-platform", "摄像机平台"),
        ("venues", "会场"),
    )
    return [
        Link(key, name, LinkState.UP, now - timedelta(hours=2), now, 1, 400, 1.5, rtt_ms=2.0)
        for key, name in names
    ]


def build_health(now: datetime) -> HubHealth:
    """A hub in good health."""
    return HubHealth(
        started_at=now - timedelta(hours=2),
        hub_epoch=1,
        events_total=51_234,
        rate=12.5,
        commit_p99_ms=4.0,
        database_bytes=80_000_000,
        disk_free_bytes=90_000_000_000,
        disk_low=False,
        consoles=1,
    )


def build_alarm(
    index: int, now: datetime, grids: list[Grid], cameras: list[Camera], **changes: object
) -> Alarm:
    """The `index`-th made-up alarm; `changes` replace fields."""
    level, title, kind, value, case_type = ALARMS[index % len(ALARMS)]
    grid = grids[index * 31 % len(grids)]
    fields: dict[str, object] = {
        "id": f"alarm-{index + 1}",
        "key": f"{kind}/{index + 1}",
        "type": kind,
        "level": level,
        "state": AlarmState.ACKNOWLEDGED if index % 6 == 3 else AlarmState.UNACKNOWLEDGED,
        "title": title,
        "source": "sensors" if kind.startswith("sensor") else "analytics",
        "status": EventStatus.ACTUAL,
        "place": grid.centre,
        "grid": grid.code,
        "street": grid.street,
        "raised_at": now - timedelta(minutes=2 + index * 3),
        "last_at": now - timedelta(seconds=20 + index * 40),
        "count": 1 + index * 2 % 7,
        "value": value,
        "case_type": case_type,
        "cameras": tuple(c.id for c in cameras if c.grid == grid.code)[:6],
    }
    fields.update(changes)
    return Alarm(**fields)  # type: ignore[arg-type]  # fields are checked by the dataclass


def build_case(
    index: int, now: datetime, grids: list[Grid], cameras: list[Camera], **changes: object
) -> Case:
    """The `index`-th made-up case; `changes` replace fields."""
    level, title, case_type, state, clock, left, limit, holder = CASES[index % len(CASES)]
    round_ = index // len(CASES)
    left += round_ * 4000
    grid = grids[(136 if index == 0 else index * 53) % len(grids)]
    number = f"XL20211128-{(12 if index == 0 else index + 100):04d}"
    community = next((c for c in build_communities() if c.code == grid.community), None)
    reported = now - timedelta(hours=4, minutes=12) - timedelta(minutes=11 * index)
    fields: dict[str, object] = {
        "opening": Opening(
            number=number,
            title=title if not round_ else f"{title} {round_ + 1}",
            case_type=case_type,
            source=CaseSource.GRID_APP,
            level=level,
            place=grid.centre,
            grid=grid.code,
            community=grid.community,
            street=grid.street,
            address=f"{community.name if community else ''}文化广场",
            occurred_at=reported - timedelta(minutes=30),
            description="晨练后未归，身穿深蓝外套，黑色布鞋。",
            reporter="罗某",
            contact="138****5678",
            status=EventStatus.ACTUAL,
        ),
        "state": state,
        "stage": Stage.RESPONDED if level < 4 else Stage.CALLED,
        "level": level,
        "holder": holder,
        "lead": "公安柳园所",
        "units": ("unit-1", "unit-4"),
        "co_handlers": ("公安", "城管", "公交", "志愿者队"),
        "co_handlers_open": ("城管",),
        "cameras": tuple(c.id for c in cameras if c.grid == grid.code)[:6],
        "alarms": (),
        "linked": (),
        "sectors": build_sectors(grids, now) if index == 0 else (),
        "returns": 0,
        "suspended": False,
        "paperwork_due": False,
        "reported_at": reported,
        "updated_at": now - timedelta(minutes=3 + index),
        "clocks": build_clocks(now, clock, left, limit),
        "log": build_log(reported, now),
    }
    fields.update(changes)
    return Case(**fields)  # type: ignore[arg-type]  # fields are checked by the dataclass


def build_sectors(grids: Sequence[Grid], now: datetime) -> tuple[Sector, ...]:
    """Five sectors of two grids each, three of them cleared."""
    names = ("山脚", "河滩", "老城北", "菜场", "公交站")
    cleared = {"河滩", "菜场", "公交站"}
    return tuple(
        Sector(
            name=name,
            grids=tuple(grid.code for grid in grids[130 + 2 * place : 132 + 2 * place]),
            holder="志愿者队",
            cleared_at=now - timedelta(minutes=40) if name in cleared else None,
            cleared_by="王某" if name in cleared else "",
        )
        for place, name in enumerate(names)
    )


def build_clocks(now: datetime, kind: ClockKind, left: int, limit: int) -> tuple[Clock, ...]:
    """Three clocks that were met, and one running with `left` seconds to go."""
    rows = []
    early = (
        (ClockKind.ACCEPT, 180, 112),
        (ClockKind.ON_SCENE, 900, 700),
        (ClockKind.FIRST_REPORT, 1800, 1325),
    )
    start = now - timedelta(hours=4)
    for met, length, used in early:
        if met is not kind:
            due = start + timedelta(seconds=length)
            rows.append(Clock(met, start, due, length, start + timedelta(seconds=used)))
    due = now + timedelta(seconds=left)
    rows.append(Clock(kind, due - timedelta(seconds=limit), due, limit))
    return tuple(rows)


def build_log(reported: datetime, now: datetime) -> tuple[LogEntry, ...]:
    """Seven lines from first report to the latest sector."""
    lines = (
        (Action.REPORTED, "社区呼叫中心", "社区呼叫中心转报，附照片与衣着"),
        (Action.FILED, "陈某", "立案，推送 18 名网格员"),
        (Action.CO_HANDLER_ADDED, "陈某", "协办：公安、城管、公交、志愿者队"),
        (Action.CAMERA_LINKED, "李某", "镜头确认：发展大道公交站 06:31 上车"),
        (Action.SECTOR_CLEARED, "王某", "片区 3 排除（网格员王某，9 名志愿者）"),
        (Action.ESCALATED, "陈某", "升为二级：值班长陈某，“超 6 小时未果”"),
        (Action.ARRIVED, "巡逻 2 队", "巡逻 2 队 到达山脚片区，12 人"),
    )
    step = (now - reported) / len(lines)
    return tuple(
        LogEntry(index + 1, reported + step * index, by, "operator", action, note)
        for index, (action, by, note) in enumerate(lines)
    )
