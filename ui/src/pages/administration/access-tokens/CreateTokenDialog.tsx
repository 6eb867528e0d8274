// A new token of a program: its name, scopes and end; then the token, once.

import { Checkbox, Dropdown, Field, Input, makeStyles, Option, Text, tokens as theme } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { closeAccessToken, createAccessToken, type MachineScope, type NewAccessToken } from '../../../backend/access-tokens'
import { machineScopes } from '../../../backend/generated/codes'
import { CancelOr } from '../../../components/CancelOr'
import { FaultBar } from '../../../components/FaultBar'
import { useFieldFaults } from '../../../components/field-faults'
import { FormDialog } from '../../../components/FormDialog'
import { useOffline } from '../../../components/offline'
import { useCommand } from '../../../state/command'
import { useFormats } from '../../../state/format'
import { scopeKey } from './scope-words'
import { ShownToken } from './ShownToken'

const DAY = 86_400_000
const LIVES = [30, 90, 180, 365]
const USUAL_LIFE = 90

const useStyles = makeStyles({
  scopes: { display: 'flex', flexDirection: 'column', rowGap: '2px' },
  says: { display: 'block', color: theme.colorNeutralForeground3, fontSize: theme.fontSizeBase200 },
})

export interface CreateTokenDialogProps {
  onCreated: () => void
  onClose: () => void
}

export function CreateTokenDialog({ onCreated, onClose }: CreateTokenDialogProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const format = useFormats()
  const offline = useOffline()
  const command = useCommand()
  const faults = useFieldFaults(command, { name: ['access_token_name_taken', 'display_name_invalid'] })
  const [name, setName] = useState('')
  const [scopes, setScopes] = useState<MachineScope[]>([])
  const [days, setDays] = useState(USUAL_LIFE)
  const [opened] = useState(() => Date.now())
  const [made, setMade] = useState<NewAccessToken | null>(null)

  const missing = name.trim() === '' ? t('accessTokens.nameMissing') : scopes.length === 0 ? t('accessTokens.scopesMissing') : null
  const blocked = offline ?? missing
  const submit = () =>
    void command.run(async () => {
      setMade(await createAccessToken(name.trim(), scopes, days))
      onCreated()
    })
  const close = () => {
    if (made) void closeAccessToken(made.id).catch(() => undefined)
    onClose()
  }
  const life = (number: number) => t('accessTokens.days', { number, date: format.date(new Date(opened + number * DAY).toISOString()) })

  if (made) return <ShownToken token={made} onClose={close} />
  return (
    <FormDialog
      title={t('accessTokens.createTitle')}
      testId="dialog-create-token"
      onCancel={close}
      onSubmit={() => {
        if (!blocked) submit()
      }}
      actions={
        <CancelOr onCancel={close} busy={command.busy} blocked={blocked} testId="action-confirm">
          {t('accessTokens.create')}
        </CancelOr>
      }
    >
      {faults.bar && <FaultBar fault={faults.bar} />}
      <Field label={t('accessTokens.name')} hint={t('accessTokens.nameHint')} {...faults.at('name')}>
        <Input
          data-testid="field-token-name"
          autoFocus
          autoComplete="off"
          value={name}
          onChange={(_, { value }) => {
            faults.typed('name')
            setName(value)
          }}
        />
      </Field>
      <Field label={t('accessTokens.scopes')}>
        <div className={styles.scopes} role="group" aria-label={t('accessTokens.scopes')}>
          {machineScopes.map((scope) => (
            <Checkbox
              key={scope}
              checked={scopes.includes(scope)}
              onChange={(_, { checked }) => setScopes(machineScopes.filter((one) => (one === scope ? checked === true : scopes.includes(one))))}
              label={
                <>
                  {t(`accessTokens.scope.${scopeKey(scope)}.name`)}
                  <Text className={styles.says}>{t(`accessTokens.scope.${scopeKey(scope)}.says`)}</Text>
                </>
              }
              data-testid={`scope-${scopeKey(scope)}`}
            />
          ))}
        </div>
      </Field>
      <Field label={t('accessTokens.expires')}>
        <Dropdown inlinePopup value={life(days)} selectedOptions={[String(days)]} onOptionSelect={(_, { optionValue }) => setDays(Number(optionValue))} data-testid="field-token-life">
          {LIVES.map((number) => (
            <Option key={number} value={String(number)} text={life(number)}>
              {life(number)}
            </Option>
          ))}
        </Dropdown>
      </Field>
    </FormDialog>
  )
}
