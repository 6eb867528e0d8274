// The truth about the service, at the foot of the navigation.

import type { connection as english } from '../en/connection'

export const connection: typeof english = {
  signedOut: '已登出',
  connecting: '正在連線',
  justNow: '剛剛同步',
  synced: '{{time}}同步',
  offline: '離線',
  offlineSince: '離線，上次同步時間：{{time}}',
}
