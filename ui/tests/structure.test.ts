// The walls of this folder: one door to the shell, pages that do not know each other, files of one idea.

import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../src')
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !name.includes('generated'))
  .map((name) => ({ name, text: readFileSync(join(root, name), 'utf8') }))
const sources = files.filter(({ name }) => !/\.test\.tsx?$|testing\.tsx$/.test(name))
const imports = (text: string) => [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, from]) => from ?? '')

describe('the source', () => {
  it('is found', () => {
    expect(sources.length).toBeGreaterThan(50)
  })

  it('talks to the shell in one file alone', () => {
    const talking = sources.filter(({ text }) => imports(text).some((from) => from.startsWith('@tauri-apps/')))
    expect(talking.map(({ name }) => name)).toEqual([join('backend', 'door.ts')])
  })

  it('goes through that door from the backend folder alone', () => {
    const going = sources.filter(({ name, text }) => !name.startsWith('backend') && imports(text).some((from) => /backend\/door$/.test(from)))
    expect(going).toEqual([])
  })

  it('has pages that do not import each other', () => {
    const crossing = sources
      .filter(({ name }) => name.startsWith('pages'))
      .flatMap(({ name, text }) => imports(text).filter((from) => from.startsWith('.')).map((from) => [name, relative(root, resolve(root, dirname(name), from))] as const))
      .filter(([name, to]) => to.startsWith('pages') && to.split(/[/\\]/)[1] !== name.split(/[/\\]/)[1])
    expect(crossing).toEqual([])
  })

  it('keeps pages under 200 lines, and says the job of each file first', () => {
    expect(sources.filter(({ name, text }) => name.startsWith('pages') && text.split('\n').length > 200).map(({ name }) => name)).toEqual([])
    expect(sources.filter(({ text }) => !text.startsWith('// ')).map(({ name }) => name)).toEqual([])
  })

  it('puts no text into the page as markup', () => {
    expect(sources.filter(({ text }) => /dangerouslySetInnerHTML|\.innerHTML\s*=/.test(text)).map(({ name }) => name)).toEqual([])
  })
})
