// A dialog with a form: Enter does the primary thing, Escape cancels, the focus starts in the first field.

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
import { useCallback, type FormEvent, type ReactNode } from 'react'

import { useOpener } from './use-opener'

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', rowGap: '16px', paddingBlock: '4px 8px' },
  surface: { '@media (max-width: 559px)': { padding: '16px' } },
  wide: { maxWidth: '680px' },
})

export interface FormDialogProps {
  title: string
  testId: string
  onCancel: () => void
  onSubmit?: () => void
  wide?: boolean
  /** It asks for a yes or no before something is lost. */
  alert?: boolean
  children?: ReactNode
  actions: ReactNode
}

/** A dialog that opens over another one is the one that is read and walked through. */
function useOnTop() {
  const activate = useActivateModal()
  return useCallback(
    (surface: HTMLDivElement | null) => {
      if (surface) activate(surface)
    },
    [activate],
  )
}

export function FormDialog({ title, testId, onCancel, onSubmit, wide = false, alert = false, children, actions }: FormDialogProps) {
  const styles = useStyles()
  const surface = useOnTop()
  useOpener()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // A dialog may be drawn inside another one's form.
    event.stopPropagation()
    onSubmit?.()
  }
  return (
    <Dialog open modalType={alert ? 'alert' : 'modal'} onOpenChange={(event, { open, type }) => {
      // A click beside the dialog must not throw away what was typed.
      if (open || type === 'backdropClick') return
      event.stopPropagation()
      onCancel()
    }}>
      <DialogSurface ref={surface} className={mergeClasses(styles.surface, wide && styles.wide)} data-testid={testId} aria-describedby={undefined}>
        <form onSubmit={submit} noValidate>
          <DialogBody>
            <DialogTitle>{title}</DialogTitle>
            <DialogContent className={styles.content}>{children}</DialogContent>
            <DialogActions fluid>{actions}</DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}
