// What is said while the service does not answer.

import type { offline as english } from '../en/offline'

export const offline: typeof english = {
  lastSynced: '离线，上次同步时间：{{time}}',
  neverSynced: '离线',
  explained: '你看到的是上次已知的状态。服务恢复响应后，即可再次更改。',
  reason: '此操作需要服务，但目前无法连接到服务。',
}
