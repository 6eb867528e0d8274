// A question under way: the number to say or the word to type, the time that is left, and what came of it.

import { Checkbox, Field, Input, Text } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { callerVerification, confirmCaller, type CallerVerification } from '../../../backend/callers'
import { Action } from '../../../components/Action'
import { FaultBar } from '../../../components/FaultBar'
import { FormDialog } from '../../../components/FormDialog'
import { LargeNumber } from '../../../components/NumberToMatch'
import { Notice } from '../../../components/Notice'
import { useSecondsLeft } from '../../../state/clock'
import { useCommand } from '../../../state/command'
import { useFormats } from '../../../state/format'
import { usePoll } from '../../../state/poll'

const ASK_EVERY_SECONDS = 2

export interface CallerAnswerProps {
  title: string
  upn: string
  first: CallerVerification
  onVerified: () => void
  onAgain: () => void
  onClose: () => void
}

export function CallerAnswer({ title, upn, first, onVerified, onAgain, onClose }: CallerAnswerProps) {
  const { t } = useTranslation()
  const format = useFormats()
  const { busy, fault, run, show } = useCommand()
  const [asked, setAsked] = useState(first)
  const [expiresAt] = useState(() => Date.now() + first.expiresInSeconds * 1000)
  const [word, setWord] = useState('')
  const [calledBack, setCalledBack] = useState(false)
  const left = useSecondsLeft(expiresAt)
  const { id, way, target, state, number } = asked
  const waits = state === 'waiting'
  const take = (answer: CallerVerification) => {
    if (answer.state === 'verified') onVerified()
    else setAsked(answer)
    return answer.state !== 'waiting'
  }
  usePoll(waits ? ASK_EVERY_SECONDS : null, id, async () => take(await callerVerification(upn, id)), show)
  const confirms = way === 'text' || way === 'callBack'
  const missing = way === 'text' && word.trim() === '' ? t('callers.wordMissing') : way === 'callBack' && !calledBack ? t('callers.tickMissing') : null
  const submit = async () => {
    if (!waits) onAgain()
    else if (confirms && !missing) await run(async () => void take(await confirmCaller(upn, id, way === 'text' ? word : null)))
  }
  return (
    <FormDialog
      title={title}
      testId="dialog-verify-caller"
      height="steady"
      onCancel={onClose}
      onSubmit={() => void submit()}
      actions={
        <>
          <Action onPress={onClose} testId="action-cancel">
            {t(waits ? 'common.cancel' : 'common.close')}
          </Action>
          {(waits ? confirms : state !== 'nobody_calls') && (
            <Action type="submit" appearance="primary" busy={busy} blocked={waits ? missing : null} testId={waits ? 'action-confirm-caller' : 'action-ask-again'}>
              {t(waits ? 'callers.confirm' : 'callers.again')}
            </Action>
          )}
        </>
      }
    >
      {fault && <FaultBar fault={fault} />}
      {state === 'waiting' ? (
        <>
          <Text>{t(`callers.waits.${way}`, { target })}</Text>
          {number && <LargeNumber number={number} testId="caller-number" />}
          {way === 'text' && (
            <Field label={t('callers.word')}>
              <Input autoFocus spellCheck={false} autoComplete="off" value={word} onChange={(_, { value }) => setWord(value)} data-testid="field-caller-word" />
            </Field>
          )}
          {way === 'callBack' && <Checkbox label={t('callers.calledBack')} checked={calledBack} onChange={(_, { checked }) => setCalledBack(checked === true)} data-testid="field-called-back" />}
          <Text role="status">{t('callers.timeLeft', { time: format.countdown(left) })}</Text>
        </>
      ) : state === 'verified' ? null : (
        <Notice intent={state === 'nobody_calls' ? 'error' : 'warning'} title={t(`callers.states.${state}.title`)} testId={`caller-${state}`}>
          {t(`callers.states.${state}.text`)}
        </Notice>
      )}
    </FormDialog>
  )
}
