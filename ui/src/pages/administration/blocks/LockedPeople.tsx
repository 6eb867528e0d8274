// Who is locked now after wrong passwords or codes, with *Unlock*. The cause is on the page of the person.

import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'

import { actOnPerson, people, type AdminUser } from '../../../backend/administration'
import { Action } from '../../../components/Action'
import { FaultBar } from '../../../components/FaultBar'
import { Loading } from '../../../components/Loading'
import { useNotify } from '../../../components/notify'
import { useOffline } from '../../../components/offline'
import { Section } from '../../../components/Section'
import { useCommand } from '../../../state/command'
import { useFormats } from '../../../state/format'
import { useRowStyles } from '../row-styles'
import { usePages } from '../use-pages'

const useStyles = makeStyles({
  row: { flexDirection: 'row', flexWrap: 'wrap', alignItems: 'center', columnGap: '16px', rowGap: '8px' },
  words: { display: 'flex', flexDirection: 'column', flex: '1 1 260px', minWidth: 0 },
  name: { fontWeight: tokens.fontWeightSemibold },
})

const LOCKED = { locked: true } as const

export function LockedPeople() {
  const { t } = useTranslation()
  const styles = useStyles()
  const row = useRowStyles()
  const format = useFormats()
  const offline = useOffline()
  const notify = useNotify()
  const unlocking = useCommand()
  const { list, fault, reload } = usePages(LOCKED, people)
  const unlock = ({ userPrincipalName }: AdminUser) =>
    void unlocking.run(async () => {
      await actOnPerson(userPrincipalName, 'unlock', null)
      notify(t('administration.done.unlock'))
      reload()
    })
  const problem = unlocking.fault ?? fault
  return (
    <Section title={t('blocks.locked')} hint={t('blocks.lockedHint')}>
      {problem && <FaultBar fault={problem} />}
      {!list && !fault && <Loading rows={2} />}
      {list?.rows.length === 0 && <Text data-testid="empty-locked">{t('blocks.noLocked')}</Text>}
      {list && list.rows.length > 0 && (
        <ul className={row.list} aria-label={t('blocks.locked')}>
          {list.rows.map((person) => (
            <li key={person.userPrincipalName} className={mergeClasses(row.row, styles.row)} data-testid="locked-row">
              <div className={styles.words}>
                <span>
                  <span className={styles.name}>{person.displayName}</span> {person.userPrincipalName}
                </span>
                {person.lockedUntilDateTime && <span className={row.facts}>{t('administration.person.lockedUntil', { time: format.dateTime(person.lockedUntilDateTime) })}</span>}
              </div>
              <Action blocked={offline} busy={unlocking.busy} name={t('blocks.unlockName', { name: person.displayName })} onPress={() => unlock(person)} testId="action-unlock">
                {t('administration.actions.unlock')}
              </Action>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
