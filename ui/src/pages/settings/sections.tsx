// The sections of the settings, in the order in which they are listed.

import { AppsSettingsRegular } from '@fluentui/react-icons/svg/apps-settings'
import { ColorRegular } from '@fluentui/react-icons/svg/color'
import { FlashSettingsRegular } from '@fluentui/react-icons/svg/flash-settings'
import { InfoRegular } from '@fluentui/react-icons/svg/info'
import { LockClosedKeyRegular } from '@fluentui/react-icons/svg/lock-closed-key'
import { PersonRegular } from '@fluentui/react-icons/svg/person'
import { ServerRegular } from '@fluentui/react-icons/svg/server'
import type { ReactElement } from 'react'

export type SettingsSection = 'account' | 'appearance' | 'vault' | 'quickAccess' | 'service' | 'about' | 'demo'

export const sections: { name: SettingsSection; icon: ReactElement }[] = [
  { name: 'account', icon: <PersonRegular /> },
  { name: 'appearance', icon: <ColorRegular /> },
  { name: 'vault', icon: <LockClosedKeyRegular /> },
  { name: 'quickAccess', icon: <FlashSettingsRegular /> },
  { name: 'service', icon: <ServerRegular /> },
  { name: 'about', icon: <InfoRegular /> },
  { name: 'demo', icon: <AppsSettingsRegular /> },
]
