// One account: its names, its code, the time left. A press anywhere on the row copies the code.

import { Button, mergeClasses } from '@fluentui/react-components'
import { BuildingRegular } from '@fluentui/react-icons/svg/building'
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'

import type { AccountRow as Account } from '../../backend/authenticator'
import type { Fault } from '../../backend/fault'
import { FaultBar } from '../../components/FaultBar'
import { AccountMenu } from './AccountMenu'
import { grouped, initialOf, nameOf, spelled } from './account-names'
import { moveAmongRows } from './move-among-rows'
import { NextCode } from './NextCode'
import { Ring } from './Ring'
import { useRowStyles } from './row-styles'

export interface RowActions {
  onCopy: (id: string, next: boolean) => void
  onNextHotp: (id: string) => void
  onRename: (id: string) => void
  onDelete: (id: string) => void
}

export interface AccountRowProps extends RowActions {
  account: Account
  /** Null until asked for. */
  code: string | null
  /** Null while the code has time enough. */
  next: string | null
  copied: boolean
  fault: Fault | null
}

export const AccountRow = memo(function AccountRow(props: AccountRowProps) {
  const { account, code, next, copied, fault, onCopy, onNextHotp, onRename, onDelete } = props
  const { t } = useTranslation()
  const styles = useRowStyles()
  const { id, issuer, period, ownOrganization } = account
  const name = nameOf(account)

  return (
    <li className={styles.row} data-testid="account-row" data-account={id}>
      <span className={styles.initial} aria-hidden>
        {initialOf(account)}
      </span>
      <div className={styles.names}>
        <div className={styles.first}>
          <span className={styles.issuer}>{issuer || account.account}</span>
          {ownOrganization && (
            <span className={styles.own} data-testid="own-organization">
              <BuildingRegular aria-hidden />
              {t('authenticator.ownOrganization')}
            </span>
          )}
        </div>
        {copied ? (
          <span className={styles.copied} data-testid="copied">
            <CheckmarkRegular aria-hidden />
            {t('authenticator.row.copied')}
          </span>
        ) : (
          issuer && account.account && <span className={styles.account}>{account.account}</span>
        )}
      </div>
      <span className={mergeClasses(styles.code, code === null && styles.unasked)} aria-hidden data-testid={code === null ? undefined : 'code'}>
        {grouped(code ?? '•'.repeat(account.digits))}
      </span>
      {code !== null && (
        <button
          type="button"
          className={styles.copy}
          // Spelled, which what is seen is not: so it stands beside the button and not in it.
          aria-label={t('authenticator.row.copy', { name, code: spelled(code) })}
          data-testid="action-copy-code"
          onClick={() => onCopy(id, false)}
          onKeyDown={moveAmongRows}
        />
      )}
      <div className={styles.beside}>
        {account.kind === 'hotp' && (
          <Button
            size="small"
            className={styles.button}
            aria-label={t('authenticator.row.nextHotpName', { name })}
            data-testid="action-next-hotp"
            onClick={() => onNextHotp(id)}
            onKeyDown={moveAmongRows}
          >
            {t('authenticator.row.nextHotp')}
          </Button>
        )}
        {next !== null && <NextCode name={name} code={next} onCopy={() => onCopy(id, true)} onKeyDown={moveAmongRows} />}
      </div>
      {period !== null && code !== null && <Ring period={period} className={styles.ring} />}
      <div className={styles.menu}>
        <AccountMenu id={id} name={name} onRename={onRename} onDelete={onDelete} />
      </div>
      {fault && (
        <div className={styles.fault}>
          <FaultBar fault={fault} />
        </div>
      )}
    </li>
  )
})
