// Rows of hardware tokens. One stop of the Tab key; arrow keys move between rows, Enter and Space open a row's menu.

import { makeStyles, mergeClasses } from '@fluentui/react-components'
import { useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'

import type { HardwareOathDevice } from '../../../backend/token-inventory'
import { useRowStyles } from '../row-styles'
import { NARROW } from './narrow'
import type { TokenAct } from './token-acts'
import { TokenCells } from './TokenCells'

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1.2fr) minmax(0, 1.4fr) minmax(0, 1fr) 40px',
    alignItems: 'center',
    columnGap: '16px',
    ':focus-visible': { outline: '2px solid', outlineOffset: '-2px' },
    [NARROW]: { gridTemplateColumns: 'minmax(0, 1fr) 40px' },
  },
})

export interface TokenRowsProps {
  rows: HardwareOathDevice[]
  onAct: (act: TokenAct, token: HardwareOathDevice) => void
}

export function TokenRows({ rows, onAct }: TokenRowsProps) {
  const { t } = useTranslation()
  const row = useRowStyles()
  const styles = useStyles()
  const grid = useRef<HTMLDivElement>(null)
  const [current, setCurrent] = useState(0)
  const stop = Math.min(current, rows.length - 1)
  const elements = () => [...(grid.current?.querySelectorAll<HTMLElement>('[role="row"]') ?? [])]
  const press = (event: KeyboardEvent, index: number) => {
    const steps: Record<string, number> = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: rows.length - 1 }
    const to = steps[event.key]
    if (to !== undefined) {
      event.preventDefault()
      // The button of a row would open its menu.
      event.stopPropagation()
      elements()[Math.max(0, Math.min(to, rows.length - 1))]?.focus()
    } else if (event.target === event.currentTarget && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault()
      event.currentTarget.querySelector<HTMLElement>('[data-testid="menu-token"]')?.click()
    }
  }
  return (
    <div ref={grid} role="grid" aria-label={t('tokenInventory.title')} className={row.list}>
      {rows.map((token, index) => (
        <div
          key={token.id}
          role="row"
          tabIndex={index === stop ? 0 : -1}
          className={mergeClasses(row.row, styles.row)}
          onFocus={() => setCurrent(index)}
          onKeyDownCapture={(event) => {
            // A menu is drawn elsewhere, and its keys are its own.
            if (event.currentTarget.contains(event.target as Node)) press(event, index)
          }}
          data-testid="token-row"
        >
          <TokenCells token={token} onAct={(act) => onAct(act, token)} />
        </div>
      ))}
    </div>
  )
}
