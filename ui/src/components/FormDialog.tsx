// A dialog with a form: Enter submits, Escape cancels, the focus starts in the first field.

import {
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  mergeClasses,
} from '@fluentui/react-components'
import { useActivateModal } from '@fluentui/react-tabster'
import { useCallback, useRef, type FormEvent, type ReactNode } from 'react'

import { useDialogEscape } from './dialog-escape'
import { useOpener } from './use-opener'

const useStyles = makeStyles({
  // A long name wraps: no content of a dialog needs horizontal scrolling.
  body: { gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr) auto' },
  title: { overflowWrap: 'anywhere', minWidth: 0 },
  content: { display: 'flex', flexDirection: 'column', rowGap: '16px', paddingBlock: '4px 8px', minWidth: 0, overflowWrap: 'anywhere', overflowX: 'hidden' },
  // Two buttons have room beside each other in the smallest window: one over the other they take it from the content.
  actions: { paddingTop: '8px', '@media screen and (max-width: 480px)': { flexDirection: 'row', flexWrap: 'wrap', justifySelf: 'end' } },
  surface: { '@media (max-width: 559px)': { padding: '16px', width: 'calc(100vw - 16px)' } },
  wide: { maxWidth: '680px' },
  steady: { minHeight: 'min(360px, calc(100vh - 96px))', gridTemplateRows: 'auto 1fr' },
  tall: { minHeight: 'min(560px, calc(100vh - 96px))', gridTemplateRows: 'auto 1fr' },
})

export interface FormDialogProps {
  title: string
  testId: string
  onCancel: () => void
  onSubmit?: () => void
  wide?: boolean
  /** One step of several: all have this minimum height, so that the buttons stay in place. */
  height?: 'steady' | 'tall'
  /** It asks for confirmation before something is lost. */
  alert?: boolean
  children?: ReactNode
  actions: ReactNode
}

/** While a dialog is open over another one, screen readers and Tab stay in it. */
function useOnTop() {
  const activate = useActivateModal()
  const surface = useRef<HTMLDivElement>(null)
  const place = useCallback(
    (element: HTMLDivElement | null) => {
      surface.current = element
      if (element) activate(element)
    },
    [activate],
  )
  return { surface, place }
}

export function FormDialog({ title, testId, onCancel, onSubmit, wide = false, height, alert = false, children, actions }: FormDialogProps) {
  const styles = useStyles()
  const { surface, place } = useOnTop()
  useOpener()
  useDialogEscape(surface, onCancel)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // A dialog may be rendered inside the form of another one.
    event.stopPropagation()
    onSubmit?.()
  }
  return (
    <Dialog open modalType={alert ? 'alert' : 'modal'} onOpenChange={(event, { open, type }) => {
      // A click beside the dialog must not discard the input.
      if (open || type === 'backdropClick') return
      event.stopPropagation()
      onCancel()
    }}>
      <DialogSurface
        ref={place}
        className={mergeClasses(styles.surface, wide && styles.wide)}
        // Nor does it remove the focus from the dialog.
        backdrop={{ onMouseDown: (event) => event.preventDefault() }}
        data-testid={testId}
        aria-describedby={undefined}
      >
        <form onSubmit={submit} noValidate>
          <DialogBody className={mergeClasses(styles.body, height && styles[height])}>
            <DialogTitle className={styles.title}>{title}</DialogTitle>
            <DialogContent className={styles.content}>{children}</DialogContent>
            <DialogActions fluid className={styles.actions}>{actions}</DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}
