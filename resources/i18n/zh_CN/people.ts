<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Wording</name>
    <message>
        <source>The password is too short (or longer than 128 characters).</source>
        <translation>密码长度不足（或超过 128 位）。</translation>
    </message>
    <message>
        <source>The password needs three of these: capital letters, small letters, digits, other signs.</source>
        <translation>密码须包含以下四类中的三类：大写字母、小写字母、数字、其他符号。</translation>
    </message>
    <message>
        <source>This password is widely known or holds the user name. Choose another.</source>
        <translation>该密码属于常见弱口令或包含用户名，请另选。</translation>
    </message>
    <message>
        <source>This password was used before. Choose another.</source>
        <translation>该密码近期用过，请另选。</translation>
    </message>
    <message>
        <source>The password must be changed first.</source>
        <translation>须先修改密码才能登录。</translation>
    </message>
    <message>
        <source>Name or password is wrong, or the account is closed or locked for 15 minutes.</source>
        <translation>用户名或密码错误，或账户已停用、被锁定 15 分钟。</translation>
    </message>
    <message>
        <source>This user name is taken.</source>
        <translation>该用户名已存在。</translation>
    </message>
    <message>
        <source>Nobody changes their own account. Let another administrator do it.</source>
        <translation>不能变更本人账户，请由另一位管理员操作。</translation>
    </message>
    <message>
        <source>Account {number} added</source>
        <translation>已新增账户 {number}</translation>
    </message>
    <message>
        <source>Account {number} changed</source>
        <translation>已变更账户 {number}</translation>
    </message>
    <message>
        <source>Account {number} closed</source>
        <translation>已停用账户 {number}</translation>
    </message>
    <message>
        <source>Account {number} opened again</source>
        <translation>已启用账户 {number}</translation>
    </message>
    <message>
        <source>Account {number} unlocked</source>
        <translation>已解除账户 {number} 的锁定</translation>
    </message>
    <message>
        <source>Account {number} has a password for once</source>
        <translation>已为账户 {number} 设置一次性密码</translation>
    </message>
    <message>
        <source>Console locked</source>
        <translation>席位已锁定</translation>
    </message>
</context>
<context>
    <name>NewPasswordDialog</name>
    <message>
        <source>Change password</source>
        <translation>修改密码</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Present password</source>
        <translation>当前密码</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>新密码</translation>
    </message>
    <message>
        <source>New password again</source>
        <translation>再次输入新密码</translation>
    </message>
    <message>
        <source>At least {count} characters.</source>
        <translation>至少 {count} 位。</translation>
    </message>
    <message>
        <source>Three of these: capital letters, small letters, digits, other signs.</source>
        <translation>须含大写字母、小写字母、数字、其他符号中的三类。</translation>
    </message>
    <message>
        <source>It lasts {days} days.</source>
        <translation>有效期 {days} 天。</translation>
    </message>
    <message>
        <source>The two passwords are not the same.</source>
        <translation>两次输入的密码不一致。</translation>
    </message>
</context>
</TS>
