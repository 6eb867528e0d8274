// The details of a fault.

import type { fault as english } from '../en/fault'

export const fault: typeof english = {
  code: '錯誤碼',
  correlationId: '相互關聯識別碼',
  time: '時間',
  user: '使用者',
  userId: '使用者識別碼',
}
