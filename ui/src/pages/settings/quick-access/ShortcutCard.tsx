// The global shortcut that raises the window.

import { KeyboardRegular } from '@fluentui/react-icons/svg/keyboard'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { setShortcut, type QuickAccessView } from '../../../backend/quick-access'
import { Action } from '../../../components/Action'
import { FaultBar } from '../../../components/FaultBar'
import { SettingsCard } from '../../../components/SettingsCard'
import { useCommand } from '../../../state/command'
import { takeSettings, useSettings } from '../../../state/settings'
import { ShortcutDialog } from './ShortcutDialog'

export function ShortcutCard({ view, onChanged }: { view: QuickAccessView; onChanged: () => Promise<void> }) {
  const { t } = useTranslation()
  const { shortcut } = useSettings().quickAccess
  const { busy, fault, run } = useCommand()
  const [open, setOpen] = useState(false)
  const { noShortcut: obstacle, heldKeys } = view
  const set = async (keys: string | null) => {
    takeSettings(await setShortcut(keys))
    await onChanged()
  }
  const named = (does: 'choose' | 'remove') => `${t(`quickAccess.shortcut.${does}`)}: ${t('quickAccess.shortcut.title')}`
  const why = obstacle && t(`quickAccess.obstacles.${obstacle}`)
  // On a desktop that asked the person, they may have chosen other keys.
  const chosen = heldKeys !== null ? t('quickAccess.shortcut.held', { keys: heldKeys }) : t('quickAccess.shortcut.notHeld', { keys: shortcut })
  const state = why ?? (shortcut ? chosen : t('quickAccess.shortcut.hint'))
  return (
    <>
      {fault && <FaultBar fault={fault} />}
      <SettingsCard
        icon={<KeyboardRegular />}
        title={t('quickAccess.shortcut.title')}
        state={state}
        off={obstacle !== null}
        testId="card-shortcut"
        control={
          <>
            <Action blocked={why} onPress={() => setOpen(true)} name={named('choose')} testId="action-choose-shortcut">
              {t('quickAccess.shortcut.choose')}
            </Action>
            {shortcut && (
              <Action appearance="subtle" danger busy={busy} onPress={() => void run(() => set(null))} name={named('remove')} testId="action-remove-shortcut">
                {t('quickAccess.shortcut.remove')}
              </Action>
            )}
          </>
        }
      />
      {open && <ShortcutDialog onChosen={set} onClose={() => setOpen(false)} />}
    </>
  )
}
