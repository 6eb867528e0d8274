// Why a person cannot sign in now, or can without a second step: locks, a block, a one-time bypass. Each with its
// reason and the action that ends it.

import { useTranslation } from 'react-i18next'

import type { AdminUserDetails, LockRecord } from '../../backend/administration'
import { Action } from '../../components/Action'
import { Notice } from '../../components/Notice'
import { useSecondsLeft } from '../../state/clock'
import { useFormats } from '../../state/format'

export interface PersonNoticesProps {
  details: AdminUserDetails
  blocked: string | null
  busy: boolean
  onUnlock: () => void
  /** Null for a role without this action. */
  onUnblock: (() => void) | null
  onWithdraw: () => void
}

export function PersonNotices({ details, blocked, busy, onUnlock, onUnblock, onWithdraw }: PersonNoticesProps) {
  const { t } = useTranslation()
  const format = useFormats()
  const block = details.blocks[0]
  const bypass = details.oneTimeBypassUntilDateTime
  const left = useSecondsLeft(bypass ? Date.parse(bypass) : null)
  const cause = ({ kind, network, failures, lastFailureDateTime }: LockRecord) => {
    const tried = t(`administration.person.locks.${kind}`)
    const what = network ? t('administration.person.lockFrom', { what: tried, network }) : tried
    return t('administration.person.lock', { what, number: failures, time: format.time(lastFailureDateTime) })
  }
  return (
    <>
      {details.lockedUntilDateTime && (
        <Notice
          intent="warning"
          title={t('administration.person.lockedUntil', { time: format.dateTime(details.lockedUntilDateTime) })}
          testId="notice-locked"
          action={
            <Action size="small" blocked={blocked} busy={busy} onPress={onUnlock} testId="action-unlock">
              {t('administration.actions.unlock')}
            </Action>
          }
        >
          {details.locks.map(cause).join(' ')}
        </Notice>
      )}
      {details.blockedUntilDateTime && (
        <Notice
          intent="warning"
          title={block?.cause === 'directory' ? t('blocks.untilDirectory') : t('administration.person.blockedUntil', { time: format.dateTime(details.blockedUntilDateTime) })}
          testId="notice-blocked"
          action={
            onUnblock && (
              <Action size="small" blocked={blocked} onPress={onUnblock} testId="action-unblock">
                {t('administration.actions.unblock')}
              </Action>
            )
          }
        >
          {block && t('administration.person.blockedBy', { who: block.blockedBy, time: format.dateTime(block.blockedDateTime), reason: block.reason })}
        </Notice>
      )}
      {bypass && left > 0 && (
        <Notice
          title={t('administration.person.bypassOpen', { time: format.countdown(left) })}
          testId="notice-bypass"
          action={
            <Action size="small" blocked={blocked} busy={busy} onPress={onWithdraw} testId="action-withdraw-bypass">
              {t('administration.person.withdraw')}
            </Action>
          }
        >
          {t('administration.says.oneTimeBypass')}
        </Notice>
      )}
    </>
  )
}
