// The order of buttons, read from the source: the same in dialogs, forms, rows and notices.

import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../src')

interface Row {
  /** Its file and line. */
  at: string
  buttons: Button[]
}

interface Button {
  testId: string
  primary: boolean
  subtle: boolean
  danger: boolean
}

type Elements = ts.JsxOpeningLikeElement[]

/** The elements that stand beside each other here, once for each branch of a condition. */
function beside(node: ts.Node): Elements[] {
  if (ts.isJsxExpression(node)) return node.expression ? beside(node.expression) : [[]]
  if (ts.isParenthesizedExpression(node)) return beside(node.expression)
  if (ts.isBinaryExpression(node)) return beside(node.right)
  if (ts.isConditionalExpression(node)) return [...beside(node.whenTrue), ...beside(node.whenFalse)]
  if (ts.isJsxFragment(node)) return inOrder(node.children)
  if (ts.isJsxSelfClosingElement(node)) return [[node]]
  return ts.isJsxElement(node) ? [[node.openingElement]] : [[]]
}

function inOrder(children: readonly ts.JsxChild[]): Elements[] {
  return children.map(beside).reduce<Elements[]>((before, next) => before.flatMap((some) => next.map((more) => [...some, ...more])), [[]])
}

function button(element: ts.JsxOpeningLikeElement): Button[] {
  if (!['Action', 'Button'].includes(element.tagName.getText())) return []
  const properties = new Map(element.attributes.properties.filter(ts.isJsxAttribute).map((property) => [property.name.getText(), property.initializer?.getText() ?? 'true']))
  const appearance = properties.get('appearance')
  return [
    {
      testId: (properties.get('testId') ?? properties.get('data-testid') ?? '').replaceAll('"', ''),
      primary: appearance === '"primary"',
      subtle: appearance === '"subtle"',
      danger: properties.has('danger'),
    },
  ]
}

function rowsOf(name: string): Row[] {
  const source = ts.createSourceFile(name, readFileSync(join(root, name), 'utf8'), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const rows: Row[] = []
  const walk = (node: ts.Node) => {
    if (ts.isJsxElement(node) || ts.isJsxFragment(node)) {
      const at = `${name}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`
      for (const elements of inOrder(node.children)) {
        const buttons = elements.flatMap(button)
        if (buttons.length > 1) rows.push({ at, buttons })
      }
    }
    ts.forEachChild(node, walk)
  }
  walk(source)
  return rows
}

const rows = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.tsx') && !/(\.test|testing)\.tsx$/.test(name))
  .flatMap(rowsOf)

const LEAVES = /^action-(cancel|no|back|keep|discard)\b/

/** First what leaves, then other actions, then the primary one; what deletes the row itself is subtle, and last. */
function place({ testId, primary, subtle, danger }: Button): number {
  if (danger && subtle) return 3
  if (primary) return 2
  return LEAVES.test(testId) ? 0 : 1
}

describe('the buttons beside each other', () => {
  it('are found', () => {
    expect(rows.length).toBeGreaterThan(50)
    expect(new Set(rows.flatMap(({ buttons }) => buttons.map(place)))).toEqual(new Set([0, 1, 2, 3]))
  })

  it('have one order: leave, others, the primary one, delete', () => {
    const mixed = rows.filter(({ buttons }) => buttons.some((one, at) => at > 0 && place(one) < place(buttons[at - 1] ?? one)))
    expect(mixed.map(({ at, buttons }) => [at, ...buttons.map(({ testId }) => testId)])).toEqual([])
  })

  it('are not two primary ones', () => {
    const many = rows.filter(({ buttons }) => buttons.filter(({ primary }) => primary).length > 1)
    expect(many.map(({ at }) => at)).toEqual([])
  })
})
