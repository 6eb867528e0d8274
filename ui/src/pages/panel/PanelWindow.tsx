// The window of the presenter's panel: theme, language, and the panel.

import { FluentProvider, makeStyles } from '@fluentui/react-components'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'

import { themeFor } from '../../app/themes'
import { onSettingsChanged } from '../../backend/app'
import { useHeard } from '../../state/heard'
import { openSettings, useSettings } from '../../state/settings'
import { useShade } from '../../state/theme'
import { Panel } from './Panel'
import { useClicker } from './use-clicker'

const useStyles = makeStyles({ whole: { height: '100vh' } })

export function PanelWindow() {
  const { t, i18n } = useTranslation()
  const styles = useStyles()
  const { theme } = useSettings()
  const shade = useShade(theme)
  // The main window changes the settings.
  useHeard(onSettingsChanged, () => void openSettings())
  useClicker()
  useEffect(() => {
    document.title = t('stage.panel')
  }, [t])
  return (
    <FluentProvider theme={themeFor(shade, i18n.language)}>
      <main className={styles.whole}>
        <Panel />
      </main>
    </FluentProvider>
  )
}
