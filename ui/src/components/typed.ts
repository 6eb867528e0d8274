// Converts typed and pasted text in fields for codes and numbers to plain characters. Rust does the same for all input
// (`crates/text`); here it is for the parts that the page itself counts, groups and splits.

const invisible = /\p{Cf}|\u034f|[\u115f\u1160\u3164\uffa0]|[\ufe00-\ufe0f]/gu
// Minus signs, and the long vowel mark, which Japanese keyboards have in the place of a dash.
const dash = /[\p{Pd}\u2212\u207b\u208b\u2043\u02d7\u30fc\uff70]/gu
const digit = /\p{Nd}/gu

/** Without invisible characters, with one kind of space and of dash, and with the digits of every script as 0 to 9. */
export function plainText(text: string): string {
  const narrow = text.replace(dash, '-').replace(invisible, '').normalize('NFKC')
  return narrow.replace(digit, valueOf).replace(dash, '-').replace(/\s+/gu, ' ').trim()
}

/** The digits of a code, without the characters between and around them. */
export function digitsOf(text: string): string {
  return plainText(text).replace(/\D/g, '')
}

/** Unicode keeps the digits of a script together, zero first. */
function valueOf(character: string): string {
  const code = character.codePointAt(0) ?? 0
  let before = 0
  while (/\p{Nd}/u.test(String.fromCodePoint(code - before - 1))) before += 1
  return String(before % 10)
}
