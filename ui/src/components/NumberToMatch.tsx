// The two digits to type on the device, large enough to be read from a distance.

import { makeStyles, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'

import { useShowsNumber } from '../state/own-number'

const useStyles = makeStyles({
  number: {
    alignSelf: 'center',
    minWidth: '120px',
    padding: '8px 24px',
    textAlign: 'center',
    fontSize: '56px',
    lineHeight: '72px',
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
    letterSpacing: '0.08em',
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    userSelect: 'text',
  },
})

export interface NumberToMatchProps {
  number: string
  /** The person who signs in; null for the test of a device. */
  account: string | null
}

export function NumberToMatch({ number, account }: NumberToMatchProps) {
  useShowsNumber(number, account)
  return <LargeNumber number={number} testId="number-to-match" />
}

export function LargeNumber({ number, testId }: { number: string; testId: string }) {
  const { t } = useTranslation()
  const styles = useStyles()
  return (
    <output className={styles.number} aria-label={t('push.number', { number: [...number].join(' ') })} data-testid={testId}>
      {number}
    </output>
  )
}
