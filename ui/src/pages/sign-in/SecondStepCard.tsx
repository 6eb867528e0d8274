// The second step: a code by text message or from an app, a call or a notification, in place of the password, or in a
// dialog.

import { Checkbox, Field, Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import { TimerRegular } from '@fluentui/react-icons/svg/timer'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { toFault, type Fault } from '../../backend/fault'
import { pollMethod, startMethod, submitCode, submitOwnCode, type MethodHint, type SecondStep, type SignInStep } from '../../backend/sign-in'
import { Action } from '../../components/Action'
import { CallWaiting } from '../../components/CallWaiting'
import { CodeInput, isWholeCode } from '../../components/CodeInput'
import { EnterTextCode } from '../../components/EnterTextCode'
import { FaultBar } from '../../components/FaultBar'
import { useFieldFaults } from '../../components/field-faults'
import { PushWaiting } from './PushWaiting'
import { useSecondsLeft } from '../../state/clock'
import { useCommand } from '../../state/command'
import { usePoll } from '../../state/poll'
import { useRetryWait } from '../../state/retry-wait'
import { CODE_FAULTS, isCuredByAnotherMethod, isTheEnd } from './denials'
import { MethodList } from './MethodList'
import { useOwnCode } from './use-own-code'
import { SecondStepFrame } from './SecondStepFrame'
import { SecondStepSubmit } from './SecondStepSubmit'

const useStyles = makeStyles({
  person: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  other: { alignSelf: 'flex-start' },
})

/** Without a decision on the phone after this time, the other methods are offered. */
const PATIENCE = 20_000

export interface SecondStepCardProps {
  /** In a dialog over a waiting action, instead of on the page. */
  dialog?: boolean
  second: SecondStep
  /** When this state arrived: its times count from then. */
  toldAt: number
  userName: string
  onStep: (step: SignInStep) => void
  /** The service accepts no more codes in this sign-in. */
  onEnded: (fault: Fault) => void
  onBack: () => void
  /** Another person started it. */
  onNotMe: () => void
}

export function SecondStepCard({ dialog = false, second, toldAt, userName, onStep, onEnded, onBack, onNotMe }: SecondStepCardProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const [code, setCode] = useState('')
  const [remember, setRemember] = useState(false)
  // The service could not start the preferred method, so the person chooses.
  const [choosing, setChoosing] = useState(second.challenge === null)
  const starting = useCommand()
  const submitting = useCommand()

  const { challenge } = second
  const expires = challenge ? toldAt + challenge.expiresInSeconds * 1000 : null
  const resendFrom = challenge?.resendInSeconds == null ? null : toldAt + challenge.resendInSeconds * 1000
  const current = second.methods.find(({ id }) => id === challenge?.methodId)
  // Hardware tokens make codes of up to eight digits.
  const longest = current?.type === 'oath' ? 8 : 6
  const calls = current?.type.startsWith('voice') ?? false
  const asks = current?.type === 'push'
  const fault = submitting.fault ?? starting.fault ?? (challenge ? null : second.notStarted)
  const faults = useFieldFaults(submitting, { code: CODE_FAULTS })
  const bar = submitting.fault && current && !calls && !asks ? faults.bar : fault
  const wait = useRetryWait(fault)
  const waiting = challenge?.pollInSeconds != null && !fault && !starting.busy && !submitting.busy
  const noAnswer = useSecondsLeft(toldAt + PATIENCE) === 0 && (calls || asks)
  // When one method fails, the others are shown at once.
  const offered = choosing || noAnswer || (fault !== null && isCuredByAnotherMethod(fault))

  const step = async (next: Promise<SignInStep>) => {
    try {
      onStep(await next)
    } catch (thrown) {
      const denied = toFault(thrown)
      if (!isTheEnd(denied)) throw denied
      onEnded(denied)
    }
  }
  const poll = async () => {
    const next = await pollMethod(remember)
    if (next) onStep(next)
    return next !== null
  }
  usePoll(waiting ? (challenge?.pollInSeconds ?? null) : null, challenge && `${challenge.methodId} ${toldAt}`, poll, (denied) => {
    if (isTheEnd(denied)) onEnded(denied)
    else submitting.show(denied)
  })
  const app = second.methods.find(({ type }) => type === 'oath')
  const ownCode = useOwnCode(app !== undefined)
  const useOwn = () =>
    void submitting.run(async () => {
      if (!app) return
      if (current?.type !== 'oath') await step(startMethod(app.id))
      setChoosing(false)
      await step(submitOwnCode(remember))
    })
  const start = (method: MethodHint) =>
    void starting.run(async () => {
      submitting.clear()
      await step(startMethod(method.id))
      setCode('')
      setChoosing(false)
    })
  const type = (typed: string) => {
    faults.typed('code')
    setCode(typed)
  }
  const submit = () => {
    if ((calls || asks) && current) {
      if (fault && wait === 0) start(current)
    } else if (isWholeCode(code, longest)) void submitting.run(() => step(submitCode(code, remember)))
  }

  return (
    <SecondStepFrame
      dialog={dialog}
      onCancel={onBack}
      heading={t(asks ? 'signIn.pushHeading' : calls ? 'signIn.phoneCall' : 'signIn.enterCode')}
      level={1}
      testId="card-second-step"
      onSubmit={submit}
      actions={
        <>
          <Action onPress={onBack} testId="action-back">
            {t(dialog ? 'common.cancel' : 'common.back')}
          </Action>
          <SecondStepSubmit
            way={calls ? 'call' : asks ? 'push' : 'code'}
            busy={submitting.busy || starting.busy}
            failed={fault !== null}
            wait={wait}
            complete={current !== undefined && isWholeCode(code, longest)}
          />
        </>
      }
    >
      <Text className={styles.person}>{userName}</Text>
      {bar && <FaultBar fault={bar} user={userName} />}
      {current?.type === 'sms' && (
        <EnterTextCode
          key={current.id}
          sent={t(challenge?.reply ? 'phone.sentToReply' : 'signIn.textSent', { hint: current.hint.replaceAll(' ', '\u00a0'), number: current.hint.replaceAll(' ', '\u00a0') })}
          code={code}
          onCode={type}
          expires={expires}
          resendFrom={resendFrom}
          onResend={() => start(current)}
          resending={starting.busy}
          wrong={submitting.fault !== null}
          fault={faults.at('code')}
        />
      )}
      {current?.type === 'oath' && (
        <>
          <Text>{t('signIn.appCode', { hint: current.hint })}</Text>
          <Field {...faults.at('code')}>
            {() => <CodeInput key={current.id} label={t('code.enter')} value={code} onChange={type} longest={longest} wrong={submitting.fault !== null} autoFocus />}
          </Field>
        </>
      )}
      {calls && current && <CallWaiting number={current.hint} waiting={waiting} hint={t('signIn.reportFraud')} />}
      {asks && current && !fault && <PushWaiting key={toldAt} account={userName} devices={current.hint} number={challenge?.number ?? null} expires={expires} waiting={waiting} />}
      {ownCode && (
        <Action icon={<TimerRegular />} busy={submitting.busy} onPress={useOwn} testId="action-own-code">
          {t('signIn.ownCode')}
        </Action>
      )}
      {noAnswer && !fault && <Text>{t('signIn.noAnswer')}</Text>}
      {wait > 0 && <Text>{t('signIn.whileWaiting')}</Text>}
      {second.rememberDays !== null && (
        <Checkbox
          data-testid="field-remember-device"
          label={t('signIn.remember', { count: second.rememberDays })}
          checked={remember}
          onChange={(_, data) => setRemember(data.checked === true)}
        />
      )}
      <Link as="button" type="button" className={styles.other} aria-expanded={offered} data-testid="action-different-option" onClick={() => setChoosing(!offered)}>
        {t('signIn.differentOption')}
      </Link>
      {offered && <MethodList methods={second.methods} current={current} busy={starting.busy} onPick={start} />}
      <Link as="button" type="button" className={styles.other} data-testid="action-not-me" onClick={onNotMe}>
        {t('signIn.notMe.action')}
      </Link>
    </SecondStepFrame>
  )
}
