// What to do after somebody else was at the account.

import type { remedies as english } from '../en/remedies'

export const remedies: typeof english = {
  doIt: '立即执行',
  done: '已完成',
  password: '更改密码',
  passwordText: '任何人都无法再使用旧密码登录。',
}
