// A button that can be busy, and that explains why it is disabled, on hover and on focus.

import { Button, makeStyles, mergeClasses, Spinner, tokens, Tooltip, type ButtonProps } from '@fluentui/react-components'
import { useCallback, useEffect, useRef, useState, type MouseEvent, type ReactElement, type ReactNode } from 'react'

import { useLandmark } from './use-landmark'

const useStyles = makeStyles({
  danger: {
    color: tokens.colorStatusDangerForeground1,
    ':hover': { color: tokens.colorStatusDangerForeground1 },
    ':hover:active': { color: tokens.colorStatusDangerForeground1 },
  },
  dangerPrimary: {
    backgroundColor: tokens.colorStatusDangerBackground3,
    color: tokens.colorNeutralForegroundOnBrand,
    ':hover': { backgroundColor: tokens.colorStatusDangerBackground3Hover, color: tokens.colorNeutralForegroundOnBrand },
    ':hover:active': { backgroundColor: tokens.colorStatusDangerBackground3Pressed, color: tokens.colorNeutralForegroundOnBrand },
  },
})

export interface ActionProps {
  children?: ReactNode
  onPress?: () => void
  /** Why it is disabled. */
  blocked?: string | null
  busy?: boolean
  /** The action deletes something. */
  danger?: boolean
  appearance?: ButtonProps['appearance']
  icon?: ReactElement
  size?: ButtonProps['size']
  type?: 'button' | 'submit'
  /** An accessible name, if the visible text is not enough: it must begin with that text. */
  name?: string
  testId?: string
  autoFocus?: boolean
  shortcut?: 'new'
}

export function Action(props: ActionProps) {
  const { children, onPress, blocked, busy = false, danger = false, appearance = 'secondary', icon, size, type = 'button', name, testId, autoFocus = false } = props
  const styles = useStyles()
  const inDanger = danger && !blocked && !busy && (appearance === 'primary' ? styles.dangerPrimary : styles.danger)
  const { landmark, findLandmark } = useLandmark()
  const button = useRef<HTMLElement>(null)
  const [pointedAt, setPointedAt] = useState(false)
  // Not React's own `autoFocus`, which sets the focus before the tooltip can notice it.
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
  // The tooltip is always mounted: if it were added and removed, the control would lose the focus.
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
        className={mergeClasses(inDanger)}
        data-danger={danger || undefined}
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
