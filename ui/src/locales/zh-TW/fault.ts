// The details of a fault.

import type { fault as english } from '../en/fault'

export const fault: typeof english = {
  code: '錯誤碼',
  correlationId: '相互關聯識別碼',
  time: '時間',
  user: '使用者',
  userId: '使用者識別碼',
  clocks: '裝置的時鐘顯示 {{device}}，服務的時鐘顯示 {{service}}，相差 {{apart}}。',
  setClock: '請校正裝置的時鐘，再輸入它顯示的驗證碼。',
  counterAhead: '這個權杖自上次使用後已顯示過許多驗證碼。',
  nextCode: '請輸入權杖的下一個驗證碼，讓它重新同步。',
}
