// Comma-separated values.

import { expect, it } from 'vitest'

import { csv } from './csv'

it('quotes what would break a row, and runs nothing in a spreadsheet', () => {
  expect(csv([['Name', 'Number'], ['Printer, "3rd"', 4], ['=cmd()', 1]])).toBe('Name,Number\r\n"Printer, ""3rd""",4\r\n\'=cmd(),1')
})
