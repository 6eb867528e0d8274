// The picture of each verification option.

import { BuildingRegular } from '@fluentui/react-icons/svg/building'
import { CallRegular } from '@fluentui/react-icons/svg/call'
import { ChatRegular } from '@fluentui/react-icons/svg/chat'
import { NumberSymbolSquareRegular } from '@fluentui/react-icons/svg/number-symbol-square'
import { PhoneKeyRegular } from '@fluentui/react-icons/svg/phone-key'
import type { ReactElement } from 'react'

import type { MethodType } from '../backend/security-info'

export const methodIcons: Record<MethodType, ReactElement> = {
  push: <PhoneKeyRegular />,
  oath: <NumberSymbolSquareRegular />,
  sms: <ChatRegular />,
  voiceMobile: <CallRegular />,
  voiceAlternateMobile: <CallRegular />,
  voiceOffice: <BuildingRegular />,
}
