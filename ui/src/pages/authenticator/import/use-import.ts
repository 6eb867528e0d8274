// One import: the file is read, may need a password or a confirmation, is shown, and is added.

import { useCallback, useEffect, useRef, useState } from 'react'

import { toFault, type Fault } from '../../../backend/fault'
import { cancelImport, openImport, unlockImport, type ImportPreview } from '../../../backend/importing'

/** Rust refuses larger files too; this prevents reading them. */
const LARGEST = 64 * 1024 * 1024
/** The file needs a password; a wrong one asks again. */
const PASSWORD_FAULTS = ['import_password_needed', 'import_password_wrong', 'import_password_or_damaged']

export type Step =
  | { name: 'reading' }
  | { name: 'password'; format: string; fault: Fault | null }
  | { name: 'memory'; fault: Fault }
  | { name: 'failed'; fault: Fault }
  | { name: 'preview'; preview: ImportPreview }

export function useImport(file: File) {
  const [step, setStep] = useState<Step>({ name: 'reading' })
  const [password, setPassword] = useState('')
  const asked = useRef(0)

  /** Shows the result of reading, unless another file was chosen meanwhile. */
  const follow = useCallback(async (read: () => Promise<ImportPreview>) => {
    const turn = ++asked.current
    let next: Step
    try {
      next = { name: 'preview', preview: await read() }
    } catch (thrown) {
      next = stepAfter(toFault(thrown))
    }
    if (turn === asked.current) setStep(next)
  }, [])

  useEffect(() => {
    void follow(async () => {
      if (file.size > LARGEST) throw { code: 'import_too_large', params: {}, correlationId: null, time: Date.now() }
      return openImport(new Uint8Array(await file.arrayBuffer()))
    })
    return () => {
      asked.current = -1
    }
  }, [follow, file])

  const ask = (read: () => Promise<ImportPreview>) => {
    setStep({ name: 'reading' })
    void follow(read)
  }
  return {
    step,
    password,
    setPassword,
    unlock: () => ask(() => unlockImport(password, false)),
    allowMemory: () => ask(() => unlockImport(password, true)),
    /** Nothing waits for a cancelled import. */
    giveUp: () => {
      asked.current = -1
      void cancelImport().catch(() => undefined)
    },
  }
}

function stepAfter(fault: Fault): Step {
  if (fault.code === 'import_memory') return { name: 'memory', fault }
  if (!PASSWORD_FAULTS.includes(fault.code)) return { name: 'failed', fault }
  const { format } = fault.params
  return { name: 'password', format: typeof format === 'string' ? format : '', fault: fault.code === 'import_password_needed' ? null : fault }
}
