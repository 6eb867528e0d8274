// The details of a fault.

import type { fault as english } from '../en/fault'

export const fault: typeof english = {
  code: '错误代码',
  correlationId: '相关 ID',
  time: '时间',
  user: '用户',
  userId: '用户 ID',
  clocks: '设备的时钟显示 {{device}}，服务的时钟显示 {{service}}，相差 {{apart}}。',
  setClock: '请校正设备的时钟，再输入它显示的验证码。',
  counterAhead: '此令牌自上次使用后已显示过许多验证码。',
  nextCode: '请输入令牌的下一个验证码，让它重新同步。',
}
