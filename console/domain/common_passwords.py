"""Passwords at the top of every published leak; digits and signs around them do not help."""

from __future__ import annotations

_LINES = (
    "123qwe 123qweasd 1314520 147258369 1a2b3c4d 1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qaz2wsx3edc",
    "1qazxsw2 5201314 a123456 a12345678 a1b2c3d4 a1b2c3d4e5f6 aa123456 abc123 abcabcabc",
    "abcd1234 abcdef abcdefgh abcdefghijkl admin adminadmin administrador administrator",
    "aini1314 alibaba asd123 asdfasdfasdf asdfgh asdfghjkl autumn baseball basketball batman",
    "beijing camera caonima changeit changeme changethis charlie cheese computer dahua",
    "dahua12345 default dragon football freedom ginger government guangzhou guest hik12345",
    "hikvision huawei hunter iloveyou iloveyou1314 iloveyouiloveyou internet jennifer jordan",
    "killer lenovo letmein letmeinnow login loginlogin master michael monitor monkey",
    "mypassword nihao nihaonihao p@ssw0rd p@ssword passw0rd password passwordpassword",
    "passwort pepper pokemon police princess q123456 q1w2e3r4 q1w2e3r4t5y6 qazwsx qazwsxedc",
    "qwe123 qweasd qweasdzxc qwerty qwerty123456 qwertyqwerty qwertyuiop root rootroot secret",
    "secretpassword security shadow shanghai shenzhen spring starwars summer sunshine",
    "superman surveillance taobao tencent test testing testtest thispassword tiantian toor",
    "trustno1 w123456 wangge wanggeyuan wechat weixin welcome welcomehome whatever winter",
    "woaini woaini1314 woaini520 woaiwojia xiaomi xiaoxiao xueliang yingji z123456 zaq12wsx",
    "zhihui zhihuizhongxin zhongguo zhonghua zhongxin zongzhi zxc123 zxcvbn zxcvbnm",
    "zxcvbnm123",
)

COMMON = frozenset(word for line in _LINES for word in line.split())
