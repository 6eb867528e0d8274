// A button that can be busy, and that says why when it cannot be pressed: on hover and on focus alike.

import { Button, Spinner, Tooltip, type ButtonProps } from '@fluentui/react-components'
import { useCallback, useEffect, useRef, useState, type MouseEvent, type ReactElement, type ReactNode } from 'react'

import { useLandmark } from './use-landmark'

export interface ActionProps {
  children?: ReactNode
  onPress?: () => void
  /** Why it cannot be pressed now. */
  blocked?: string | null
  busy?: boolean
  appearance?: ButtonProps['appearance']
  icon?: ReactElement
  size?: ButtonProps['size']
  type?: 'button' | 'submit'
  /** A name where the visible text does not say enough: it must begin with that text. */
  name?: string
  testId?: string
  autoFocus?: boolean
  shortcut?: 'new'
}

export function Action(props: ActionProps) {
  const { children, onPress, blocked, busy = false, appearance = 'secondary', icon, size, type = 'button', name, testId, autoFocus = false } = props
  const { landmark, findLandmark } = useLandmark()
  const button = useRef<HTMLElement>(null)
  const [pointedAt, setPointedAt] = useState(false)
  // Not by React's own `autoFocus`: that comes before the tooltip is ready to hear of it.
  useEffect(() => {
    if (autoFocus) button.current?.focus()
  }, [autoFocus])
  const place = useCallback(
    (element: HTMLElement | null) => {
      button.current = element
      findLandmark(element)
    },
    [findLandmark],
  )
  const press = (event: MouseEvent) => {
    if (blocked || busy) event.preventDefault()
    else onPress?.()
  }
  // The tooltip is always there, shown or not: a control that comes and goes with it would lose the focus.
  return (
    <Tooltip
      content={blocked ?? ''}
      relationship="description"
      withArrow
      mountNode={landmark}
      visible={pointedAt && Boolean(blocked)}
      onVisibleChange={(_, { visible }) => setPointedAt(visible)}
    >
      <Button
        ref={place}
        type={type}
        appearance={appearance}
        size={size}
        icon={busy ? <Spinner size="tiny" aria-hidden /> : icon}
        disabledFocusable={Boolean(blocked) || busy}
        aria-busy={busy || undefined}
        aria-label={name}
        data-testid={testId}
        data-shortcut={props.shortcut}
        onClick={press}
      >
        {children}
      </Button>
    </Tooltip>
  )
}
