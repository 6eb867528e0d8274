// Shows the waiting request over the whole window, on every page, with a desktop notification.

import { Dialog, DialogSurface, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { approvals, onApprovalsChanged, showNotification, type ApprovalsView, type PendingRequest } from '../../backend/approvals'
import { useNotify } from '../../components/notify'
import { useOwnNumber, type OwnNumber } from '../../state/own-number'
import { useView } from '../../state/view'
import { AfterFraud } from './AfterFraud'
import { ApprovalCard } from './ApprovalCard'

const useStyles = makeStyles({
  // A dialog over the whole window: everything else is below it.
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

/** A view with the time when it arrived. */
async function told(): Promise<ApprovalsView & { toldAt: number }> {
  const view = await approvals()
  return { ...view, toldAt: Date.now() }
}

export interface ApprovalLayerProps {
  onSecurity: () => void
  /** The postponed requests; they still wait. */
  aside: ReadonlySet<string>
  onAside: (id: string) => void
}

/** Whether this window shows the number of a request, below this layer. */
function isOfThisWindow({ purpose, userPrincipalName }: PendingRequest, { account }: OwnNumber): boolean {
  // Its number is heard.
  if (purpose === 'caller') return false
  if (purpose === 'test') return account === null
  return account !== null && account.trim().toLowerCase() === userPrincipalName.toLowerCase()
}

export function ApprovalLayer({ onSecurity, aside, onAside }: ApprovalLayerProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const notify = useNotify()
  const { view, reload } = useView(told, onApprovalsChanged)
  /** The person of the reported sign-in. */
  const [fraud, setFraud] = useState<string | null>(null)
  const announced = useRef(new Set<string>())
  const waiting = view?.requests.filter(({ id }) => !aside.has(id)) ?? []
  const request = waiting[0]
  const own = useOwnNumber()

  useEffect(() => {
    for (const { id, purpose, userPrincipalName, application, caller } of view?.requests ?? []) {
      if (announced.current.has(id)) continue
      announced.current.add(id)
      const title = t(caller ? 'callers.question.title' : purpose === 'test' ? 'approvals.testTitle' : 'approvals.approveTitle')
      const text = caller ? t('callers.question.notification', { agent: caller.agentName }) : t('approvals.notification', { account: userPrincipalName, app: application })
      void showNotification(title, text).catch(() => undefined)
    }
  }, [view, t])

  if (!view || (!request && fraud === null)) return null
  return (
    <Dialog
      open
      modalType="alert"
      onOpenChange={(_, { type }) => {
        if (type === 'escapeKeyDown' && request) onAside(request.id)
      }}
    >
      <DialogSurface className={styles.surface} aria-label={t('approvals.title')} aria-labelledby={undefined} aria-describedby={undefined} data-testid="approval-layer">
        <div className={styles.card}>
        {request ? (
          <ApprovalCard
            key={request.id}
            request={request}
            toldAt={view.toldAt}
            more={waiting.length - 1}
            ownNumber={own && isOfThisWindow(request, own) ? own.number : null}
            onAside={() => onAside(request.id)}
            onDecided={(choice) => {
              if (request.caller) notify(t(choice === 'approve' ? 'callers.question.confirmed' : choice === 'deny' ? 'approvals.denied' : 'callers.question.reported'))
              else if (choice === 'report_fraud') setFraud(request.userPrincipalName)
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
