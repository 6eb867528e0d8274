// The last deletion, with *Undo*. It stays until the next deletion or until it is closed: nobody has to be quick.

import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss'
import { useTranslation } from 'react-i18next'

import type { AccountRow } from '../../backend/authenticator'
import { Action } from '../../components/Action'
import { deletedWords } from './account-names'

const useStyles = makeStyles({
  place: { position: 'sticky', bottom: '16px', zIndex: 2, display: 'flex', justifyContent: 'center' },
  toast: {
    display: 'flex',
    alignItems: 'center',
    columnGap: '8px',
    maxWidth: '100%',
    boxSizing: 'border-box',
    padding: '8px 8px 8px 16px',
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow16,
  },
  name: { minWidth: 0, marginRight: '8px', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
})

export interface UndoBarProps {
  deleted: AccountRow[]
  busy: boolean
  onUndo: () => void
  onClose: () => void
}

export function UndoBar({ deleted, busy, onUndo, onClose }: UndoBarProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  return (
    <div className={styles.place}>
      <div className={styles.toast} data-testid="toast-deleted">
        <span className={styles.name}>{deletedWords(t, deleted)}</span>
        <Action size="small" busy={busy} onPress={onUndo} testId="action-undo">
          {t('authenticator.undo')}
        </Action>
        <Button size="small" appearance="subtle" icon={<DismissRegular />} aria-label={t('common.close')} onClick={onClose} data-testid="action-close-undo" />
      </div>
    </div>
  )
}
