// Light, dark, or the desktop's theme.

import { Dropdown, makeStyles, Option } from '@fluentui/react-components'
import { DarkThemeRegular } from '@fluentui/react-icons/svg/dark-theme'
import { useTranslation } from 'react-i18next'

import type { Theme } from '../../backend/app'
import { FaultBar } from '../../components/FaultBar'
import { SettingsCard } from '../../components/SettingsCard'
import { useCommand } from '../../state/command'
import { changeSettings, useSettings } from '../../state/settings'

const themes: Theme[] = ['system', 'light', 'dark']

const useStyles = makeStyles({ dropdown: { minWidth: '200px' } })

export function ThemeCard() {
  const { t } = useTranslation()
  const styles = useStyles()
  const { theme } = useSettings()
  const { fault, run } = useCommand()
  return (
    <>
      {fault && <FaultBar fault={fault} />}
      <SettingsCard
        icon={<DarkThemeRegular />}
        title={t('settings.theme')}
        testId="card-theme"
        control={
          <Dropdown
            inlinePopup
            className={styles.dropdown}
            aria-label={t('settings.theme')}
            data-testid="field-theme"
            value={t(`settings.themes.${theme}`)}
            selectedOptions={[theme]}
            onOptionSelect={(_, { optionValue }) => void run(() => changeSettings({ theme: optionValue as Theme }))}
          >
            {themes.map((id) => (
              <Option key={id} value={id}>
                {t(`settings.themes.${id}`)}
              </Option>
            ))}
          </Dropdown>
        }
      />
    </>
  )
}
