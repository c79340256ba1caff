"""Masks for personal data: what leaves the hub carries these, never the clear values."""

from __future__ import annotations

import re

_COMPOUND_SURNAMES = frozenset(
    re.findall(
        "..",
        "欧阳上官司马司徒诸葛皇甫尉迟公孙慕容令狐东方西门南宫夏侯长孙宇文端木独孤",
    )
)
_SURNAMES = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦"
    "昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧"
    "尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁"
    "钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴"
    "陆荣翁荀羊惠甄曲封芮储靳焦牧隗山谷车侯全班仰秋仲伊宫宁仇栾暴甘厉戎祖武符刘景詹束龙叶幸司韶黎薄印宿白"
    "怀蒲从索赖卓屠蒙池乔阴胥能苍双闻党翟谭贡姬申扶堵冉宰雍桑桂牛寿通边燕冀浦尚农温庄晏柴瞿阎充慕连茹习艾"
    "鱼容向古易慎戈廖庾终居衡步都耿满弘匡国文寇广东欧殳沃利蔚越师巩聂晁勾敖融冷訾辛阚那简饶空曾沙丰关游肖"
)
_ORGANISATION = re.compile(r"[队组站所办局处科室院校园区街村心司会台部厂店员]$")
_CJK_NAME = re.compile(r"[\u4e00-\u9fff]{2,4}\Z")
_TITLED = re.compile(r"(.*[员长警师士司])([\u4e00-\u9fff]{2,3})\Z")
_PHONE = re.compile(r"(?<!\d)(1[3-9]\d)[ -]?\d{4}[ -]?(\d{4})(?!\d)")
_LANDLINE = re.compile(r"(?<!\d)(0\d{2,3}[- ]?)\d{3,4}(\d{4})(?!\d)")
_IDENTITY = re.compile(r"(?<!\d)(\d{4})\d{10}(\d{3}[\dXx])(?!\d)")


def mask_name(name: str) -> str:
    """罗建国 → 罗某某, 罗三 → 罗某, 欧阳锋 → 欧阳某; other scripts keep the first letter."""
    name = name.strip()
    if not name:
        return ""
    if not _CJK_NAME.match(name):
        return f"{name[0]}***"
    family = 2 if len(name) > 2 and name[:2] in _COMPOUND_SURNAMES else 1
    return name[:family] + "某" * (len(name) - family)


def mask_person(shown: str) -> str:
    """Mask `shown` where it reads like a person's name, a title before it or not.

    网格员李建国 → 网格员李某某; units and offices stay as they are.
    """
    text = shown.strip()
    if _ORGANISATION.search(text):
        return mask_text(text)
    titled = _TITLED.match(text)
    title, name = (titled[1], titled[2]) if titled else ("", text)
    if not _CJK_NAME.match(name) or not _is_family_name(name):
        return mask_text(text)
    return title + mask_name(name)


def _is_family_name(name: str) -> bool:
    return name[0] in _SURNAMES or name[:2] in _COMPOUND_SURNAMES


def mask_phone(contact: str) -> str:
    """13812345678 → 138****5678; anything that is not a number keeps its first letter only."""
    contact = contact.strip()
    digits = re.sub(r"\D", "", contact)
    if len(digits) >= 11:
        return f"{digits[-11:-8]}****{digits[-4:]}"
    if len(digits) >= 7:
        return f"{digits[:-7]}***{digits[-4:]}"
    if digits and digits == contact:
        return "*" * len(digits)
    return f"{contact[0]}***" if contact else ""


def mask_text(text: str, names: tuple[str, ...] = ()) -> str:
    """Free text with phones, identity numbers and the given clear names masked."""
    masked = _IDENTITY.sub(r"\1****\2", text)
    masked = _PHONE.sub(r"\1****\2", masked)
    masked = _LANDLINE.sub(r"\1***\2", masked)
    for name in names:
        if len(name.strip()) > 1:
            masked = masked.replace(name.strip(), mask_name(name))
    return masked
