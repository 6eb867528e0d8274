// The form for a new hardware token: serial number, the present code, a name.

import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { addHardwareToken } from '../backend/hardware-tokens'
import { useCommand } from '../state/command'
import { isTokenCode } from './TokenCodeField'

export function useAddToken(onDone: () => Promise<void> | void) {
  const { t } = useTranslation()
  const [serialNumber, setSerialNumber] = useState('')
  const [code, setCode] = useState('')
  const [displayName, setDisplayName] = useState('')
  const adding = useCommand()

  /** Why it cannot be submitted yet. */
  const missing = serialNumber.trim() === '' ? t('hardwareToken.serialMissing') : isTokenCode(code) ? null : t('hardwareToken.codeMissing')

  const add = async () => {
    if (missing) return
    const added = await adding.run(() => addHardwareToken(serialNumber, code, displayName))
    if (added) await onDone()
    // The code is used up or wrong: the person needs another one.
    else setCode('')
  }

  return { serialNumber, setSerialNumber, code, setCode, displayName, setDisplayName, adding, missing, add }
}

export type AddingToken = ReturnType<typeof useAddToken>
