// Create: at the limit, delete one; then the name and its limits; then the password, once.

import { useState } from 'react'

import { closeAppPassword, createAppPassword, type AppPasswordLimits, type AppPasswordsView, type NewAppPassword } from '../../backend/app-passwords'
import { useCommand } from '../../state/command'
import { AtTheLimitStep } from './AtTheLimitStep'
import { NameStep } from './NameStep'
import { ShownOnceStep } from './ShownOnceStep'

export interface CreateDialogProps {
  view: AppPasswordsView
  onChanged: () => Promise<void>
  onClose: () => void
}

export function CreateDialog({ view, onChanged, onClose }: CreateDialogProps) {
  const [name, setName] = useState(view.suggestedNames[0] ?? '')
  const [limits, setLimits] = useState<AppPasswordLimits>({ purpose: 'everything', unusedDays: null, days: null, networks: '' })
  const [made, setMade] = useState<NewAppPassword | null>(null)
  const creating = useCommand()

  const create = () =>
    void creating.run(async () => {
      setMade(await createAppPassword(name.trim(), limits))
      await onChanged()
    })
  const close = () => {
    if (made) void closeAppPassword(made.id).catch(() => undefined)
    onClose()
  }

  if (made) return <ShownOnceStep password={made} onClose={close} />
  // Another window may have created the last one since the list was loaded.
  const full = view.value.length >= view.limit || creating.fault?.code === 'app_password_limit_reached'
  if (full) {
    const freed = async () => {
      await onChanged()
      creating.clear()
    }
    return <AtTheLimitStep view={view} onDeleted={freed} onCancel={onClose} />
  }
  return (
    <NameStep
      name={name}
      onName={setName}
      suggestions={view.suggestedNames}
      limits={limits}
      onLimits={setLimits}
      command={creating}
      onNext={create}
      onCancel={onClose}
    />
  )
}
