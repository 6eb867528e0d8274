// A call on the demo phone: it rings, it talks and accepts keys, it has ended.

import { Button, makeStyles, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { CallRegular } from '@fluentui/react-icons/svg/call'
import { CallEndRegular } from '@fluentui/react-icons/svg/call-end'
import { MoreHorizontalRegular } from '@fluentui/react-icons/svg/more-horizontal'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { actOnCall, pressPhoneKey, type PhoneAction, type PhoneCall } from '../../backend/demo'
import { FaultBar } from '../../components/FaultBar'
import { useCommand } from '../../state/command'
import { Keypad } from './Keypad'

const useStyles = makeStyles({
  call: {
    flexShrink: 0,
    display: 'flex',
    flexDirection: 'column',
    rowGap: '16px',
    padding: '16px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
    boxShadow: tokens.shadow16,
    outline: 'none',
  },
  who: { display: 'flex', columnGap: '12px', alignItems: 'center' },
  icon: { flexShrink: 0, fontSize: '32px', color: tokens.colorBrandForeground1 },
  rings: {
    animationName: { '0%, 100%': { transform: 'rotate(-12deg)' }, '50%': { transform: 'rotate(12deg)' } },
    animationDuration: '300ms',
    animationIterationCount: 'infinite',
    '@media (prefers-reduced-motion: reduce)': { animationName: 'none' },
  },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold },
  soft: { color: tokens.colorNeutralForeground2 },
  spoken: { margin: 0, padding: '12px', borderRadius: tokens.borderRadiusMedium, backgroundColor: tokens.colorNeutralBackground3, userSelect: 'text' },
  line: { display: 'flex', columnGap: '8px', justifyContent: 'center' },
})

export function CallScreen({ call, onClose }: { call: PhoneCall; onClose: () => void }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const part = useRef<HTMLElement>(null)
  const { fault, run } = useCommand()
  const act = (action: PhoneAction) => void run(() => actOnCall(call.id, action))
  const press = (key: string) => void run(() => pressPhoneKey(call.id, key))
  const { state } = call
  // A person who declines a call hears no message.
  const [answered, setAnswered] = useState<string | null>(null)
  if (state === 'talking' && answered !== call.id) setAnswered(call.id)

  // The keyboard can answer at once.
  useEffect(() => part.current?.focus(), [call.id, state])

  return (
    <section ref={part} tabIndex={-1} className={styles.call} aria-labelledby="call-heading" data-testid="phone-call">
      <div className={styles.who}>
        <CallRegular className={mergeClasses(styles.icon, state === 'ringing' && styles.rings)} aria-hidden />
        <div className={styles.words}>
          <h2 id="call-heading" className={styles.heading}>
            {t(state === 'ringing' ? 'demoPhone.incoming' : state === 'talking' ? 'demoPhone.inCall' : 'demoPhone.ended')}
          </h2>
          <Text>{call.callerId ? t('demoPhone.caller', { number: call.callerId }) : t('demoPhone.callerUnknown')}</Text>
          <Text className={styles.soft} data-testid="phone-call-to">
            {t('demoPhone.callTo', { name: call.owner ? t('demoPhone.number', { name: call.owner, number: call.to }) : call.to })}
          </Text>
        </div>
      </div>
      {fault && <FaultBar fault={fault} />}
      {state === 'ringing' && (
        <div className={styles.line}>
          <Button icon={<CallEndRegular />} onClick={() => act('decline')} data-testid="action-decline">
            {t('demoPhone.decline')}
          </Button>
          <Menu inline>
            <MenuTrigger disableButtonEnhancement>
              <Button icon={<MoreHorizontalRegular />} aria-label={t('demoPhone.otherAnswers')} data-testid="action-other-answers" />
            </MenuTrigger>
            <MenuPopover>
              <MenuList>
                <MenuItem onClick={() => act('ignore')} data-testid="action-ignore">
                  {t('demoPhone.ignore')}
                </MenuItem>
                <MenuItem onClick={() => act('voicemail')} data-testid="action-voicemail">
                  {t('demoPhone.voicemail')}
                </MenuItem>
              </MenuList>
            </MenuPopover>
          </Menu>
          <Button appearance="primary" icon={<CallRegular />} onClick={() => act('answer')} data-testid="action-answer">
            {t('demoPhone.answer')}
          </Button>
        </div>
      )}
      {(state === 'talking' || answered === call.id) && (
        <p className={styles.spoken} lang={call.language} aria-live="polite" data-testid="phone-call-spoken">
          {call.spoken}
        </p>
      )}
      {state === 'talking' && (
        <>
          <Keypad onKey={press} />
          <div className={styles.line}>
            <Button icon={<CallEndRegular />} onClick={() => act('hangUp')} data-testid="action-hang-up">
              {t('demoPhone.hangUp')}
            </Button>
          </div>
        </>
      )}
      {state === 'ended' && (
        <div className={styles.line}>
          <Button onClick={onClose} data-testid="action-close-call">
            {t('demoPhone.close')}
          </Button>
        </div>
      )}
    </section>
  )
}
