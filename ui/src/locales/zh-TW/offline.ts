// What is said while the service does not answer.

import type { offline as english } from '../en/offline'

export const offline: typeof english = {
  lastSynced: '離線，上次同步時間：{{time}}',
  neverSynced: '離線',
  explained: '您看到的是上次已知的狀態。服務恢復回應後，即可再次變更。',
  reason: '這項操作需要服務，但目前無法連線到服務。',
}
