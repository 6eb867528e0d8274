// How the demo looks: language, theme, and large for a projector.

import { makeStyles, Select, Switch } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'

import type { Language, Theme } from '../../backend/app'
import { FaultBar } from '../../components/FaultBar'
import { useCommand } from '../../state/command'
import { languages } from '../../state/language'
import { changeSettings, useSettings } from '../../state/settings'
import { zoomTo } from '../../state/zoom'

const themes: Theme[] = ['system', 'light', 'dark']
const LARGE = 150

const useStyles = makeStyles({
  looks: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
})

export function Looks() {
  const { t, i18n } = useTranslation()
  const styles = useStyles()
  const { language, theme, zoom } = useSettings()
  const { fault, run } = useCommand()
  return (
    <>
      <div className={styles.looks}>
        <Select
          aria-label={t('settings.language')}
          data-testid="field-stage-language"
          value={language ?? i18n.language}
          onChange={(_, { value }) => void run(() => changeSettings({ language: value as Language }))}
        >
          {languages.map(({ id, name }) => (
            <option key={id} value={id} lang={id}>
              {name}
            </option>
          ))}
        </Select>
        <Select aria-label={t('settings.theme')} data-testid="field-stage-theme" value={theme} onChange={(_, { value }) => void run(() => changeSettings({ theme: value as Theme }))}>
          {themes.map((id) => (
            <option key={id} value={id}>
              {t(`settings.themes.${id}`)}
            </option>
          ))}
        </Select>
        <Switch label={t('stage.projector')} data-testid="field-projector" checked={zoom >= LARGE} onChange={(_, { checked }) => void run(() => zoomTo(checked ? LARGE : 100))} />
      </div>
      {fault && <FaultBar fault={fault} />}
    </>
  )
}
