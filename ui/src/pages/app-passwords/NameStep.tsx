// The name and the limits of a new app password: one per device.

import { Button, Field, Input, makeStyles, Text } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'

import { CancelOr } from '../../components/CancelOr'
import { FaultBar } from '../../components/FaultBar'
import { useFieldFaults } from '../../components/field-faults'
import { FormDialog } from '../../components/FormDialog'
import { useOffline } from '../../components/offline'
import type { AppPasswordLimits } from '../../backend/app-passwords'
import type { Running } from '../../state/command'
import { LimitFields } from './LimitFields'

const useStyles = makeStyles({ names: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' } })

export interface NameStepProps {
  name: string
  onName: (name: string) => void
  suggestions: string[]
  limits: AppPasswordLimits
  onLimits: (limits: AppPasswordLimits) => void
  command: Running
  onNext: () => void
  onCancel: () => void
}

export function NameStep({ name, onName, suggestions, limits, onLimits, command, onNext, onCancel }: NameStepProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const offline = useOffline()
  const faults = useFieldFaults(command, {
    name: ['app_password_name_taken', 'app_password_name_invalid'],
    days: ['app_password_lifetime_too_long'],
    networks: ['app_password_networks_invalid'],
  })
  const type = (typed: string) => {
    faults.typed('name')
    onName(typed)
  }
  const missing = name.trim() === '' ? t('appPasswords.nameMissing') : null
  return (
    <FormDialog
      height="steady"
      title={t('appPasswords.createTitle')}
      testId="dialog-create-app-password"
      onCancel={onCancel}
      onSubmit={() => {
        if (!missing && !offline) onNext()
      }}
      actions={
        <CancelOr onCancel={onCancel} busy={command.busy} blocked={offline ?? missing} testId="action-next">
          {t('common.next')}
        </CancelOr>
      }
    >
      {faults.bar && <FaultBar fault={faults.bar} />}
      <Field label={t('appPasswords.name')} hint={t('appPasswords.nameHint')} {...faults.at('name')}>
        <Input
          data-testid="field-app-password-name"
          autoFocus
          autoComplete="off"
          value={name}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(_, { value }) => type(value)}
        />
      </Field>
      {suggestions.length > 1 && (
        <div className={styles.names} role="group" aria-label={t('appPasswords.suggestions')}>
          <Text aria-hidden>{t('appPasswords.suggestions')}</Text>
          {suggestions.map((suggestion) => (
            <Button key={suggestion} size="small" shape="circular" aria-pressed={suggestion === name} onClick={() => type(suggestion)}>
              {suggestion}
            </Button>
          ))}
        </div>
      )}
      <LimitFields limits={limits} onLimits={onLimits} faults={faults} />
    </FormDialog>
  )
}
