// The code of a text message: its recipient, six boxes, the remaining time, and *Send the code again*.

import { Field, makeStyles, Text, tokens, type FieldProps } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'

import { useSecondsLeft } from '../state/clock'
import { useFormats } from '../state/format'
import { Action } from './Action'
import { CodeInput } from './CodeInput'

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', rowGap: '12px' },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '12px', rowGap: '4px' },
  left: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
})

export interface EnterTextCodeProps {
  /** What was sent, and to which number. */
  sent: string
  code: string
  onCode: (code: string) => void
  /** Unix milliseconds; null when the code does not expire. */
  expires: number | null
  /** Unix milliseconds from which on another text is possible; null if none can be sent. */
  resendFrom: number | null
  onResend: () => void
  resending: boolean
  wrong: boolean
  /** The error about the code, shown at the boxes. */
  fault?: Pick<FieldProps, 'validationMessage' | 'validationState'>
  blocked?: string | null
}

export function EnterTextCode(props: EnterTextCodeProps) {
  const { t } = useTranslation()
  const format = useFormats()
  const styles = useStyles()
  const left = useSecondsLeft(props.expires)
  const wait = useSecondsLeft(props.resendFrom)
  const timeLeft = left > 0 ? t('code.timeLeft', { time: format.countdown(left) }) : t('code.expired')
  return (
    <div className={styles.column}>
      <Text>{props.sent}</Text>
      <Field {...props.fault}>{() => <CodeInput label={t('code.enter')} value={props.code} onChange={props.onCode} wrong={props.wrong} autoFocus />}</Field>
      {props.expires !== null && <Text className={styles.left}>{timeLeft}</Text>}
      {props.resendFrom !== null && (
        <div className={styles.line}>
          <Action
            size="small"
            busy={props.resending}
            blocked={props.blocked ?? (wait > 0 ? t('code.resendIn', { time: format.duration(wait) }) : null)}
            onPress={props.onResend}
            testId="action-resend"
          >
            {wait > 0 ? t('code.resendCountdown', { time: format.countdown(wait) }) : t('code.resend')}
          </Action>
        </div>
      )}
    </div>
  )
}
