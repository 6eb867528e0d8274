// The demo's controls: its phone, stopping the service, and a reset.

import { Switch, Text } from '@fluentui/react-components'
import { ArrowResetRegular } from '@fluentui/react-icons/svg/arrow-reset'
import { PhoneRegular } from '@fluentui/react-icons/svg/phone'
import { PlugConnectedRegular } from '@fluentui/react-icons/svg/plug-connected'
import { SlideTextRegular } from '@fluentui/react-icons/svg/slide-text'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { demoServiceRunning, openDemoPhone, resetDemo, setDemoServiceRunning } from '../../backend/demo'
import { stageOrder } from '../../backend/stage'
import { Action } from '../../components/Action'
import { ConfirmDialog } from '../../components/ConfirmDialog'
import { FaultBar } from '../../components/FaultBar'
import { useNotify } from '../../components/notify'
import { SettingsCard } from '../../components/SettingsCard'
import { useCommand } from '../../state/command'
import { useView } from '../../state/view'

export function DemoCards() {
  const { t } = useTranslation()
  const notify = useNotify()
  const { view: running, reload } = useView(demoServiceRunning)
  const { busy, fault, run } = useCommand()
  const [asking, setAsking] = useState(false)
  const toggle = (wanted: boolean) =>
    void run(async () => {
      await setDemoServiceRunning(wanted)
      await reload()
    })
  return (
    <>
      <Text>{t('demo.hint')}</Text>
      {fault && <FaultBar fault={fault} />}
      <SettingsCard
        icon={<PlugConnectedRegular />}
        title={t('demo.service')}
        state={running === false ? t('demo.serviceStopped') : t('demo.serviceRunning')}
        testId="card-demo-service"
        control={
          <Switch
            aria-label={t('demo.service')}
            data-testid="field-demo-service"
            checked={running ?? true}
            disabled={running === null || busy}
            onChange={(_, { checked }) => toggle(checked)}
          />
        }
      />
      <SettingsCard
        icon={<PhoneRegular />}
        title={t('demo.phone')}
        state={t('demo.phoneHint')}
        testId="card-demo-phone"
        control={
          <Action busy={busy} onPress={() => void run(openDemoPhone)} testId="action-show-demo-phone">
            {t('demo.showPhone')}
          </Action>
        }
      />
      <SettingsCard
        icon={<ArrowResetRegular />}
        title={t('demo.reset')}
        state={t('demo.resetHint')}
        testId="card-demo-reset"
        control={
          <Action onPress={() => setAsking(true)} testId="action-reset-demo">
            {t('demo.resetButton')}
          </Action>
        }
      />
      <SettingsCard
        icon={<SlideTextRegular />}
        title={t('stage.inSettings.title')}
        state={t('stage.inSettings.hint')}
        testId="card-demo-scenarios"
        control={
          <Action busy={busy} onPress={() => void run(() => stageOrder({ ask: 'cards' }))} testId="action-show-scenarios">
            {t('stage.inSettings.show')}
          </Action>
        }
      />
      {asking && (
        <ConfirmDialog
          title={t('demo.resetTitle')}
          text={t('demo.resetText')}
          danger
          testId="dialog-reset-demo"
          onYes={resetDemo}
          onDone={() => {
            setAsking(false)
            notify(t('demo.resetDone'))
          }}
          onNo={() => setAsking(false)}
        />
      )}
    </>
  )
}
