// Changing the person's own password.

import type { password as english } from '../en/password'

export const password: typeof english = {
  change: '更改密码',
  text: '这会在其他设备上注销你，受信任的设备会再次要求验证码。',
  current: '当前密码',
  currentMissing: '请先输入你的当前密码。',
  new: '新密码',
  newMissing: '请先输入新密码。',
  newHint: '至少 8 个字符',
  deleteAppPasswords: '同时删除我的应用密码',
  changed: '已更改密码',
}
