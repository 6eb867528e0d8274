// One list of tokens: read, perhaps unlocked, tried, and imported.

import { useEffect, useRef, useState } from 'react'

import { toFault, type Fault } from '../../../backend/fault'
import { closeTokenFile, importTokenFile, openTokenFile, unlockTokenFile, type TokenFileSecret, type TokenFileView } from '../../../backend/token-inventory'

/** The service refuses larger files too; this prevents reading them. */
const LARGEST = 16 * 1024 * 1024

export type Step =
  | { name: 'reading' }
  | { name: 'failed'; fault: Fault }
  | { name: 'locked'; fault: Fault | null }
  | { name: 'checked'; view: TokenFileView; fault: Fault | null }
  | { name: 'imported'; view: TokenFileView }

const needsSecret = ({ code, params }: Fault) => code === 'token_file_invalid' && params.reason === 'key_needed'

export function useTokenFile(file: File) {
  const [step, setStep] = useState<Step>({ name: 'reading' })
  const [busy, setBusy] = useState(false)
  const turn = useRef(0)

  useEffect(() => {
    const own = ++turn.current
    const show = (next: Step) => {
      if (own === turn.current) setStep(next)
    }
    const read = async () => {
      if (file.size > LARGEST) throw { code: 'token_file_invalid', params: { reason: 'too_large' }, correlationId: null, time: Date.now() }
      return openTokenFile(new Uint8Array(await file.arrayBuffer()))
    }
    void read().then(
      (view) => show({ name: 'checked', view, fault: null }),
      (thrown: unknown) => {
        const fault = toFault(thrown)
        show(needsSecret(fault) ? { name: 'locked', fault: null } : { name: 'failed', fault })
      },
    )
    return () => {
      turn.current += 1
    }
  }, [file])

  const work = async (ask: () => Promise<Step>, refused: (fault: Fault) => Step) => {
    const own = turn.current
    setBusy(true)
    const next = await ask().catch((thrown: unknown) => refused(toFault(thrown)))
    setBusy(false)
    if (own === turn.current) setStep(next)
  }
  return {
    step,
    busy,
    unlock: (secret: TokenFileSecret, text: string) =>
      void work(
        async () => ({ name: 'checked', view: await unlockTokenFile(secret, text), fault: null }),
        (fault) => ({ name: 'locked', fault }),
      ),
    take: () => {
      if (step.name !== 'checked') return
      const { view } = step
      void work(
        async () => ({ name: 'imported', view: await importTokenFile() }),
        (fault) => ({ name: 'checked', view, fault }),
      )
    },
    /** The list and its secrets are forgotten. */
    close: () => {
      turn.current += 1
      void closeTokenFile().catch(() => undefined)
    },
  }
}
