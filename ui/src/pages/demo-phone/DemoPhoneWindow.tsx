// The window of the demo phone: theme and language, and the phone in it.

import { FluentProvider } from '@fluentui/react-components'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'

import { themeFor } from '../../app/themes'
import { openSettings, useSettings } from '../../state/settings'
import { useShade } from '../../state/theme'
import { DemoPhonePage } from './DemoPhonePage'

export function DemoPhoneWindow() {
  const { i18n } = useTranslation()
  const { theme } = useSettings()
  const shade = useShade(theme)

  useEffect(() => {
    // Settings are changed in the other window: whoever comes from there brings them along.
    const ask = () => void openSettings()
    window.addEventListener('focus', ask)
    return () => window.removeEventListener('focus', ask)
  }, [])

  return (
    <FluentProvider theme={themeFor(shade, i18n.language)}>
      <DemoPhonePage />
    </FluentProvider>
  )
}
