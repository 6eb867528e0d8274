// What needs attention, each with the way to its list.

import { Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import { WarningRegular } from '@fluentui/react-icons/svg/warning'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'

import { useFormats, type Formats } from '../../../state/format'
import { NOT_REGISTERED_DAYS } from '../filters'
import type { Attention } from './attention'
import { useNumbers } from './numbers'
import type { Target } from './OverviewPanel'

const useStyles = makeStyles({
  list: { margin: 0, padding: '4px 0', listStyle: 'none', backgroundColor: tokens.colorStatusWarningBackground1, border: `1px solid ${tokens.colorStatusWarningBorder1}`, borderRadius: tokens.borderRadiusLarge },
  row: { display: 'flex', alignItems: 'center', columnGap: '10px', padding: '8px 16px' },
  mark: { display: 'flex', flexShrink: 0, fontSize: '20px', color: tokens.colorStatusWarningForeground3 },
  words: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
})

export interface AttentionListProps {
  found: Attention[]
  administers: boolean
  onGo: (target: Target) => void
}

export function AttentionList({ found, administers, onGo }: AttentionListProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const format = useFormats()
  const number = useNumbers()
  if (found.length === 0) return null
  return (
    <ul className={styles.list} aria-label={t('overview.attention')} data-testid="needs-attention">
      {found.map((one) => {
        const words = attentionWords(t, format, number, one)
        const target = administers ? targetOf(one) : null
        return (
          <li key={words} className={styles.row} data-testid={`attention-${one.what}`}>
            <span className={styles.mark} aria-hidden>
              <WarningRegular />
            </span>
            <Text className={styles.words}>{words}</Text>
            {target && (
              <Link as="button" type="button" aria-label={`${t('overview.show')}: ${words}`} onClick={() => onGo(target)}>
                {t('overview.show')}
              </Link>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function targetOf(one: Attention): Target | null {
  switch (one.what) {
    case 'onlyAdministrator':
      return { page: 'people', filters: { role: 'administrator' } }
    case 'notRegistered':
      return { page: 'people', filters: { notRegisteredDays: NOT_REGISTERED_DAYS } }
    case 'blocked':
      return { page: 'people', filters: { blocked: true } }
    case 'fewTokens':
      return { page: 'tokens', status: 'available' }
    default:
      return null
  }
}

function attentionWords(t: TFunction, format: Formats, number: (value: number) => string, one: Attention): string {
  switch (one.what) {
    case 'clockJumped':
      return t('overview.needs.clockJumped', { time: format.duration(Math.abs(one.seconds)) })
    case 'nodeSilent':
      return t('overview.needs.nodeSilent', { node: one.node, time: format.dateTime(one.since) })
    case 'certificateEnds':
      return t(one.days > 0 ? 'overview.needs.certificateEnds' : 'overview.needs.certificateEnded', { node: one.node, date: format.date(one.until) })
    case 'directoryStopped':
      return one.since ? t('overview.needs.directoryStopped', { time: format.dateTime(one.since) }) : t('overview.needs.directoryNeverRead')
    case 'gatewayFails':
      return t('overview.needs.gatewayFails', { failed: number(one.failed), of: number(one.of) })
    case 'mailHeld':
      return t('overview.needs.mailHeld', { count: one.notices })
    case 'fewTokens':
      return t('overview.needs.fewTokens', { count: one.left })
    case 'notRegistered':
      return t('overview.needs.notRegistered', { count: one.people, days: NOT_REGISTERED_DAYS })
    case 'blocked':
      return t('overview.needs.blocked', { count: one.people })
    default:
      return t(`overview.needs.${one.what}`)
  }
}
