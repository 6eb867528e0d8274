// Typing a code.

import type { code as english } from '../en/code'

export const code: typeof english = {
  digit: '第 {{place}} 位，共 {{number}} 位',
  enter: '輸入驗證碼',
  expired: '驗證碼已過期',
  incomplete: '請先輸入全部六位數字。',
  resend: '重新傳送驗證碼',
  resendCountdown: '重新傳送驗證碼（{{time}}）',
  resendIn: '{{time}}後可以再次傳送驗證碼。',
  timeLeft: '剩餘時間：{{time}}',
}
