// Entries of the vault that could not be read: they are kept, and named as far as possible.

import { Link, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { AuthenticatorView } from '../../backend/authenticator'
import { Notice } from '../../components/Notice'

const useStyles = makeStyles({
  list: { margin: '4px 0 0', paddingLeft: '20px', overflowWrap: 'anywhere' },
  detail: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200, userSelect: 'text' },
})

export function QuarantineNotice({ entries }: { entries: AuthenticatorView['quarantined'] }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const [open, setOpen] = useState(false)
  if (entries.length === 0) return null
  return (
    <Notice intent="warning" testId="notice-quarantined" title={t('authenticator.quarantined.title', { number: entries.length })}>
      {t('authenticator.quarantined.text')}{' '}
      <Link as="button" inline aria-expanded={open} onClick={() => setOpen(!open)}>
        {t('common.viewDetails')}
      </Link>
      {open && (
        <ul className={styles.list}>
          {entries.map(({ name, detail }, index) => (
            <li key={index}>
              {name ?? t('authenticator.quarantined.unnamed')}
              <br />
              <span className={styles.detail}>{detail}</span>
            </li>
          ))}
        </ul>
      )}
    </Notice>
  )
}
