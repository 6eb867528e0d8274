// Entries of the vault that could not be read: the vault keeps them; they are listed, and shown and deleted on request.

import { Link, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { AuthenticatorView } from '../../backend/authenticator'
import { deleteQuarantined } from '../../backend/vault'
import { Action } from '../../components/Action'
import { ConfirmDialog } from '../../components/ConfirmDialog'
import { Notice } from '../../components/Notice'
import { QuarantinedDialog } from './QuarantinedDialog'

const useStyles = makeStyles({
  list: { margin: '8px 0 0', padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', rowGap: '8px', overflowWrap: 'anywhere' },
  entry: { display: 'flex', flexWrap: 'wrap', gap: '4px 12px', alignItems: 'center' },
  words: { flexGrow: 1, flexBasis: '200px' },
  detail: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200, userSelect: 'text' },
  actions: { display: 'flex', columnGap: '8px' },
})

type Asking = { kind: 'show' | 'delete'; id: string } | null

export function QuarantineNotice({ entries }: { entries: AuthenticatorView['quarantined'] }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const [open, setOpen] = useState(false)
  const [asking, setAsking] = useState<Asking>(null)
  if (entries.length === 0) return null
  const close = () => setAsking(null)
  return (
    <>
      <Notice
        intent="warning"
        testId="notice-quarantined"
        title={t('authenticator.quarantined.title', { number: entries.length })}
        action={
          <Link as="button" type="button" inline aria-expanded={open} onClick={() => setOpen(!open)}>
            {t('common.viewDetails')}
          </Link>
        }
        more={
          open && (
            <ul className={styles.list}>
              {entries.map(({ id, name: known, detail }) => {
                const name = known ?? t('authenticator.quarantined.unnamed')
                return (
                  <li key={id} className={styles.entry}>
                    <div className={styles.words}>
                      {name}
                      <br />
                      <span className={styles.detail}>{detail}</span>
                    </div>
                    <div className={styles.actions}>
                      <Action size="small" name={t('vault.aside.showName', { name })} onPress={() => setAsking({ kind: 'show', id })} testId="action-show-quarantined">
                        {t('vault.aside.show')}
                      </Action>
                      <Action size="small" appearance="subtle" danger name={t('vault.aside.deleteName', { name })} onPress={() => setAsking({ kind: 'delete', id })} testId="action-delete-quarantined">
                        {t('common.delete')}
                      </Action>
                    </div>
                  </li>
                )
              })}
            </ul>
          )
        }
      >
        {t('authenticator.quarantined.text')}
      </Notice>
      {asking?.kind === 'show' && <QuarantinedDialog id={asking.id} onClose={close} />}
      {asking?.kind === 'delete' && (
        <ConfirmDialog
          title={t('vault.aside.deleteTitle')}
          text={t('vault.aside.deleteText')}
          danger
          testId="dialog-delete-quarantined"
          onYes={() => deleteQuarantined(asking.id)}
          onDone={close}
          onNo={close}
        />
      )}
    </>
  )
}
