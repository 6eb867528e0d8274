// Administration: fraud and blocks.

import type { blocks as english } from '../en/blocks'

export const blocks: typeof english = {
  title: '詐騙與封鎖',
  blocked: '遭封鎖的使用者',
  which: '要顯示的封鎖',
  states: {
    open: '目前封鎖',
    ended: '已結束',
    all: '所有封鎖',
  },
  none: {
    open: '沒有人遭到封鎖。',
    ended: '尚無封鎖結束。',
    all: '從未有人遭到封鎖。',
  },
  by: {
    administrator: '由 {{who}} 於 {{time}} 封鎖',
    fraud_report: '於 {{time}} 封鎖：已回報詐騙',
    directory: '於 {{time}} 封鎖：已在目錄中停用，或已不在目錄中',
  },
  until: '直到 {{time}}',
  untilDirectory: '直到目錄啟用此帳戶',
  ended: '已於 {{time}} 結束',
  lifted: '由 {{who}} 於 {{time}} 解除封鎖：「{{reason}}」',
  unblockName: '解除封鎖 {{name}}',
  locked: '已鎖定的使用者',
  lockedHint: '錯誤的密碼或驗證碼過多。鎖定會自動結束。',
  noLocked: '沒有人被鎖定。',
  unlockName: '解除鎖定 {{name}}',
  bypasses: '單次略過',
  bypassesHint: '這些使用者的下一次登入不需要第二個步驟。',
  noBypasses: '沒有待用的單次略過。',
  granted: '由 {{who}} 於 {{time}} 給予',
  left: '剩餘 {{time}}',
  withdrawName: '收回 {{name}} 的單次略過',
  reports: '詐騙回報',
  reportsHint: '其他人嘗試登入，而使用者已回報。每次回報都會結束所有進行中的登入。',
  noReports: '沒有詐騙回報。',
}
