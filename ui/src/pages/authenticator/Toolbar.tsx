// Above the list: search, lock, scan, add.

import { makeStyles } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons/svg/add'
import { LockClosedRegular } from '@fluentui/react-icons/svg/lock-closed'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { Action } from '../../components/Action'
import { SearchInput } from '../../components/SearchInput'
import type { Offered } from './add/use-offered'
import { AccountScan } from './scan/AccountScan'

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  search: { flexGrow: 1, flexBasis: '200px', maxWidth: '360px' },
  end: { display: 'flex', flexWrap: 'wrap', gap: '8px', marginLeft: 'auto' },
})

export interface ToolbarProps {
  /** Null if there are too few accounts for a search. */
  search: string | null
  onSearch: (text: string) => void
  onAdd: () => void
  onOffered: (offered: Offered) => void
  onLock: () => void
  /** Other actions on the list. */
  more: ReactNode
}

export function Toolbar({ search, onSearch, onAdd, onOffered, onLock, more }: ToolbarProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  return (
    <div className={styles.bar}>
      {search !== null && <SearchInput className={styles.search} placeholder={t('authenticator.search')} value={search} onChange={onSearch} testId="field-search" />}
      <div className={styles.end}>
        <Action icon={<LockClosedRegular />} onPress={onLock} testId="action-lock">
          {t('authenticator.lock')}
        </Action>
        <AccountScan onOffered={onOffered} />
        <Action appearance="primary" icon={<AddRegular />} onPress={onAdd} testId="action-add-account" shortcut="new">
          {t('authenticator.add')}
        </Action>
        {more}
      </div>
    </div>
  )
}
