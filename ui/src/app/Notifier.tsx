// Draws the small messages of the whole window.

import { Link, Toast, Toaster, ToastTitle, ToastTrigger, useId, useToastController } from '@fluentui/react-components'
import { useCallback, type ReactNode } from 'react'

import { NotifyContext, type Notify } from '../components/notify'

const SHOWN_FOR = 5000
/** Long enough to notice a mistake and move the pointer. */
const UNDO_FOR = 10_000

export function Notifier({ children }: { children: ReactNode }) {
  const id = useId('notifier')
  const { dispatchToast } = useToastController(id)
  const notify = useCallback<Notify>(
    (text, action) => {
      dispatchToast(
        <Toast data-testid="toast">
          <ToastTitle
            action={
              action && (
                <ToastTrigger>
                  <Link as="button" onClick={action.onPress} data-testid={action.testId}>
                    {action.label}
                  </Link>
                </ToastTrigger>
              )
            }
          >
            {text}
          </ToastTitle>
        </Toast>,
        { intent: 'success', timeout: action ? UNDO_FOR : SHOWN_FOR, pauseOnHover: true, pauseOnWindowBlur: true, position: 'bottom-end' },
      )
    },
    [dispatchToast],
  )
  return (
    <NotifyContext value={notify}>
      {children}
      <Toaster toasterId={id} limit={3} />
    </NotifyContext>
  )
}
