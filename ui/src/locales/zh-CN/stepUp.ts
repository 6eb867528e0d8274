// Confirming it is you, before a change that wants a fresh second step.

import type { stepUp as english } from '../en/stepUp'

export const stepUp: typeof english = {
  title: '确认是你本人',
  text: '此更改需要 10 分钟内完成的第二步验证。你输入的内容会保留。',
}
