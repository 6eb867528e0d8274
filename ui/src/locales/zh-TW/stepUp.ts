// Confirming it is you, before a change that wants a fresh second step.

import type { stepUp as english } from '../en/stepUp'

export const stepUp: typeof english = {
  title: '確認是您本人',
  text: '此變更需要 10 分鐘內完成的第二步驟驗證。您輸入的內容會保留。',
}
