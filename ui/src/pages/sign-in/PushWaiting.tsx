// A notification was sent: the number to type on the device, an instruction, and the remaining time.

import { makeStyles, Spinner, Text, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'

import { useSecondsLeft } from '../../state/clock'
import { useFormats } from '../../state/format'
import { NumberToMatch } from '../../components/NumberToMatch'

const useStyles = makeStyles({
  waiting: { display: 'flex', alignItems: 'center', columnGap: '8px', color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
})

export interface PushWaitingProps {
  /** The person who signs in. */
  account: string
  /** The devices that received it. */
  devices: string
  number: string | null
  /** Unix milliseconds. */
  expires: number | null
  /** There is no decision yet. */
  waiting: boolean
}

export function PushWaiting({ account, devices, number, expires, waiting }: PushWaitingProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const format = useFormats()
  const left = useSecondsLeft(expires)
  return (
    <>
      <Text>{t('signIn.pushSent', { hint: devices })}</Text>
      {waiting && number && <NumberToMatch number={number} account={account} />}
      <span className={styles.waiting} role="status">
        {waiting && left > 0 && (
          <>
            <Spinner size="extra-tiny" aria-hidden />
            {`${t('signIn.pushWaiting')} · ${format.countdown(left)}`}
          </>
        )}
      </span>
    </>
  )
}
