// Confirming it is you, before a change that wants a fresh second step.

import type { stepUp as english } from '../en/stepUp'

export const stepUp: typeof english = {
  title: '請再次驗證以進行此變更',
  text: '此變更需要最近 10 分鐘內的驗證。您輸入的內容會保留。',
}
