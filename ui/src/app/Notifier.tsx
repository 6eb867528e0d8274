// Draws the small messages of the whole window.

import { Toast, Toaster, ToastTitle, useId, useToastController } from '@fluentui/react-components'
import { useCallback, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { NotifyContext, type Notify } from '../components/notify'

const SHOWN_FOR = 5000

export function Notifier({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  const id = useId('notifier')
  const [place, setPlace] = useState<HTMLElement | null>(null)
  const { dispatchToast } = useToastController(id)
  const notify = useCallback<Notify>(
    (text) => {
      dispatchToast(
        <Toast data-testid="toast">
          <ToastTitle>{text}</ToastTitle>
        </Toast>,
        { intent: 'success', timeout: SHOWN_FOR, pauseOnHover: true, pauseOnWindowBlur: true, position: 'bottom-end' },
      )
    },
    [dispatchToast],
  )
  return (
    <NotifyContext value={notify}>
      {children}
      <section aria-label={t('common.messages')} ref={setPlace}>
        {place && <Toaster toasterId={id} limit={3} mountNode={place} />}
      </section>
    </NotifyContext>
  )
}
