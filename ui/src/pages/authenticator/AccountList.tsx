// The list of accounts. It moves all rings; a row is drawn anew only when its code changes.

import { makeStyles, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'

import type { AccountRow as Account } from '../../backend/authenticator'
import { AccountRow, type RowActions } from './AccountRow'
import { RingsContext, useRings } from './rings'
import type { ShownCodes } from './use-codes'
import type { RowNews } from './use-row-news'

const useStyles = makeStyles({
  list: {
    margin: 0,
    padding: 0,
    listStyle: 'none',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    overflow: 'hidden',
    containerType: 'inline-size',
  },
})

export interface AccountListProps extends RowActions {
  accounts: Account[]
  shown: ShownCodes
  news: RowNews | null
}

export function AccountList({ accounts, shown, news, ...actions }: AccountListProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const rings = useRings(shown.until)

  return (
    <RingsContext value={rings}>
      <ul className={styles.list} aria-label={t('authenticator.accounts')}>
        {accounts.map((account) => {
          const row = shown.codes.get(account.id)
          const about = news?.id === account.id ? news : null
          const late = account.period !== null && shown.nearlyOver.has(account.period)
          return (
            <AccountRow
              key={account.id}
              account={account}
              code={row?.code ?? null}
              next={late ? (row?.nextCode ?? null) : null}
              copied={about !== null && about.fault === null}
              fault={about?.fault ?? null}
              {...actions}
            />
          )
        })}
      </ul>
    </RingsContext>
  )
}
