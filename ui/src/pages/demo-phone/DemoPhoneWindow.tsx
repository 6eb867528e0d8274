// The window of the demo phone: theme, language, and the phone.

import { FluentProvider } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { themeFor } from '../../app/themes'
import { onSettingsChanged } from '../../backend/app'
import { onPhoneReset } from '../../backend/demo'
import { useHeard } from '../../state/heard'
import { openSettings, useSettings } from '../../state/settings'
import { useShade } from '../../state/theme'
import { DemoPhonePage } from './DemoPhonePage'

export function DemoPhoneWindow() {
  const { i18n } = useTranslation()
  const { theme } = useSettings()
  const shade = useShade(theme)

  // The other window changes the settings.
  useHeard(onSettingsChanged, () => void openSettings())
  const [life, setLife] = useState(0)
  useHeard(onPhoneReset, () => setLife((before) => before + 1))

  return (
    <FluentProvider theme={themeFor(shade, i18n.language)}>
      <DemoPhonePage key={life} />
    </FluentProvider>
  )
}
