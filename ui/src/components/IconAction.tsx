// A button of an icon alone. Its tooltip is its name, or why it cannot be pressed.

import { Button, Tooltip } from '@fluentui/react-components'
import type { ReactElement } from 'react'

export interface IconActionProps {
  icon: ReactElement
  name: string
  onPress: () => void
  blocked?: string | null
  testId?: string
}

export function IconAction({ icon, name, onPress, blocked, testId }: IconActionProps) {
  return (
    <Tooltip content={blocked ?? name} relationship={blocked ? 'description' : 'label'} withArrow>
      <Button
        appearance="subtle"
        icon={icon}
        aria-label={name}
        disabledFocusable={Boolean(blocked)}
        data-testid={testId}
        onClick={() => {
          if (!blocked) onPress()
        }}
      />
    </Tooltip>
  )
}
