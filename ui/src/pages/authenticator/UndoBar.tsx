// The last deletion, with *Undo*. It disappears after a while, but not while the pointer or the focus is in it.

import { makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { AccountRow } from '../../backend/authenticator'
import { Action } from '../../components/Action'
import { deletedWords } from './account-names'

const SHOWN_FOR = 10_000

const useStyles = makeStyles({
  place: { position: 'sticky', bottom: '16px', zIndex: 2, display: 'flex', justifyContent: 'center' },
  toast: {
    display: 'flex',
    alignItems: 'center',
    columnGap: '16px',
    maxWidth: '100%',
    boxSizing: 'border-box',
    padding: '8px 8px 8px 16px',
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow16,
  },
  name: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
})

export interface UndoBarProps {
  deleted: AccountRow[]
  busy: boolean
  onUndo: () => void
  /** Must keep its identity. */
  onGone: () => void
}

export function UndoBar({ deleted, busy, onUndo, onGone }: UndoBarProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const [held, setHeld] = useState(false)

  useEffect(() => {
    if (held || busy) return
    const timer = setTimeout(onGone, SHOWN_FOR)
    return () => clearTimeout(timer)
  }, [deleted, held, busy, onGone])

  return (
    <div className={styles.place}>
      <div
        className={styles.toast}
        data-testid="toast-deleted"
        onFocus={() => setHeld(true)}
        onBlur={() => setHeld(false)}
        onPointerEnter={() => setHeld(true)}
        onPointerLeave={() => setHeld(false)}
      >
        <span className={styles.name}>{deletedWords(t, deleted)}</span>
        <Action size="small" busy={busy} onPress={onUndo} testId="action-undo">
          {t('authenticator.undo')}
        </Action>
      </div>
    </div>
  )
}
