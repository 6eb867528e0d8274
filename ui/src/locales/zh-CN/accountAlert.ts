// A change to the account that was made somewhere else.

import type { accountAlert as english } from '../en/accountAlert'

export const accountAlert: typeof english = {
  elsewhere: '在其他会话中',
  where: '{{about}}，{{time}}。',
  text: '如果你不知道此事，请检查最近活动。',
  show: '最近活动',
}
