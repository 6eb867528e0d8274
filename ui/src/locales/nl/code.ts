// Typing a code.

import type { code as english } from '../en/code'

export const code: typeof english = {
  digit: 'Cijfer {{place}} van {{number}}',
  enter: 'Code invoeren',
  expired: 'De code is verlopen',
  incomplete: 'Voer eerst alle zes cijfers in.',
  resend: 'Code opnieuw verzenden',
  resendCountdown: 'Code opnieuw verzenden ({{time}})',
  resendIn: 'Over {{time}} kan er opnieuw een code worden verzonden.',
  timeLeft: 'Resterende tijd: {{time}}',
}
