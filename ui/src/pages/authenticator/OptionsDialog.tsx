// Options for showing codes, and the clock that they use.

import { Checkbox, Dropdown, Field, Option, Text } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'

import { Action } from '../../components/Action'
import { FaultBar } from '../../components/FaultBar'
import { FormDialog } from '../../components/FormDialog'
import { useCommand } from '../../state/command'
import { useFormats } from '../../state/format'
import { changeSettings, useSettings } from '../../state/settings'
import { useStatus } from '../../state/status'
import type { AccountOptions } from '../../backend/app'

const SECONDS = [5, 10, 30, 60]

export function OptionsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const format = useFormats()
  const { accounts: options } = useSettings()
  const { fault, run } = useCommand()
  const offset = useStatus()?.clockOffsetSeconds ?? null
  const change = (changed: Partial<AccountOptions>) => void run(() => changeSettings({ accounts: { ...options, ...changed } }))
  const seconds = (number: number) => format.duration(number)
  return (
    <FormDialog
      title={t('accounts.options.title')}
      testId="dialog-options"
      onCancel={onClose}
      onSubmit={onClose}
      actions={
        <Action appearance="primary" onPress={onClose} testId="action-close">
          {t('common.close')}
        </Action>
      }
    >
      {fault && <FaultBar fault={fault} />}
      <Checkbox
        label={t('accounts.options.next')}
        checked={options.showNext}
        autoFocus
        data-testid="option-next"
        onChange={(_, { checked }) => change({ showNext: checked === true })}
      />
      <Checkbox
        label={t('accounts.options.hide')}
        checked={options.hideCodes}
        data-testid="option-hide"
        onChange={(_, { checked }) => change({ hideCodes: checked === true })}
      />
      {options.hideCodes && (
        <Field label={t('accounts.options.hideAfter')}>
          <Dropdown
            inlinePopup
            data-testid="option-hide-after"
            value={seconds(options.hideAfterSeconds)}
            selectedOptions={[String(options.hideAfterSeconds)]}
            onOptionSelect={(_, { optionValue }) => change({ hideAfterSeconds: Number(optionValue) })}
          >
            {SECONDS.map((number) => (
              <Option key={number} value={String(number)}>
                {seconds(number)}
              </Option>
            ))}
          </Dropdown>
        </Field>
      )}
      <Text data-testid="clock-source">{clockWords()}</Text>
    </FormDialog>
  )

  function clockWords(): string {
    if (offset === null) return t('accounts.options.ownClock')
    if (offset === 0) return t('accounts.options.sameClock')
    return t(offset > 0 ? 'accounts.options.slowClock' : 'accounts.options.fastClock', { time: format.duration(Math.abs(offset)) })
  }
}
