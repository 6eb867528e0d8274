// The two digits to type on the device, large enough to be read from across a desk.

import { makeStyles, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'

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

export function NumberToMatch({ number }: { number: string }) {
  const { t } = useTranslation()
  const styles = useStyles()
  return (
    <output className={styles.number} aria-label={t('push.number', { number: [...number].join(' ') })} data-testid="number-to-match">
      {number}
    </output>
  )
}
