// Notifications on the demo phone: a request with a keypad for the two digits, and the QR code of a set-up to scan.

import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { onPhoneNotifications, onSetUpShown, phoneDecide, phoneNotifications, phoneScan, type PhoneNotification } from '../../backend/demo'
import type { ApprovalChoice } from '../../backend/approvals'
import { CallerQuestionText } from '../../components/CallerQuestionText'
import { FaultBar } from '../../components/FaultBar'
import { useCommand } from '../../state/command'
import { useHeard } from '../../state/heard'
import { useView } from '../../state/view'

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', rowGap: '12px', flexShrink: 0, maxHeight: '75%', overflowY: 'auto', padding: '12px 16px', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  card: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '10px',
    padding: '14px',
    borderRadius: '16px',
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow8,
  },
  soft: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  digits: { alignSelf: 'center', fontSize: '32px', lineHeight: '40px', letterSpacing: '0.3em', fontVariantNumeric: 'tabular-nums', minHeight: '40px' },
  keypad: { display: 'grid', gridTemplateColumns: 'repeat(3, 1fr)', gap: '6px' },
  zero: { gridColumnStart: 2 },
  answers: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
})

export function Notifications() {
  const { t } = useTranslation()
  const styles = useStyles()
  const { view } = useView(phoneNotifications, onPhoneNotifications)
  const scanning = useCommand()
  // The result of the earlier QR code does not apply to this one.
  useHeard(onSetUpShown, scanning.clear)
  return (
    <section className={styles.column} aria-label={t('demoPhone.approveTitle')} data-testid="phone-notifications">
      <Button size="small" disabledFocusable={scanning.busy} onClick={() => void scanning.run(phoneScan)} data-testid="action-phone-scan">
        {t('demoPhone.scan')}
      </Button>
      {scanning.fault && <FaultBar fault={scanning.fault} />}
      {view?.map((notification) => (
        <NotificationCard key={notification.id} notification={notification} />
      ))}
      <div role="status">{view?.[0] && <Text size={200}>{t('demoPhone.notificationArrived', { account: view[0].account })}</Text>}</div>
    </section>
  )
}

function NotificationCard({ notification }: { notification: PhoneNotification }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const [number, setNumber] = useState('')
  const deciding = useCommand()
  const { id, test, account, caller, application, clientAddress } = notification
  const decide = (choice: ApprovalChoice) => void deciding.run(() => phoneDecide(id, choice, choice === 'approve' ? number : null))
  const press = (digit: number) => setNumber((typed) => (typed.length < 2 ? `${typed}${digit}` : typed))
  return (
    <article className={styles.card} data-testid="phone-notification">
      <Text weight="semibold">{t(caller ? 'callers.question.title' : test ? 'demoPhone.testTitle' : 'demoPhone.approveTitle')}</Text>
      {caller ? (
        <CallerQuestionText question={caller} />
      ) : (
        <Text className={styles.soft}>{t('demoPhone.signsIn', { account, app: application, place: clientAddress ?? t('demoPhone.somewhere') })}</Text>
      )}
      <output className={styles.digits} aria-label={t(caller ? 'callers.question.number' : 'demoPhone.typeNumber')} data-testid="phone-number">
        {number.padEnd(2, '–')}
      </output>
      <div className={styles.keypad}>
        {[1, 2, 3, 4, 5, 6, 7, 8, 9, 0].map((digit) => (
          <Button key={digit} className={digit === 0 ? styles.zero : undefined} aria-label={t('demoPhone.digit', { digit })} onClick={() => press(digit)} data-testid={`phone-key-${digit}`}>
            {digit}
          </Button>
        ))}
        <Button appearance="subtle" onClick={() => setNumber('')} data-testid="phone-key-erase">
          {t('demoPhone.erase')}
        </Button>
      </div>
      {deciding.fault && <FaultBar fault={deciding.fault} />}
      <div className={styles.answers}>
        {!test && (
          <Button appearance="subtle" disabledFocusable={deciding.busy} onClick={() => decide('report_fraud')} data-testid="phone-report-fraud">
            {t(caller ? 'callers.question.nobody' : 'demoPhone.notMe')}
          </Button>
        )}
        <Button disabledFocusable={deciding.busy} onClick={() => decide('deny')} data-testid="phone-deny">
          {t('demoPhone.deny')}
        </Button>
        <Button appearance="primary" disabledFocusable={number.length < 2 || deciding.busy} onClick={() => decide('approve')} data-testid="phone-approve">
          {t(caller ? 'callers.question.confirm' : 'demoPhone.approve')}
        </Button>
      </div>
    </article>
  )
}
