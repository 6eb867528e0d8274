// A set-up of an authenticator app in progress. Nothing counts for sign-in until its first code was right.

import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import {
  activateMobileApp,
  addMobileAppToThisComputer,
  cancelMobileApp,
  startMobileApp,
  type MobileAppSetup,
} from '../backend/security-info'
import { useCommand } from '../state/command'

export interface AppSetupOptions {
  /** The method that the new one takes the place of, once it is verified. */
  replaces?: string
  /** How the app was called before. */
  name?: string
  onDone: () => Promise<void> | void
  /** Nothing is begun while it is false. */
  enabled?: boolean
}

export function useAppSetup({ replaces, name, onDone, enabled = true }: AppSetupOptions) {
  const { t } = useTranslation()
  const [setup, setSetup] = useState<MobileAppSetup | null>(null)
  const [expires, setExpires] = useState<number | null>(null)
  const [code, setCode] = useState('')
  const [deviceName, setDeviceName] = useState(name ?? t('setup.deviceNameDefault'))
  const { run: runStart, ...starting } = useCommand()
  const verifying = useCommand()
  const adding = useCommand()
  const activated = useRef<string | null>(null)
  const open = useRef<string | null>(null)

  const forget = useCallback(async () => {
    const id = open.current
    open.current = null
    // The service forgets an unfinished set-up by itself as well.
    if (id) await cancelMobileApp(id).catch(() => undefined)
  }, [])

  const start = useCallback(
    () =>
      runStart(async () => {
        await forget()
        const started = await startMobileApp()
        open.current = started.id
        setSetup(started)
        setExpires(Date.now() + started.expiresInSeconds * 1000)
        setCode('')
      }),
    [runStart, forget],
  )

  useEffect(() => {
    if (!enabled) return
    void start()
    return () => void forget()
  }, [start, forget, enabled])

  const finish = async (work: (id: string) => Promise<unknown>) => {
    if (!setup) return
    // Once it is activated, only what follows is tried again.
    if (activated.current !== setup.id) {
      await work(setup.id)
      activated.current = setup.id
      open.current = null
    }
    await onDone()
  }
  const verify = () => verifying.run(() => finish((id) => activateMobileApp(id, code, deviceName.trim(), replaces)))
  const addHere = () => adding.run(() => finish((id) => addMobileAppToThisComputer(id, replaces)))

  return { setup, expires, code, setCode, deviceName, setDeviceName, starting, verifying, adding, start, verify, addHere }
}

export type AppSetup = ReturnType<typeof useAppSetup>
