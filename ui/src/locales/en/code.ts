// Typing a code.

export const code = {
  digit: 'Digit {{place}} of {{number}}',
  enter: 'Enter code',
  expired: 'The code has expired',
  incomplete: 'Enter all six digits first.',
  resend: 'Send the code again',
  resendCountdown: 'Send the code again ({{time}})',
  resendIn: 'You can send another code in {{time}}.',
  timeLeft: 'Time left: {{time}}',
}
