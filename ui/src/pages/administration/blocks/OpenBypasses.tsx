// Whose next sign-in passes without a second step, with *Withdraw* and the time left.

import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'

import { withdrawBypass } from '../../../backend/administration'
import { bypasses, type PersonBypass } from '../../../backend/sign-in-log'
import { Action } from '../../../components/Action'
import { FaultBar } from '../../../components/FaultBar'
import { Loading } from '../../../components/Loading'
import { useNotify } from '../../../components/notify'
import { useOffline } from '../../../components/offline'
import { Section } from '../../../components/Section'
import { useNow } from '../../../state/clock'
import { useCommand } from '../../../state/command'
import { useFormats } from '../../../state/format'
import { useRowStyles } from '../row-styles'
import { usePages } from '../use-pages'

const useStyles = makeStyles({
  row: { flexDirection: 'row', flexWrap: 'wrap', alignItems: 'center', columnGap: '16px', rowGap: '8px' },
  words: { display: 'flex', flexDirection: 'column', flex: '1 1 260px', minWidth: 0 },
  name: { fontWeight: tokens.fontWeightSemibold },
})

const HOUR = 3600
const ALL = {}
const asPage = async () => {
  const rows = await bypasses()
  return { value: rows, next: null, found: rows.length }
}

export interface OpenBypassesProps {
  /** Auditors read alone. */
  administers: boolean
}

export function OpenBypasses({ administers }: OpenBypassesProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const row = useRowStyles()
  const format = useFormats()
  const offline = useOffline()
  const notify = useNotify()
  const now = useNow(1000)
  const withdrawing = useCommand()
  const { list, fault, reload } = usePages(ALL, asPage)
  const open = list?.rows.filter(({ expiresDateTime }) => Date.parse(expiresDateTime) > now)
  const withdraw = ({ userPrincipalName }: PersonBypass) =>
    void withdrawing.run(async () => {
      await withdrawBypass(userPrincipalName)
      notify(t('administration.done.withdraw'))
      reload()
    })
  const end = ({ expiresDateTime }: PersonBypass) => {
    const left = Math.ceil((Date.parse(expiresDateTime) - now) / 1000)
    return left < HOUR ? t('blocks.left', { time: format.countdown(left) }) : t('blocks.until', { time: format.dateTime(expiresDateTime) })
  }
  const problem = withdrawing.fault ?? fault
  return (
    <Section title={t('blocks.bypasses')} hint={t('blocks.bypassesHint')}>
      {problem && <FaultBar fault={problem} />}
      {!open && !fault && <Loading rows={2} />}
      {open?.length === 0 && <Text data-testid="empty-bypasses">{t('blocks.noBypasses')}</Text>}
      {open && open.length > 0 && (
        <ul className={row.list} aria-label={t('blocks.bypasses')}>
          {open.map((bypass) => (
            <li key={bypass.id} className={mergeClasses(row.row, styles.row)} data-testid="bypass-row">
              <div className={styles.words}>
                <span>
                  <span className={styles.name}>{bypass.displayName}</span> {bypass.userPrincipalName}
                </span>
                <span>{t('blocks.granted', { who: bypass.grantedBy, time: format.dateTime(bypass.grantedDateTime) })}</span>
                <span className={row.facts}>{`"${bypass.reason}"`}</span>
                <span className={row.facts}>{end(bypass)}</span>
              </div>
              {administers && (
                <Action blocked={offline} busy={withdrawing.busy} name={t('blocks.withdrawName', { name: bypass.displayName })} onPress={() => withdraw(bypass)} testId="action-withdraw">
                  {t('administration.person.withdraw')}
                </Action>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
