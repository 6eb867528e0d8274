// The details of a fault.

import type { fault as english } from '../en/fault'

export const fault: typeof english = {
  code: '错误代码',
  correlationId: '相关 ID',
  time: '时间',
  user: '用户',
  userId: '用户 ID',
}
