// How the demo looks: language, theme, and large for a projector.

import { makeStyles, Select, Switch } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'

import type { Language, Theme } from '../../backend/app'
import { stageOrder } from '../../backend/stage'
import { FaultBar } from '../../components/FaultBar'
import { useCommand } from '../../state/command'
import { languages } from '../../state/language'
import { changeSettings, useSettings } from '../../state/settings'
import { zoomTo } from '../../state/zoom'
import { PROJECTED } from '../../stage/keys'

const themes: Theme[] = ['system', 'light', 'dark']

const useStyles = makeStyles({
  looks: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
})

/** Large, in a window of the size of a projector's picture; or as usual. */
async function project(on: boolean) {
  await zoomTo(on ? PROJECTED : 100)
  await stageOrder({ ask: 'projector', on })
}

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
        <Switch label={t('stage.projector')} data-testid="field-projector" checked={zoom >= PROJECTED} onChange={(_, { checked }) => void run(() => project(checked))} />
      </div>
      {fault && <FaultBar fault={fault} />}
    </>
  )
}
