// One row: what happened, from where, how it ended, and the details for the help desk.

import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle'
import { DismissCircleRegular } from '@fluentui/react-icons/svg/dismiss-circle'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { SignIn } from '../../backend/activity'
import { Action } from '../../components/Action'
import { DetailsToCopy, type Detail } from '../../components/DetailsToCopy'
import { useFormats } from '../../state/format'
import { useStatus } from '../../state/status'
import { sentenceOf } from './sentence'

const useStyles = makeStyles({
  row: { display: 'flex', flexDirection: 'column', padding: '12px 16px', ':not(:first-child)': { borderTop: `1px solid ${tokens.colorNeutralStroke3}` } },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '12px', rowGap: '4px' },
  icon: { display: 'flex', flexShrink: 0, fontSize: '20px', color: tokens.colorNeutralForeground2 },
  denied: { color: tokens.colorPaletteRedForeground1 },
  words: { display: 'flex', flexDirection: 'column', flexGrow: 1, flexBasis: '0', minWidth: '200px', overflowWrap: 'anywhere' },
  soft: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  end: { display: 'flex', alignItems: 'center', columnGap: '8px', marginLeft: 'auto' },
  below: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', rowGap: '8px', paddingLeft: '32px', marginTop: '4px', '@media (max-width: 559px)': { paddingLeft: 0 } },
  hint: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', maxWidth: '75ch' },
})

export interface ActivityRowProps {
  row: SignIn
  onNotMe: (row: SignIn) => void
  onGo: (to: 'appPasswords' | 'securityInfo') => void
}

export function ActivityRow({ row, onNotMe, onGo }: ActivityRowProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const format = useFormats()
  const [open, setOpen] = useState(false)
  const id = useId()
  const denied = row.result === 'denied'
  const what = sentenceOf(t, row)
  const repeated = row.lastDateTime && t('activity.count', { number: row.count, time: format.time(row.lastDateTime) })
  const hint = hints[row.denialReason ?? '']
  return (
    <li className={styles.row} data-testid="activity-row" aria-labelledby={id}>
      <div className={styles.line}>
        <span className={mergeClasses(styles.icon, denied && styles.denied)} aria-hidden>
          {denied ? <DismissCircleRegular /> : <CheckmarkCircleRegular />}
        </span>
        <div className={styles.words}>
          <Text id={id}>{what}</Text>
          <span className={styles.soft}>
            {[denied ? t('activity.denied') : t('activity.signedIn'), row.protocol === 'stepUp' && t('activity.stepUp'), row.application, row.detail, row.clientAddress, repeated].filter(Boolean).join(' · ')}
          </span>
        </div>
        <div className={styles.end}>
          <span className={styles.soft}>{format.time(row.createdDateTime)}</span>
          <Action
            appearance="subtle"
            size="small"
            onPress={() => setOpen(!open)}
            name={open ? undefined : t('activity.detailsOf', { what })}
            testId="action-details"
          >
            {open ? t('activity.hideDetails') : t('common.viewDetails')}
          </Action>
        </div>
      </div>
      {hint && (
        <div className={styles.below}>
          <div className={styles.hint}>
            <span className={styles.soft}>{t(hint.text)}</span>
            <Action size="small" onPress={() => onGo(hint.to)} testId={`action-hint-${hint.to}`}>
              {t(hint.action)}
            </Action>
          </div>
        </div>
      )}
      {open && (
        <div className={styles.below}>
          <Details row={row} />
          <Action onPress={() => onNotMe(row)} testId="action-not-me">
            {t('activity.notMe.action')}
          </Action>
        </div>
      )}
    </li>
  )
}

/** What a row leads to, by its reason. */
const hints: Record<string, { text: 'activity.appPasswordHint' | 'activity.setUpAppHint'; action: 'activity.createAppPassword' | 'activity.setUpApp'; to: 'appPasswords' | 'securityInfo' }> = {
  app_password_required: { text: 'activity.appPasswordHint', action: 'activity.createAppPassword', to: 'appPasswords' },
  app_not_activated: { text: 'activity.setUpAppHint', action: 'activity.setUpApp', to: 'securityInfo' },
}

function Details({ row }: { row: SignIn }) {
  const { t } = useTranslation()
  const format = useFormats()
  const person = useStatus()?.person
  const rows: Detail[] = [
    row.denialReason ? [t('fault.code'), row.denialReason] : [t('activity.field.result'), row.result],
    [t('fault.correlationId'), row.correlationId],
    [t('fault.time'), format.dateTime(row.createdDateTime)],
  ]
  if (person) rows.push([t('fault.user'), person.userPrincipalName])
  rows.push([t('fault.userId'), row.userId])
  if (row.detail) rows.push([t('activity.field.detail'), row.detail])
  if (row.clientAddress) rows.push([t('activity.field.address'), row.clientAddress])
  if (row.clientDevice) rows.push([t('activity.field.program'), row.clientDevice])
  rows.push([t('activity.field.id'), row.id])
  return <DetailsToCopy rows={rows} testId="activity-details" />
}
