// Starting with the session. The desktop stores the setting, so it is read from there.

import { Switch } from '@fluentui/react-components'
import { PowerRegular } from '@fluentui/react-icons/svg/power'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'

import { setSessionStart, type QuickAccessView } from '../../../backend/quick-access'
import { FaultBar } from '../../../components/FaultBar'
import { SettingsCard } from '../../../components/SettingsCard'
import { useCommand } from '../../../state/command'

export function SessionCard({ view, onChanged }: { view: QuickAccessView; onChanged: () => Promise<void> }) {
  const { t } = useTranslation()
  const why = useId()
  const { fault, run } = useCommand()
  const { noSessionStart: obstacle, startsWithSession } = view
  return (
    <>
      {fault && <FaultBar fault={fault} />}
      <SettingsCard
        icon={<PowerRegular />}
        title={t('quickAccess.session.title')}
        state={<span id={why}>{obstacle ? t(`quickAccess.obstacles.${obstacle}`) : t('quickAccess.session.hint')}</span>}
        off={obstacle !== null}
        testId="card-session-start"
        control={
          <Switch
            aria-label={t('quickAccess.session.title')}
            aria-describedby={why}
            data-testid="field-session-start"
            disabledFocusable={obstacle !== null}
            checked={startsWithSession}
            onChange={(_, { checked }) => {
              if (obstacle === null) void run(() => setSessionStart(checked).then(onChanged))
            }}
          />
        }
      />
    </>
  )
}
