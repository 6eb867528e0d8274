// A set-up of a device with push. The device is active after its test request was approved.

import { useCallback, useEffect, useRef, useState } from 'react'

import { cancelPushSetup, pushSetupState, startPushSetup, testPushDevice, useThisComputer as activateHere, type AuthenticatorSetUp, type PushSetup, type TestStarted } from '../backend/approvals'
import { toFault } from '../backend/fault'
import { useCommand } from '../state/command'
import { afterWhileSeen } from '../state/seen'

const LOOK_EVERY = 1000

export interface PushSetupOptions {
  /** The app or device that the new one replaces after its verification. */
  replaces?: string
  onDone: () => Promise<void> | void
  /** Starts when it is true. */
  enabled?: boolean
}

export function usePushSetup({ replaces, onDone, enabled = true }: PushSetupOptions) {
  const [setup, setSetup] = useState<PushSetup | null>(null)
  const [expires, setExpires] = useState<number | null>(null)
  const [state, setState] = useState<AuthenticatorSetUp | null>(null)
  const [test, setTest] = useState<(TestStarted & { until: number }) | null>(null)
  const { run: runStart, ...starting } = useCommand()
  const { run: runTest, ...testing } = useCommand()
  const activating = useCommand()
  const finishing = useCommand()
  const open = useRef<string | null>(null)

  const forget = useCallback(async () => {
    const id = open.current
    open.current = null
    // An unfinished set-up also expires at the service.
    if (id) await cancelPushSetup(id).catch(() => undefined)
  }, [])

  const start = useCallback(
    () =>
      runStart(async () => {
        await forget()
        setTest(null)
        setState(null)
        const started = await startPushSetup(replaces ?? null)
        open.current = started.id
        setSetup(started)
        setExpires(Date.now() + started.expiresInSeconds * 1000)
      }),
    [runStart, forget, replaces],
  )

  useEffect(() => {
    if (!enabled) return
    void start()
    return () => {
      setSetup(null)
      void forget()
    }
  }, [start, forget, enabled])

  const id = setup?.id ?? null
  const over = state?.state === 'verified' || state?.state === 'expired'
  useEffect(() => {
    if (id === null || over) return
    let closed = false
    let callOff: () => void
    const next = () => {
      callOff = afterWhileSeen(LOOK_EVERY, () => void look())
    }
    const look = async () => {
      try {
        const now = await pushSetupState(id)
        if (!closed) setState(now)
      } catch (thrown) {
        // The network may come back; the next press shows any other error.
        if (toFault(thrown).code === 'not_found') return
      }
      if (!closed) next()
    }
    next()
    return () => {
      closed = true
      callOff()
    }
  }, [id, over])

  const sendTest = useCallback(
    () =>
      runTest(async () => {
        if (id === null) return
        const started = await testPushDevice(id)
        setTest({ ...started, until: Date.now() + started.expiresInSeconds * 1000 })
        setState((before) => before && { ...before, testOutcome: null })
      }),
    [runTest, id],
  )

  // The test starts automatically when a device has used the code.
  const activated = state?.state === 'activated'
  useEffect(() => {
    if (activated) void sendTest()
  }, [activated, sendTest])

  const verified = state?.state === 'verified'
  const runFinish = finishing.run
  const done = useRef(onDone)
  useEffect(() => {
    done.current = onDone
  })
  useEffect(() => {
    if (!verified) return
    open.current = null
    void runFinish(async () => done.current())
  }, [verified, runFinish])

  const addHere = () => activating.run(async () => setup && activateHere(setup.id))
  const finish = () => finishing.run(async () => done.current())

  return { setup, expires, state, test, starting, activating, testing, finishing, start, sendTest, addHere, finish }
}

export type PushSetupInProgress = ReturnType<typeof usePushSetup>
