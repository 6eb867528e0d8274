// A button that can be busy, and that says why when it cannot be pressed: on hover and on focus alike.

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
  /** Why it cannot be pressed now. */
  blocked?: string | null
  busy?: boolean
  /** Something is gone afterwards. */
  danger?: boolean
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
  const { children, onPress, blocked, busy = false, danger = false, appearance = 'secondary', icon, size, type = 'button', name, testId, autoFocus = false } = props
  const styles = useStyles()
  const inDanger = danger && !blocked && !busy && (appearance === 'primary' ? styles.dangerPrimary : styles.danger)
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
