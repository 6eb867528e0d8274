// The newest sign-ins of a person, in the words of their own activity.

import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'

import type { AdminSignIn } from '../../backend/administration'
import { useFormats } from '../../state/format'
import { sentenceOf } from '../activity/sentence'
import { useRowStyles } from './row-styles'

const useStyles = makeStyles({ denied: { color: tokens.colorStatusDangerForeground1 } })

export function PersonSignIns({ rows }: { rows: AdminSignIn[] }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const row = useRowStyles()
  const format = useFormats()
  if (rows.length === 0) return <Text>{t('administration.person.noSignIns')}</Text>
  return (
    <ul className={row.list}>
      {rows.map((signIn) => (
        <li key={signIn.id} className={row.row} data-testid="person-sign-in">
          <span className={mergeClasses(signIn.result === 'denied' && styles.denied)}>{sentenceOf(t, signIn)}</span>
          <span className={row.facts}>
            {[format.dateTime(signIn.createdDateTime), signIn.count > 1 && `×${signIn.count}`, signIn.application, signIn.clientAddress, signIn.detail].filter(Boolean).join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  )
}
