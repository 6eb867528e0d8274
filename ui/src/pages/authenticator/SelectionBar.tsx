// The number of selected accounts, and the actions on them.

import { makeStyles, tokens } from '@fluentui/react-components'
import { DeleteRegular } from '@fluentui/react-icons/svg/delete'
import { PinRegular } from '@fluentui/react-icons/svg/pin'
import { PinOffRegular } from '@fluentui/react-icons/svg/pin-off'
import { TagRegular } from '@fluentui/react-icons/svg/tag'
import { useTranslation } from 'react-i18next'

import { Action } from '../../components/Action'

const useStyles = makeStyles({
  bar: {
    position: 'sticky',
    top: '8px',
    zIndex: 2,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px',
    padding: '8px 12px',
    border: `1px solid ${tokens.colorCompoundBrandStroke}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow4,
  },
  number: { fontWeight: tokens.fontWeightSemibold, marginRight: 'auto' },
})

export interface SelectionBarProps {
  number: number
  /** All selected accounts are pinned. */
  pinned: boolean
  busy: boolean
  onAll: () => void
  onTag: () => void
  onPin: (pinned: boolean) => void
  onDelete: () => void
  onDone: () => void
}

export function SelectionBar({ number, pinned, busy, onAll, onTag, onPin, onDelete, onDone }: SelectionBarProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const blocked = number === 0 ? t('accounts.selection.none') : null
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('accounts.selection.title')} data-testid="selection-bar">
      <span className={styles.number} role="status">
        {t('accounts.selection.number', { number })}
      </span>
      <Action size="small" onPress={onAll} testId="action-select-all">
        {t('accounts.selection.all')}
      </Action>
      <Action size="small" icon={<TagRegular />} blocked={blocked} onPress={onTag} testId="action-tag-selected">
        {t('accounts.selection.tag')}
      </Action>
      <Action size="small" icon={pinned ? <PinOffRegular /> : <PinRegular />} blocked={blocked} busy={busy} onPress={() => onPin(!pinned)} testId="action-pin-selected">
        {pinned ? t('authenticator.row.unpin') : t('authenticator.row.pin')}
      </Action>
      <Action size="small" icon={<DeleteRegular />} blocked={blocked} busy={busy} onPress={onDelete} testId="action-delete-selected">
        {t('accounts.selection.delete')}
      </Action>
      <Action size="small" appearance="primary" onPress={onDone} testId="action-selection-done">
        {t('accounts.selection.done')}
      </Action>
    </div>
  )
}
