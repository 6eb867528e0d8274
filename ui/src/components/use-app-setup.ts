// A set-up of an authenticator app. The app is active after its first right code.

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
  /** The method that the new one replaces after its verification. */
  replaces?: string
  /** The earlier name of the app. */
  name?: string
  onDone: () => Promise<void> | void
  /** Starts when it is true. */
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
    // An unfinished set-up also expires at the service.
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
    // After the activation, only the next action is repeated.
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
