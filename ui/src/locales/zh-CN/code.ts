// Typing a code.

import type { code as english } from '../en/code'

export const code: typeof english = {
  digit: '第 {{place}} 位，共 {{number}} 位',
  enter: '输入验证码',
  expired: '验证码已过期',
  incomplete: '请先输入全部六位数字。',
  resend: '重新发送验证码',
  resendCountdown: '重新发送验证码（{{time}}）',
  resendIn: '{{time}}后可以再次发送验证码。',
  timeLeft: '剩余时间：{{time}}',
}
