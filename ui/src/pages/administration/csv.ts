// Comma-separated values (RFC 4180), safe for spreadsheets: an apostrophe precedes a cell that begins like a formula.

export function csv(rows: (string | number)[][]): string {
  return rows.map((row) => row.map(cell).join(',')).join('\r\n')
}

// What a formula begins with, wide and small forms among them: spreadsheets of East Asia take them for the plain ones. Spaces
// and invisible characters before it are passed over, as some programs do.
const formula = /^[\s\u200b-\u200f\u2060\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b\u2212]|^[\t\r\n]/

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const safe = formula.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
