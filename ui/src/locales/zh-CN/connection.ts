// The truth about the service, at the foot of the navigation.

import type { connection as english } from '../en/connection'

export const connection: typeof english = {
  signedOut: '已注销',
  connecting: '正在连接',
  justNow: '刚刚同步',
  synced: '{{time}}同步',
  offline: '离线',
  offlineSince: '离线，上次同步时间：{{time}}',
}
