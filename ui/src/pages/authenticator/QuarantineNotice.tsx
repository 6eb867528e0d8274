// Entries of the vault that could not be read: they are kept, and named as far as possible.

import { makeStyles } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'

import type { AuthenticatorView } from '../../backend/authenticator'
import { useFaultWords } from '../../components/fault-words'
import { Notice } from '../../components/Notice'

const useStyles = makeStyles({ list: { margin: '4px 0 0', paddingLeft: '20px' } })

export function QuarantineNotice({ entries }: { entries: AuthenticatorView['quarantined'] }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const words = useFaultWords()
  if (entries.length === 0) return null
  return (
    <Notice intent="warning" testId="notice-quarantined" title={t('authenticator.quarantined.title', { number: entries.length })}>
      {t('authenticator.quarantined.text')}
      <ul className={styles.list}>
        {entries.map(({ name, reason }, index) => (
          <li key={index}>
            {name ?? t('authenticator.quarantined.unnamed')}: {words({ code: reason, params: {}, correlationId: null, time: 0 }).title}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
