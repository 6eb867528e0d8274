// One account: its names, its code, the remaining time. Pressing the row copies the code, or selects the account while
// accounts are being selected.

import { Button, mergeClasses } from '@fluentui/react-components'
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark'
import { ReOrderDotsVerticalRegular } from '@fluentui/react-icons/svg/re-order-dots-vertical'
import { memo, type PointerEvent } from 'react'
import { useTranslation } from 'react-i18next'

import type { AccountRow as Account } from '../../backend/authenticator'
import type { Fault } from '../../backend/fault'
import { FaultBar } from '../../components/FaultBar'
import { AccountIcon } from './AccountIcon'
import { AccountMenu, type MenuActions } from './AccountMenu'
import { AccountNames } from './AccountNames'
import { grouped, nameOf, spelled } from './account-names'
import { NextCode } from './NextCode'
import { Ring } from './Ring'
import { useRowStyles } from './row-styles'

export interface RowActions extends MenuActions {
  onCopy: (id: string, next: boolean) => void
  onNextHotp: (id: string) => void
  /** `range`: with all accounts between it and the last selected one. */
  onSelect: (id: string, range: boolean) => void
  onGrab: (event: PointerEvent<HTMLElement>, id: string) => void
}

export interface AccountRowProps extends RowActions {
  account: Account
  /** Null while it is hidden or not requested. */
  code: string | null
  /** Null while the code has enough time. */
  next: string | null
  copied: boolean
  fault: Fault | null
  /** Null unless accounts are being selected. */
  selected: boolean | null
  movable: boolean
}

export const AccountRow = memo(function AccountRow(props: AccountRowProps) {
  const { account, code, next, copied, fault, selected, movable, onCopy, onNextHotp, onSelect, onGrab } = props
  const { t } = useTranslation()
  const styles = useRowStyles()
  const { id, period, kind } = account
  const name = nameOf(account)
  const selecting = selected !== null
  // A counter-based code must be requested first; others can be copied while hidden.
  const copyable = !selecting && (kind !== 'hotp' || code !== null)

  return (
    <div className={mergeClasses(styles.row, selected === true && styles.chosen)} data-testid="account-row" data-account={id}>
      {movable && (
        // The menu, and Alt with the arrow keys, do the same.
        <span className={styles.handle} aria-hidden data-testid="handle" onPointerDown={(event) => onGrab(event, id)}>
          <ReOrderDotsVerticalRegular />
        </span>
      )}
      {selecting ? (
        <span className={mergeClasses(styles.lead, styles.check, selected && styles.checked)} aria-hidden>
          {selected && <CheckmarkRegular />}
        </span>
      ) : (
        <AccountIcon account={account} className={styles.lead} />
      )}
      <AccountNames account={account} copied={copied} />
      <span className={mergeClasses(styles.code, code === null && styles.unasked)} aria-hidden data-testid={code === null ? 'code-hidden' : 'code'}>
        {grouped(code ?? '•'.repeat(account.digits))}
      </span>
      {selecting && (
        <button
          type="button"
          role="checkbox"
          aria-checked={selected}
          className={styles.copy}
          aria-label={name}
          data-main
          data-testid="select-account"
          onClick={(event) => onSelect(id, event.shiftKey)}
        />
      )}
      {copyable && (
        <button
          type="button"
          className={styles.copy}
          // A spelled-out text for screen readers, unlike the visible one; so it is beside the button and not in it.
          aria-label={code === null ? t('authenticator.row.copyHidden', { name }) : t('authenticator.row.copy', { name, code: spelled(code) })}
          data-main
          data-testid="action-copy-code"
          onClick={() => onCopy(id, false)}
        />
      )}
      <div className={styles.beside}>
        {kind === 'hotp' && !selecting && (
          <Button
            size="small"
            className={styles.button}
            aria-label={t('authenticator.row.nextHotpName', { name })}
            data-main={copyable ? undefined : true}
            data-testid="action-next-hotp"
            onClick={() => onNextHotp(id)}
          >
            {t('authenticator.row.nextHotp')}
          </Button>
        )}
        {next !== null && !selecting && <NextCode name={name} code={next} onCopy={() => onCopy(id, true)} />}
      </div>
      {period !== null && code !== null && <Ring period={period} className={styles.ring} />}
      {!selecting && (
        <div className={styles.menu}>
          <AccountMenu
            id={id}
            name={name}
            pinned={account.pinned}
            movable={movable}
            onEdit={props.onEdit}
            onShowQr={props.onShowQr}
            onPin={props.onPin}
            onShift={props.onShift}
            onSelect={onSelect}
            onDelete={props.onDelete}
          />
        </div>
      )}
      {fault && (
        <div className={styles.fault}>
          <FaultBar fault={fault} />
        </div>
      )}
    </div>
  )
})
