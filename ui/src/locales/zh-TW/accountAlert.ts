// A change to the account that was made somewhere else.

import type { accountAlert as english } from '../en/accountAlert'

export const accountAlert: typeof english = {
  elsewhere: '在其他工作階段',
  where: '{{about}}，{{time}}。',
  text: '如果您不知道這件事，請檢查最近的活動。',
  show: '最近的活動',
}
