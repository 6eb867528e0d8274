// The structure of this folder: one connection to the shell, independent pages, files with one purpose.

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

  it('uses Tauri in one file only', () => {
    const talking = sources.filter(({ text }) => imports(text).some((from) => from.startsWith('@tauri-apps/')))
    expect(talking.map(({ name }) => name)).toEqual([join('backend', 'tauri.ts')])
  })

  it('uses that file only in the backend folder', () => {
    const going = sources.filter(({ name, text }) => !name.startsWith('backend') && imports(text).some((from) => /backend\/tauri$/.test(from)))
    expect(going).toEqual([])
  })

  it('has pages that do not import each other', () => {
    const crossing = sources
      .filter(({ name }) => name.startsWith('pages'))
      .flatMap(({ name, text }) => imports(text).filter((from) => from.startsWith('.')).map((from) => [name, relative(root, resolve(root, dirname(name), from))] as const))
      .filter(([name, to]) => to.startsWith('pages') && to.split(/[/\\]/)[1] !== name.split(/[/\\]/)[1])
    expect(crossing).toEqual([])
  })

  it('keeps pages under 200 lines, and starts each file with its purpose', () => {
    expect(sources.filter(({ name, text }) => name.startsWith('pages') && text.split('\n').length > 200).map(({ name }) => name)).toEqual([])
    expect(sources.filter(({ text }) => !text.startsWith('// ')).map(({ name }) => name)).toEqual([])
  })

  it('keeps its marks where colours are forced: a painted line there has a colour of the system', () => {
    const painted = sources.filter(({ text }) => /content: '""'/.test(text) && /::(before|after)'[^}]*backgroundColor/.test(text))
    expect(painted.map(({ name }) => name).sort()).toEqual([join('app', 'Navigation.tsx'), join('components', 'Tab.tsx')])
    expect(painted.filter(({ text }) => !text.includes("'@media (forced-colors: active)': { backgroundColor: 'Highlight' }"))).toEqual([])
  })

  it('has one time limit for all waits of the tests', () => {
    const tests = files.filter(({ name }) => !sources.some((source) => source.name === name))
    expect(tests.filter(({ text }) => /timeout: /.test(text)).map(({ name }) => name)).toEqual([])
  })

  it('mocks no module: the files of a worker would all get the mock', () => {
    expect(files.filter(({ text }) => /\bvi\.(mock|doMock)\(/.test(text)).map(({ name }) => name)).toEqual([])
  })

  it('has one kind of search field', () => {
    const searching = sources.filter(({ text }) => /\bSearchBox\b|^\s*type="search"/m.test(text))
    expect(searching.map(({ name }) => name)).toEqual([join('components', 'SearchInput.tsx')])
  })

  it('draws dialogs in the two files that know Escape and focus', () => {
    const drawing = sources.filter(({ text }) => /\bDialogSurface\b/.test(text)).map(({ name }) => name)
    expect(drawing.sort()).toEqual([join('components', 'FormDialog.tsx'), join('pages', 'approvals', 'ApprovalLayer.tsx')])
  })

  it('puts no text into the page as markup', () => {
    expect(sources.filter(({ text }) => /dangerouslySetInnerHTML|\.innerHTML\s*=/.test(text)).map(({ name }) => name)).toEqual([])
  })
})

/** Everything that a file loads at once: its static imports, and theirs. */
function broughtBy(...first: string[]): { files: string[]; packages: string[] } {
  const byName = new Map(sources.map((source) => [source.name, source.text]))
  const packages = new Set<string>()
  const seen = new Set<string>()
  const follow = (name: string) => {
    if (seen.has(name)) return
    seen.add(name)
    for (const [, from = ''] of (byName.get(name) ?? '').matchAll(/^import (?!type )(?:[^;]*? from )?'([^']+)'/gm)) {
      const to = relative(root, resolve(root, dirname(name), from))
      const file = [`${to}.tsx`, `${to}.ts`].find((candidate) => byName.has(candidate))
      if (!from.startsWith('.')) packages.add(from)
      else if (file) follow(file)
    }
  }
  first.forEach(follow)
  return { files: [...seen].sort(), packages: [...packages].sort() }
}

describe('the start', () => {
  it('has its frame in the page before any script', () => {
    const page = readFileSync(join(root, '../index.html'), 'utf8')
    expect(page).toMatch(/<div id="root">\s*<!--[^>]*-->\s*<div class="frame"/)
    expect(readFileSync(join(root, 'app/base.css'), 'utf8')).toContain('.frame {')
  })

  it.each([
    ['the window', []],
    ['the sign-in page', ['pages/sign-in/SignInPage.tsx']],
    ['the security page', ['pages/security-info/SecurityInfoPanel.tsx']],
  ])('of %s brings no page, dialog, words or phone numbers that it does not show', (_, page) => {
    const { files, packages } = broughtBy('main.tsx', ...page)
    expect(files).toContain(join('app', 'Window.tsx'))
    expect(files.filter((name) => /Dialog|Toasts|PersonMenu|SecondStepCard|^locales/.test(name))).toEqual([])
    expect(files.filter((name) => name.startsWith('pages') && !page.some((own) => dirname(name) === dirname(own)))).toEqual([])
    expect(packages).not.toContain('libphonenumber-js/min')
  })
})
