// Changing the person's own password.

import type { password as english } from '../en/password'

export const password: typeof english = {
  change: '更改密码',
  text: '其他设备将被注销，已记住的设备会再次要求验证码。',
  current: '当前密码',
  currentMissing: '请先输入你的当前密码。',
  new: '新密码',
  newMissing: '请先输入新密码。',
  newHint: '至少 8 个字符',
  deleteAppPasswords: '同时删除我的应用密码',
  changed: '你的密码已更改',
}
