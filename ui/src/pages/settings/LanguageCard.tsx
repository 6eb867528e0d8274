// The language of the window.

import { Dropdown, makeStyles, Option } from '@fluentui/react-components'
import { LocalLanguageRegular } from '@fluentui/react-icons/svg/local-language'
import { useTranslation } from 'react-i18next'

import type { Language } from '../../backend/app'
import { FaultBar } from '../../components/FaultBar'
import { SettingsCard } from '../../components/SettingsCard'
import { useCommand } from '../../state/command'
import { languages } from '../../state/language'
import { changeSettings, useSettings } from '../../state/settings'

const SYSTEM = 'system'

const useStyles = makeStyles({ dropdown: { minWidth: '200px' } })

export function LanguageCard() {
  const { t } = useTranslation()
  const styles = useStyles()
  const { language } = useSettings()
  const { fault, run } = useCommand()
  const name = languages.find(({ id }) => id === language)?.name ?? t('settings.asSystem')
  return (
    <>
      {fault && <FaultBar fault={fault} />}
      <SettingsCard
        icon={<LocalLanguageRegular />}
        title={t('settings.language')}
        testId="card-language"
        control={
          <Dropdown
            inlinePopup
            className={styles.dropdown}
            aria-label={t('settings.language')}
            data-testid="field-language"
            value={name}
            selectedOptions={[language ?? SYSTEM]}
            onOptionSelect={(_, { optionValue }) => {
              void run(() => changeSettings({ language: optionValue === SYSTEM ? null : (optionValue as Language) }))
            }}
          >
            <Option value={SYSTEM}>{t('settings.asSystem')}</Option>
            {languages.map(({ id, name: own }) => (
              <Option key={id} value={id} text={own}>
                <span lang={id}>{own}</span>
              </Option>
            ))}
          </Dropdown>
        }
      />
    </>
  )
}
