// A number, masked or not, that stays on one line.

export function unbroken(number: string): string {
  return number.replaceAll(' ', '\u00a0')
}
