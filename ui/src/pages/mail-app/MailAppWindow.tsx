// The window of the mail app: theme, language, and the app.

import { FluentProvider } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { useState } from 'react'

import { themeFor } from '../../app/themes'
import { onSettingsChanged } from '../../backend/app'
import { onStageCards } from '../../backend/stage'
import { useHeard } from '../../state/heard'
import { openSettings, useSettings } from '../../state/settings'
import { useShade } from '../../state/theme'
import { MailAppPage } from './MailAppPage'

export function MailAppWindow() {
  const { i18n } = useTranslation()
  const { theme } = useSettings()
  const shade = useShade(theme)
  useHeard(onSettingsChanged, () => void openSettings())
  // A scenario that begins anew finds the app as it was at first.
  const [life, setLife] = useState(0)
  useHeard(onStageCards, () => setLife((before) => before + 1))
  return (
    <FluentProvider theme={themeFor(shade, i18n.language)}>
      <MailAppPage key={life} />
    </FluentProvider>
  )
}
