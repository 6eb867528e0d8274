// A text message as a bubble: time, recipient, and its code to copy.

import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { CopyRegular } from '@fluentui/react-icons/svg/copy'
import { useTranslation } from 'react-i18next'

import { copyText } from '../../backend/app'
import type { PhoneMessage } from '../../backend/demo'
import { useCopy } from '../../components/use-copy'
import { FaultBar } from '../../components/FaultBar'
import { useFormats } from '../../state/format'
import { codeIn } from './phones'

const useStyles = makeStyles({
  message: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', rowGap: '4px' },
  about: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  bubble: {
    maxWidth: '280px',
    boxSizing: 'border-box',
    padding: '10px 14px',
    borderRadius: '16px 16px 16px 4px',
    border: `1px solid ${tokens.colorTransparentStroke}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow4,
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    rowGap: '8px',
  },
  text: { overflowWrap: 'anywhere', userSelect: 'text' },
  code: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
})

export function MessageBubble({ message }: { message: PhoneMessage }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const format = useFormats()
  const { to, owner, text, receivedDateTime } = message
  const parts = codeIn(text)
  const { copied, fault, copy } = useCopy(() => copyText(parts?.code ?? text))
  const today = new Date(receivedDateTime).toDateString() === new Date().toDateString()
  const name = owner ? t('demoPhone.number', { name: owner, number: to }) : to
  return (
    <li className={styles.message} data-testid="phone-message">
      <Text size={200} className={styles.about}>
        <time dateTime={receivedDateTime}>{today ? format.time(receivedDateTime) : format.dateTime(receivedDateTime)}</time>
        {' · '}
        <span data-testid="phone-message-to">{t('demoPhone.to', { name })}</span>
      </Text>
      <div className={styles.bubble}>
        <span className={styles.text} data-testid="phone-message-text">
          {parts ? (
            <>
              {parts.before}
              <span className={styles.code} data-testid="phone-message-code">
                {parts.code}
              </span>
              {parts.after}
            </>
          ) : (
            text
          )}
        </span>
        {parts && (
          <Button
            size="small"
            icon={<CopyRegular />}
            aria-label={copied ? t('common.copied') : t('demoPhone.copyName', { code: [...parts.code].join(' ') })}
            data-testid="action-copy-phone-code"
            onClick={copy}
          >
            {copied ? t('common.copied') : t('demoPhone.copy')}
          </Button>
        )}
      </div>
      {fault && <FaultBar fault={fault} />}
    </li>
  )
}
