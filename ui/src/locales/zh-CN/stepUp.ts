// Confirming it is you, before a change that wants a fresh second step.

import type { stepUp as english } from '../en/stepUp'

export const stepUp: typeof english = {
  title: '请再次验证以进行此更改',
  text: '此更改需要最近 10 分钟内的验证。你输入的内容会保留。',
}
