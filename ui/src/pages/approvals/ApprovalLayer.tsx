// Lays the request that waits over the whole window, whatever page is open, and tells the desktop that it came.

import { Dialog, DialogSurface, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { approvals, onApprovalsChanged, showNotification, type ApprovalsView } from '../../backend/approvals'
import { useNotify } from '../../components/notify'
import { useView } from '../../state/view'
import { AfterFraud } from './AfterFraud'
import { ApprovalCard } from './ApprovalCard'

const useStyles = makeStyles({
  // A dialog that is the whole window: whatever else is open lies under it.
  surface: {
    width: '100vw',
    maxWidth: 'none',
    height: '100vh',
    maxHeight: 'none',
    margin: 0,
    padding: '24px 16px',
    boxSizing: 'border-box',
    overflowY: 'auto',
    display: 'grid',
    justifyItems: 'center',
    alignItems: 'center',
    border: 'none',
    borderRadius: 0,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  card: { width: '100%', maxWidth: '440px' },
})

/** A view with the moment at which it was told. */
async function told(): Promise<ApprovalsView & { toldAt: number }> {
  const view = await approvals()
  return { ...view, toldAt: Date.now() }
}

export function ApprovalLayer({ onSecurity }: { onSecurity: () => void }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const notify = useNotify()
  const { view, reload } = useView(told, onApprovalsChanged)
  /** Whose sign-in was reported. */
  const [fraud, setFraud] = useState<string | null>(null)
  const announced = useRef(new Set<string>())
  const request = view?.requests[0]

  useEffect(() => {
    for (const { id, purpose, userPrincipalName, application } of view?.requests ?? []) {
      if (announced.current.has(id)) continue
      announced.current.add(id)
      const title = t(purpose === 'test' ? 'approvals.testTitle' : 'approvals.approveTitle')
      void showNotification(title, t('approvals.notification', { account: userPrincipalName, app: application })).catch(() => undefined)
    }
  }, [view, t])

  if (!view || (!request && fraud === null)) return null
  return (
    <Dialog open modalType="alert">
      <DialogSurface className={styles.surface} aria-label={t('approvals.title')} aria-labelledby={undefined} aria-describedby={undefined} data-testid="approval-layer">
        <div className={styles.card}>
        {request ? (
          <ApprovalCard
            key={request.id}
            request={request}
            toldAt={view.toldAt}
            more={view.requests.length - 1}
            onDecided={(choice) => {
              if (choice === 'report_fraud') setFraud(request.userPrincipalName)
              else notify(t(choice === 'approve' ? 'approvals.approved' : 'approvals.denied'))
              void reload()
            }}
          />
        ) : (
          <AfterFraud
            account={fraud ?? ''}
            onSecurity={() => {
              setFraud(null)
              onSecurity()
            }}
            onClose={() => setFraud(null)}
          />
        )}
        </div>
      </DialogSurface>
    </Dialog>
  )
}
