// A new passphrase: typed twice, long enough, and the same both times.

import { Field } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useFaultWords } from '../fault-words'
import { PasswordInput } from '../PasswordInput'

/** The shell's rule; the shell checks it too. */
const SHORTEST = 8

export function useNewPassphrase() {
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const [tried, setTried] = useState(false)
  const short = [...passphrase].length < SHORTEST
  const differ = again !== passphrase
  /** Whether it is valid; if not, the fields show why from now on. */
  const isGood = () => {
    setTried(true)
    return !short && !differ
  }
  return { passphrase, setPassphrase, again, setAgain, isGood, tooShort: tried && short, notTheSame: tried && !short && differ }
}

export function NewPassphraseFields({ label, chosen }: { label: string; chosen: ReturnType<typeof useNewPassphrase> }) {
  const { t } = useTranslation()
  const { title } = useFaultWords()({ code: 'passphrase_too_short', params: {}, correlationId: null, time: 0 })
  return (
    <>
      <Field label={label} hint={t('authenticator.vault.atLeast')} validationMessage={chosen.tooShort ? title : null}>
        <PasswordInput testId="field-passphrase" autoComplete="new-password" autoFocus value={chosen.passphrase} onChange={chosen.setPassphrase} />
      </Field>
      <Field label={t('authenticator.vault.again')} validationMessage={chosen.notTheSame ? t('authenticator.vault.differ') : null}>
        <PasswordInput testId="field-passphrase-again" autoComplete="new-password" value={chosen.again} onChange={chosen.setAgain} />
      </Field>
    </>
  )
}
