// Verifies a caller: choose the actions and a phone, then wait for the answer from that phone.

import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { verifyCaller, type CallerAct, type CallerOption, type CallerStanding, type CallerVerification } from '../../../backend/callers'
import { useCommand } from '../../../state/command'
import { CallerAnswer } from './CallerAnswer'
import { ChooseCaller } from './ChooseCaller'

export interface VerifyCallerDialogProps {
  upn: string
  name: string
  standing: CallerStanding
  /** What the help desk is about to do; it can add to it. */
  acts: readonly CallerAct[]
  onVerified: () => void
  /** Without an answer that verifies. The standing may have changed: a person can report the help desk. */
  onClose: () => void
}

export function VerifyCallerDialog({ upn, name, standing, acts, onVerified, onClose }: VerifyCallerDialogProps) {
  const { t } = useTranslation()
  const asking = useCommand()
  const [asked, setAsked] = useState<CallerVerification | null>(null)
  const ask = ({ way, methodId }: CallerOption, named: CallerAct[]) =>
    void asking.run(async () => setAsked(await verifyCaller(upn, { way, methodId, acts: named })))
  const title = t('callers.title', { name })
  if (!asked) return <ChooseCaller title={title} options={standing.options} acts={acts} busy={asking.busy} fault={asking.fault} onAsk={ask} onCancel={onClose} />
  return <CallerAnswer key={asked.id} title={title} upn={upn} first={asked} onVerified={onVerified} onAgain={() => setAsked(null)} onClose={onClose} />
}
