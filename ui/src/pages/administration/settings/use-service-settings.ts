// The service settings with their unsaved changes: read, typed, saved, and merged when somebody else saved first.

import { useCallback, useEffect, useState } from 'react'

import { adminActions, changeSettings, settingsDetails, type AdminActionRecord, type ServiceSettings } from '../../../backend/administration'
import { toFault, type Fault } from '../../../backend/fault'
import { merge, patchOf, without, type Edits, type Merge } from './draft'

/** What somebody else saved meanwhile. */
export interface Met extends Merge {
  /** Who saved, and when, if the audit log could be read. */
  by: AdminActionRecord | null
}

export type Saved = { outcome: 'saved' } | { outcome: 'met'; met: Met } | { outcome: 'refused'; fault: Fault }

export function useServiceSettings() {
  const [read, setRead] = useState<ServiceSettings | null>(null)
  const [edits, setEdits] = useState<Edits>({})
  const [fault, setFault] = useState<Fault | null>(null)

  const load = useCallback(
    () =>
      settingsDetails().then(
        (answer) => {
          setRead(answer)
          setFault(null)
        },
        (thrown: unknown) => setFault(toFault(thrown)),
      ),
    [],
  )
  useEffect(() => {
    void load()
  }, [load])

  /** Saves some of the typed changes: all of them, unless another list is given. */
  const save = async (typed: Edits = edits): Promise<Saved> => {
    if (!read) return { outcome: 'saved' }
    try {
      setRead(await changeSettings(read.version, patchOf(read.value, typed)))
      setEdits({})
      return { outcome: 'saved' }
    } catch (thrown) {
      const refusal = toFault(thrown)
      if (refusal.code !== 'precondition_failed') return { outcome: 'refused', fault: refusal }
    }
    try {
      const now = await settingsDetails()
      const merged = merge(read.value, typed, now.value)
      setRead(now)
      setEdits(merged.edits)
      return { outcome: 'met', met: { ...merged, by: await lastChange() } }
    } catch (thrown) {
      return { outcome: 'refused', fault: toFault(thrown) }
    }
  }

  return {
    read,
    fault,
    edits,
    load,
    save,
    edit: (key: string, typed: string | boolean) => setEdits((before) => ({ ...before, [key]: typed })),
    revert: (key: string) => setEdits((before) => without(before, [key])),
    discard: () => setEdits({}),
  }
}

/** The newest change of the settings in the audit log. */
const lastChange = () =>
  adminActions({}).then(
    ({ value }) => value.find(({ action }) => action === 'settings_changed') ?? null,
    () => null,
  )
