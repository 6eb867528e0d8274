// A request, above all pages: the person, the app, the origin, and three answers.

import { Field, Input, Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import { ShieldTaskRegular } from '@fluentui/react-icons/svg/shield-task'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { decideRequest, type ApprovalChoice, type PendingRequest } from '../../backend/approvals'
import { Action } from '../../components/Action'
import { CallerQuestionText } from '../../components/CallerQuestionText'
import { FaultBar } from '../../components/FaultBar'
import { LargeNumber } from '../../components/NumberToMatch'
import { Panel } from '../../components/Panel'
import { digitsOf } from '../../components/typed'
import { useSecondsLeft } from '../../state/clock'
import { useCommand } from '../../state/command'
import { useFormats } from '../../state/format'

const useStyles = makeStyles({
  icon: { fontSize: '40px', color: tokens.colorBrandForeground1 },
  facts: { display: 'grid', gridTemplateColumns: 'max-content 1fr', columnGap: '16px', rowGap: '6px', margin: 0 },
  name: { color: tokens.colorNeutralForeground3 },
  value: { margin: 0, overflowWrap: 'anywhere', userSelect: 'text' },
  number: { '& input': { fontSize: '32px', lineHeight: '40px', textAlign: 'center', letterSpacing: '0.2em', fontVariantNumeric: 'tabular-nums' } },
  input: { width: '128px', height: '56px' },
  line: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', gap: '8px' },
  left: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
})

export interface ApprovalCardProps {
  request: PendingRequest
  /** When the request arrived: its time counts from then. */
  toldAt: number
  /** How many requests wait after it. */
  more: number
  /** The number, if this window shows it below the card. */
  ownNumber: string | null
  onAside: () => void
  onDecided: (choice: ApprovalChoice) => void
}

export function ApprovalCard({ request, toldAt, more, ownNumber, onAside, onDecided }: ApprovalCardProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const format = useFormats()
  const [number, setNumber] = useState('')
  const deciding = useCommand()
  const left = useSecondsLeft(toldAt + request.expiresInSeconds * 1000)
  const input = useRef<HTMLInputElement>(null)
  // After the layer, which takes the focus when it opens.
  useEffect(() => {
    const timer = setTimeout(() => input.current?.focus())
    return () => clearTimeout(timer)
  }, [])
  const test = request.purpose === 'test'
  const { caller } = request
  const incomplete = /^\d{2}$/.test(number) ? null : t('approvals.numberMissing')

  const decide = async (choice: ApprovalChoice) => {
    if (await deciding.run(() => decideRequest(request.id, choice, choice === 'approve' ? number : null))) onDecided(choice)
  }
  return (
    <Panel
      heading={t(caller ? 'callers.question.title' : test ? 'approvals.testTitle' : 'approvals.approveTitle')}
      level={1}
      testId="card-approval"
      onSubmit={() => {
        if (!incomplete) void decide('approve')
      }}
      actions={
        <>
          {!test && (
            <Action appearance="subtle" blocked={deciding.busy ? t('approvals.sending') : null} onPress={() => void decide('report_fraud')} testId="action-report-fraud">
              {t(caller ? 'callers.question.nobody' : 'approvals.notMe')}
            </Action>
          )}
          <Action blocked={deciding.busy ? t('approvals.sending') : null} onPress={() => void decide('deny')} testId="action-deny">
            {t('approvals.deny')}
          </Action>
          <Action type="submit" appearance="primary" busy={deciding.busy} blocked={incomplete} testId="action-approve">
            {t(caller ? 'callers.question.confirm' : 'approvals.approve')}
          </Action>
        </>
      }
    >
      <ShieldTaskRegular className={styles.icon} aria-hidden />
      {deciding.fault && <FaultBar fault={deciding.fault} />}
      {caller && <CallerQuestionText question={caller} />}
      <dl className={styles.facts} data-testid="approval-facts">
        <dt className={styles.name}>{t('approvals.account')}</dt>
        <dd className={styles.value}>{`${request.userPrincipalName} · ${request.organization}`}</dd>
        {!caller && (
          <>
            <dt className={styles.name}>{t('approvals.app')}</dt>
            <dd className={styles.value}>{request.application}</dd>
          </>
        )}
        <dt className={styles.name}>{t('approvals.from')}</dt>
        <dd className={styles.value}>{request.clientAddress ?? t('approvals.unknownPlace')}</dd>
        <dt className={styles.name}>{t('approvals.when')}</dt>
        <dd className={styles.value}>{format.time(request.createdDateTime)}</dd>
      </dl>
      {ownNumber && (
        <>
          <Text>{t('approvals.ownNumber')}</Text>
          <LargeNumber number={ownNumber} testId="own-number" />
        </>
      )}
      <Field label={t(caller ? 'callers.question.number' : 'approvals.number')} className={styles.number}>
        <Input
          ref={input}
          className={styles.input}
          data-testid="field-number"
          inputMode="numeric"
          autoComplete="off"
          value={number}
          onChange={(_, { value }) => setNumber(digitsOf(value).slice(0, 2))}
        />
      </Field>
      <div className={styles.line}>
        <Text className={styles.left}>{left > 0 ? t('approvals.timeLeft', { time: format.countdown(left) }) : t('approvals.expired')}</Text>
        <Link as="button" type="button" onClick={onAside} data-testid="action-aside">
          {t('approvals.aside')}
        </Link>
      </div>
      {more > 0 && <Text className={styles.left}>{t('approvals.more', { count: more })}</Text>}
    </Panel>
  )
}
