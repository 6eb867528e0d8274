// One row: the event, its origin, its result, and the details for the help desk.

import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle'
import { EditRegular } from '@fluentui/react-icons/svg/edit'
import { DismissCircleRegular } from '@fluentui/react-icons/svg/dismiss-circle'
import { useId, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'

import type { Row } from '../../backend/activity'
import { Action } from '../../components/Action'
import { DetailsToCopy, type Detail } from '../../components/DetailsToCopy'
import { intend, type Intent } from '../../state/destination'
import { useFormats } from '../../state/format'
import { useStatus } from '../../state/status'
import { describe, type Described } from './describe'

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
  row: Row
  onNotMe: (row: Row) => void
  onGo: (to: 'appPasswords' | 'securityInfo') => void
}

export function ActivityRow({ row, onNotMe, onGo }: ActivityRowProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const format = useFormats()
  const [open, setOpen] = useState(false)
  const id = useId()
  const { what, facts, details, look } = describe(t, format, row)
  const hint = row['@type'] === 'signIn' ? hints[row.denialReason ?? ''] : undefined
  // Only the organization can answer for an administrator's action.
  const own = row['@type'] === 'signIn' || row.changedBy === 'person'
  return (
    <li className={styles.row} data-testid="activity-row" aria-labelledby={id}>
      <div className={styles.line}>
        <span className={mergeClasses(styles.icon, look === 'denied' && styles.denied)} aria-hidden>
          {icons[look]}
        </span>
        <div className={styles.words}>
          <Text id={id}>{what}</Text>
          <span className={styles.soft}>
            {facts.join(' · ')}
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
            <Action size="small" onPress={() => {
              intend(hint.intent)
              onGo(hint.to)
            }} testId={`action-hint-${hint.to}`}>
              {t(hint.action)}
            </Action>
          </div>
        </div>
      )}
      {open && (
        <div className={styles.below}>
          <Details rows={details} />
          {own && (
            <Action onPress={() => onNotMe(row)} testId="action-not-me">
              {t('activity.notMe.action')}
            </Action>
          )}
        </div>
      )}
    </li>
  )
}

const icons: Record<Described['look'], ReactElement> = {
  signIn: <CheckmarkCircleRegular />,
  denied: <DismissCircleRegular />,
  change: <EditRegular />,
}

/** The page for a row, by its reason. */
const hints: Record<string, { text: 'activity.appPasswordHint' | 'activity.setUpAppHint'; action: 'activity.createAppPassword' | 'activity.setUpApp'; intent: Intent; to: 'appPasswords' | 'securityInfo' }> = {
  app_password_required: { text: 'activity.appPasswordHint', action: 'activity.createAppPassword', intent: 'createAppPassword', to: 'appPasswords' },
  app_not_activated: { text: 'activity.setUpAppHint', action: 'activity.setUpApp', intent: 'setUpApp', to: 'securityInfo' },
}

function Details({ rows }: { rows: Detail[] }) {
  const { t } = useTranslation()
  const person = useStatus()?.person
  const all: Detail[] = person ? [...rows, [t('fault.user'), person.userPrincipalName]] : rows
  return <DetailsToCopy rows={all} testId="activity-details" />
}
