// The tray icon, and the options that need it.

import { PanelBottomRegular } from '@fluentui/react-icons/svg/panel-bottom'
import { useTranslation } from 'react-i18next'

import type { QuickAccessObstacle, QuickAccessSettings } from '../../../backend/quick-access'
import { FaultBar } from '../../../components/FaultBar'
import { SettingsCard } from '../../../components/SettingsCard'
import { SwitchRow } from '../SwitchRow'
import { useCommand } from '../../../state/command'
import { changeSettings, useSettings } from '../../../state/settings'

export function TrayCard({ obstacle }: { obstacle: QuickAccessObstacle | null }) {
  const { t } = useTranslation()
  const { quickAccess } = useSettings()
  const { fault, run } = useCommand()
  const change = (part: Partial<QuickAccessSettings>) => void run(() => changeSettings({ quickAccess: { ...quickAccess, ...part } }))
  const why = obstacle && t(`quickAccess.obstacles.${obstacle}`)
  // An option that is on can always be switched off, even if it has no effect now.
  const leaning = (on: boolean) => (on ? null : (why ?? (quickAccess.tray ? null : t('quickAccess.trayFirst'))))
  return (
    <>
      {fault && <FaultBar fault={fault} />}
      <SettingsCard icon={<PanelBottomRegular />} title={t('quickAccess.tray.title')} testId="card-tray" padded>
        <SwitchRow
          label={t('quickAccess.tray.icon')}
          hint={why ?? t('quickAccess.tray.iconHint')}
          blocked={quickAccess.tray ? null : why}
          checked={quickAccess.tray}
          onChange={(tray) => change({ tray })}
          testId="field-tray"
        />
        <SwitchRow
          label={t('quickAccess.tray.close')}
          hint={t('quickAccess.tray.closeHint')}
          blocked={leaning(quickAccess.closeToTray)}
          checked={quickAccess.closeToTray}
          onChange={(closeToTray) => change({ closeToTray })}
          testId="field-close-to-tray"
        />
        <SwitchRow
          label={t('quickAccess.tray.hidden')}
          hint={t('quickAccess.tray.hiddenHint')}
          blocked={leaning(quickAccess.startHidden)}
          checked={quickAccess.startHidden}
          onChange={(startHidden) => change({ startHidden })}
          testId="field-start-hidden"
        />
      </SettingsCard>
    </>
  )
}
