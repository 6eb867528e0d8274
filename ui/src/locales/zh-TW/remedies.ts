// What to do after somebody else was at the account.

import type { remedies as english } from '../en/remedies'

export const remedies: typeof english = {
  doIt: '立即執行',
  done: '已完成',
  password: '變更密碼',
  passwordText: '任何人都無法再以舊密碼登入。',
}
