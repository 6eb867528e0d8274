// A new passphrase for the open vault, typed twice.

import { Field, Text } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { setVaultPassphrase } from '../../backend/vault'
import { useCommand } from '../../state/command'
import { Action } from '../Action'
import { useFaultWords } from '../fault-words'
import { FaultBar } from '../FaultBar'
import { FormDialog } from '../FormDialog'
import { useNotify } from '../notify'
import { PasswordInput } from '../PasswordInput'

/** As the shell asks for; it has the last word. */
const SHORTEST = 8

export function PassphraseDialog({ change, onClose }: { change: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  const words = useFaultWords()
  const notify = useNotify()
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const [tried, setTried] = useState(false)
  const { busy, fault, run } = useCommand()

  const short = [...passphrase].length < SHORTEST
  const differ = again !== passphrase
  const save = async () => {
    setTried(true)
    if (short || differ || !(await run(() => setVaultPassphrase(passphrase)))) return
    notify(t('vault.passphrase.done'))
    onClose()
  }
  const tooShort = words({ code: 'passphrase_too_short', params: {}, correlationId: null, time: 0 })
  return (
    <FormDialog
      title={change ? t('vault.passphrase.change') : t('vault.passphrase.doSet')}
      testId="dialog-passphrase"
      onCancel={onClose}
      onSubmit={() => void save()}
      actions={
        <>
          <Action onPress={onClose} testId="action-cancel">
            {t('common.cancel')}
          </Action>
          <Action type="submit" appearance="primary" busy={busy} testId="action-save-passphrase">
            {t('common.save')}
          </Action>
        </>
      }
    >
      <Text>{t('vault.passphrase.text')}</Text>
      {fault && <FaultBar fault={fault} />}
      <Field label={t('vault.passphrase.new')} hint={t('authenticator.vault.atLeast')} validationMessage={tried && short ? tooShort.title : null}>
        <PasswordInput testId="field-passphrase" autoComplete="new-password" autoFocus value={passphrase} onChange={setPassphrase} />
      </Field>
      <Field label={t('authenticator.vault.again')} validationMessage={tried && !short && differ ? t('authenticator.vault.differ') : null}>
        <PasswordInput testId="field-passphrase-again" autoComplete="new-password" value={again} onChange={setAgain} />
      </Field>
    </FormDialog>
  )
}
