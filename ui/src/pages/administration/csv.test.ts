// Comma-separated values.

import { expect, it } from 'vitest'

import { csv } from './csv'

it('quotes cells that would break a row, and cells that a spreadsheet would run', () => {
  expect(csv([['Name', 'Number'], ['Printer, "3rd"', 4], ['=cmd()', 1]])).toBe('Name,Number\r\n"Printer, ""3rd""",4\r\n\'=cmd(),1')
})

it.each(['＝1+1', '＋1', '－1', '＠SUM(A1)', '﹦1', '−1', ' =1+1', '\ufeff=1', '\u200b＝1', '\t1'])('quotes the formula %j', (value) => {
  expect(csv([[value]])).toBe(`'${value}`)
})

it.each(['Ann', '1=1', 'a@contoso.example', ' Ann'])('leaves %j as it is', (value) => {
  expect(csv([[value]])).toBe(value)
})
