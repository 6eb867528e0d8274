// The pages for an organisation have no word of the demo's stage.

import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'

import { stage as en } from '../src/locales/en/stage'
import { stage as nl } from '../src/locales/nl/stage'
import { stage as zhCN } from '../src/locales/zh-CN/stage'
import { stage as zhTW } from '../src/locales/zh-TW/stage'

const root = join(import.meta.dirname, '..')

/** The longer texts: a word such as *Next* belongs to other pages too. */
function sentences(words: object): string[] {
  return Object.values(words).flatMap((value: unknown) => (typeof value === 'string' ? (value.length > 18 ? [value] : []) : sentences(value as object)))
}

function build(mode: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'pages-'))
  try {
    execFileSync(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--mode', mode, '--outDir', folder, '--logLevel', 'error'], { cwd: root, env: { ...process.env, NODE_ENV: 'production' } })
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(html|js|css)$/.test(name))
    return files.map((name) => `${name}\n${readFileSync(join(folder, name), 'utf8')}`).join('\n')
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const marks = ['page-panel', 'page-scenarios', 'page-mail-app', 'action-do-it', 'stage-feed', 'mail-refused', ...[en, nl, zhCN, zhTW].flatMap(sentences)]

it('in the pages of the demo, every mark is found: the search works', () => {
  const pages = build('production')
  expect(marks.filter((mark) => !pages.includes(mark) && !pages.includes(mark.replaceAll('"', '\\"')))).toEqual([])
})

it('in the pages for an organisation, none is', () => {
  const pages = build('deployed')
  expect(pages).toContain('page-security-info')
  expect(marks.filter((mark) => pages.includes(mark))).toEqual([])
})
