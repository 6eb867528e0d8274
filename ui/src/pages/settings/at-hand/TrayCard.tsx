// The icon in the tray, and what leans on it.

import { PanelBottomRegular } from '@fluentui/react-icons/svg/panel-bottom'
import { useTranslation } from 'react-i18next'

import type { AtHandObstacle, AtHandSettings } from '../../../backend/at-hand'
import { FaultBar } from '../../../components/FaultBar'
import { SettingsCard } from '../../../components/SettingsCard'
import { SwitchRow } from '../SwitchRow'
import { useCommand } from '../../../state/command'
import { changeSettings, useSettings } from '../../../state/settings'

export function TrayCard({ obstacle }: { obstacle: AtHandObstacle | null }) {
  const { t } = useTranslation()
  const { atHand } = useSettings()
  const { fault, run } = useCommand()
  const change = (part: Partial<AtHandSettings>) => void run(() => changeSettings({ atHand: { ...atHand, ...part } }))
  const why = obstacle && t(`atHand.obstacles.${obstacle}`)
  // What is on can always be switched off, even when it does nothing now.
  const leaning = (on: boolean) => (on ? null : (why ?? (atHand.tray ? null : t('atHand.trayFirst'))))
  return (
    <>
      {fault && <FaultBar fault={fault} />}
      <SettingsCard icon={<PanelBottomRegular />} title={t('atHand.tray.title')} testId="card-tray">
        <SwitchRow
          label={t('atHand.tray.icon')}
          hint={why ?? t('atHand.tray.iconHint')}
          blocked={atHand.tray ? null : why}
          checked={atHand.tray}
          onChange={(tray) => change({ tray })}
          testId="field-tray"
        />
        <SwitchRow
          label={t('atHand.tray.close')}
          hint={t('atHand.tray.closeHint')}
          blocked={leaning(atHand.closeToTray)}
          checked={atHand.closeToTray}
          onChange={(closeToTray) => change({ closeToTray })}
          testId="field-close-to-tray"
        />
        <SwitchRow
          label={t('atHand.tray.hidden')}
          hint={t('atHand.tray.hiddenHint')}
          blocked={leaning(atHand.startHidden)}
          checked={atHand.startHidden}
          onChange={(startHidden) => change({ startHidden })}
          testId="field-start-hidden"
        />
      </SettingsCard>
    </>
  )
}
