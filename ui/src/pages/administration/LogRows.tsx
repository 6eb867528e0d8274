// Rows of the sign-in log. Each expands to all its fields.

import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { AdminSignIn } from '../../backend/administration'
import { DetailsToCopy } from '../../components/DetailsToCopy'
import { useFormats } from '../../state/format'
import { logFacts, logFields, logWords } from './log-words'
import { useRowStyles } from './row-styles'

const useStyles = makeStyles({
  denied: { color: tokens.colorStatusDangerForeground1 },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: '12px' },
  open: { marginLeft: 'auto', fontSize: tokens.fontSizeBase200 },
})

/** `onPerson` filters the log by a person; without it, all rows are of one person, who is not named. */
export function LogRows({ rows, onPerson }: { rows: AdminSignIn[]; onPerson?: (upn: string) => void }) {
  const row = useRowStyles()
  return (
    <ul className={row.list}>
      {rows.map((signIn) => (
        <LogRow key={signIn.id} signIn={signIn} onPerson={onPerson} />
      ))}
    </ul>
  )
}

function LogRow({ signIn, onPerson }: { signIn: AdminSignIn; onPerson?: (upn: string) => void }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const row = useRowStyles()
  const format = useFormats()
  const [open, setOpen] = useState(false)
  const words = logWords(t, signIn)
  const name = signIn.userPrincipalName
  return (
    <li className={row.row} data-testid="log-row">
      <span className={styles.head}>
        {onPerson && (name ? <Link as="button" type="button" inline title={t('administration.log.person')} onClick={() => onPerson(name)}>{name}</Link> : <span>{t('administration.log.nobody')}</span>)}
        <span className={mergeClasses(signIn.result === 'denied' && styles.denied)}>{words}</span>
        <Link as="button" type="button" inline className={styles.open} aria-expanded={open} aria-label={`${t('administration.log.fields')}: ${words}`} onClick={() => setOpen(!open)} data-testid="action-all-fields">
          {t('administration.log.fields')}
        </Link>
      </span>
      <span className={row.facts}>{logFacts(t, format, signIn).join(' · ')}</span>
      {open && (
        <div>
          <DetailsToCopy rows={logFields(signIn)} />
        </div>
      )}
    </li>
  )
}
