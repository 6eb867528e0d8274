// *Authentication request is not for an activated account*: the repair in three steps.

import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { removeDevice, type DeviceAccount } from '../../backend/approvals'
import { Action } from '../../components/Action'
import { CancelOr } from '../../components/CancelOr'
import { FaultBar } from '../../components/FaultBar'
import { FormDialog } from '../../components/FormDialog'
import { PushDeviceSetup } from '../../components/PushDeviceSetup'
import { usePushSetup } from '../../components/use-push-setup'
import { useCommand } from '../../state/command'
import { useStatus } from '../../state/status'

const useStyles = makeStyles({
  steps: { display: 'flex', flexWrap: 'wrap', columnGap: '16px', rowGap: '4px', margin: 0, padding: 0, listStyle: 'none', color: tokens.colorNeutralForeground3 },
  current: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
})

type Step = 'remove' | 'setUp' | 'done'

export interface RepairDialogProps {
  account: DeviceAccount
  onCancel: () => void
  onDone: () => void
  onSecurity: () => void
}

export function RepairDialog({ account, onCancel, onDone, onSecurity }: RepairDialogProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const person = useStatus()?.person
  const [step, setStep] = useState<Step>('remove')
  const removing = useCommand()
  const steps: Step[] = ['remove', 'setUp', 'done']
  const remove = async () => {
    if (await removing.run(() => removeDevice(account.id))) setStep('setUp')
  }
  const actions =
    step === 'remove' ? (
      <CancelOr onCancel={onCancel} busy={removing.busy} testId="action-repair-remove">
        {t('approvals.repairRemove')}
      </CancelOr>
    ) : step === 'setUp' ? (
      <>
        <Action onPress={onDone} testId="action-cancel">
          {t('common.cancel')}
        </Action>
        {!person && (
          <Action type="submit" appearance="primary" testId="action-repair-sign-in">
            {t('approvals.signIn')}
          </Action>
        )}
      </>
    ) : (
      <Action type="submit" appearance="primary" testId="action-close">
        {t('common.close')}
      </Action>
    )
  const submit = () => {
    if (step === 'remove') void remove()
    else if (step === 'done') onDone()
    else if (!person) onSecurity()
  }
  return (
    <FormDialog wide title={t('approvals.repairTitle')} testId="dialog-repair" onCancel={step === 'remove' ? onCancel : onDone} onSubmit={submit} actions={actions}>
      {removing.fault && <FaultBar fault={removing.fault} />}
      <ol className={styles.steps} aria-label={t('approvals.repairTitle')}>
        {steps.map((name, index) => (
          <li key={name} className={name === step ? styles.current : undefined} aria-current={name === step ? 'step' : undefined}>
            {`${index + 1}. ${t(`approvals.repairSteps.${name}`)}`}
          </li>
        ))}
      </ol>
      {step === 'remove' && <Text>{t('approvals.repairText', { account: account.account, issuer: account.issuer })}</Text>}
      {step === 'setUp' && (person ? <SetUpHere onDone={() => setStep('done')} /> : <Text>{t('approvals.repairSignIn')}</Text>)}
      {step === 'done' && <Text role="status">{t('push.configured')}</Text>}
    </FormDialog>
  )
}

/** The second step for this computer: uses the code at once, and the card above shows the test. */
function SetUpHere({ onDone }: { onDone: () => void }) {
  const push = usePushSetup({ onDone })
  const used = useRef<string | null>(null)
  const { setup, addHere } = push
  useEffect(() => {
    if (!setup || used.current === setup.id) return
    used.current = setup.id
    void addHere()
  }, [setup, addHere])
  return <PushDeviceSetup push={push} />
}
