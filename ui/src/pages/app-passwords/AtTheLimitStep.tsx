// The maximum number of app passwords: delete one here, the longest unused first.

import { makeStyles, Radio, RadioGroup, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { deleteAppPassword, type AppPassword, type AppPasswordsView } from '../../backend/app-passwords'
import { CancelOr } from '../../components/CancelOr'
import { FaultBar } from '../../components/FaultBar'
import { FormDialog } from '../../components/FormDialog'
import { useOffline } from '../../components/offline'
import { useNow } from '../../state/clock'
import { useCommand } from '../../state/command'
import { useFormats } from '../../state/format'

const useStyles = makeStyles({
  list: { maxHeight: '280px', overflowY: 'auto', border: `1px solid ${tokens.colorNeutralStroke2}`, borderRadius: tokens.borderRadiusMedium },
  label: { display: 'flex', flexDirection: 'column', overflowWrap: 'anywhere' },
  soft: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
})

export interface AtTheLimitStepProps {
  view: AppPasswordsView
  onDeleted: () => Promise<void>
  onCancel: () => void
}

/** A password that was never used counts from its creation. */
function lastSign(password: AppPassword): number {
  return Date.parse(password.lastUsedDateTime ?? password.createdDateTime)
}

export function AtTheLimitStep({ view, onDeleted, onCancel }: AtTheLimitStepProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const format = useFormats()
  const now = useNow(60_000)
  const offline = useOffline()
  const { busy, fault, run } = useCommand()
  const [picked, setPicked] = useState<string | null>(null)
  const rows = view.value.toSorted((one, other) => lastSign(one) - lastSign(other))
  const missing = picked === null ? t('appPasswords.pickOne') : null

  const remove = () => {
    if (picked === null || offline) return
    void run(async () => {
      await deleteAppPassword(picked)
      await onDeleted()
    })
  }
  return (
    <FormDialog
      height="steady"
      title={t('appPasswords.createTitle')}
      testId="dialog-app-password-limit"
      onCancel={onCancel}
      onSubmit={remove}
      actions={
        <CancelOr onCancel={onCancel} busy={busy} blocked={offline ?? missing} testId="action-delete-and-go-on">
          {t('appPasswords.deleteAndGoOn')}
        </CancelOr>
      }
    >
      {fault && <FaultBar fault={fault} />}
      <Text>{t('appPasswords.limit', { limit: view.limit })}</Text>
      <div className={styles.list}>
        <RadioGroup aria-label={t('appPasswords.pickOne')} value={picked ?? ''} onChange={(_, { value }) => setPicked(value)}>
          {rows.map((password) => (
            <Radio
              key={password.id}
              value={password.id}
              label={
                <span className={styles.label}>
                  {password.displayName}
                  <span className={styles.soft}>
                    {password.lastUsedDateTime
                      ? t('appPasswords.lastUsedAgo', { time: format.ago(password.lastUsedDateTime, now) })
                      : t('appPasswords.neverUsedSince', { date: format.date(password.createdDateTime) })}
                  </span>
                </span>
              }
            />
          ))}
        </RadioGroup>
      </div>
    </FormDialog>
  )
}
