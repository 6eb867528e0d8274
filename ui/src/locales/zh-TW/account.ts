// The menu at the name.

import type { account as english } from '../en/account'

export const account: typeof english = {
  menu: '{{name}} 的帳戶',
  switch: '切換帳戶',
}
