// Accounts of the person's own organisation that it no longer knows: listed, and deleted together.

import { useTranslation } from 'react-i18next'

import type { AccountRow } from '../../backend/authenticator'
import { Action } from '../../components/Action'
import { Notice } from '../../components/Notice'
import { nameOf } from './account-names'

export interface GoneNoticeProps {
  accounts: AccountRow[]
  busy: boolean
  onRemove: (accounts: AccountRow[]) => void
}

export function GoneNotice({ accounts, busy, onRemove }: GoneNoticeProps) {
  const { t } = useTranslation()
  const gone = accounts.filter((account) => account.gone)
  if (gone.length === 0) return null
  return (
    <Notice
      intent="warning"
      testId="notice-gone"
      title={t('authenticator.gone.title', { names: gone.map(nameOf).join('; ') })}
      action={
        <Action size="small" danger busy={busy} onPress={() => onRemove(gone)} testId="action-remove-gone">
          {t('authenticator.row.delete')}
        </Action>
      }
    >
      {t('authenticator.gone.text')}
    </Notice>
  )
}
