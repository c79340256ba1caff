"""The simulated district's links: one source, one process each."""

from __future__ import annotations

LINK_NAMES: dict[str, str] = {
    "grid-app": "网格员上报",
    "hotline-12345": "12345热线",
    "liaison": "110/119/120联动",
    "sensors-water": "水位监测",
    "sensors-safety": "烟感/燃气",
    "analytics": "视频分析",
    "patrol-gps": "队伍定位",
    "camera-platform": "视频平台",
    "conference": "会场在线",
}
"""Display name of every source by its id, in the order the links are shown."""
