// The hardware tokens of the demo organisation, with their present codes.

import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down'
import { ChevronUpRegular } from '@fluentui/react-icons/svg/chevron-up'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { demoTokens, onPhoneHolders, type DemoToken } from '../../backend/demo'
import { useNow } from '../../state/clock'
import { useFormats } from '../../state/format'
import { useHeard } from '../../state/heard'

const useStyles = makeStyles({
  drawer: { flexShrink: 0, borderTop: `1px solid ${tokens.colorNeutralStroke2}`, backgroundColor: tokens.colorNeutralBackground2, padding: '8px 16px' },
  list: { margin: '8px 0 4px', padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', rowGap: '8px' },
  token: {
    display: 'flex',
    alignItems: 'center',
    columnGap: '12px',
    padding: '8px 12px',
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  words: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  soft: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2 },
  // A liquid-crystal display: dark digits on grey-green in every theme.
  screen: {
    flexShrink: 0,
    padding: '4px 8px',
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: '#c9d3c0',
    color: '#1b211a',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    letterSpacing: '0.08em',
    userSelect: 'text',
  },
  left: { flexShrink: 0, width: '3.2em', textAlign: 'right', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
})

export function TokenDrawer() {
  const { t } = useTranslation()
  const styles = useStyles()
  const now = useNow(1000)
  const [all, setAll] = useState<DemoToken[]>([])
  const [open, setOpen] = useState(false)
  const [asked, setAsked] = useState(0)
  useHeard(onPhoneHolders, () => setAsked((before) => before + 1))
  const due = Math.min(...all.map(({ codeUntil }) => codeUntil))
  const stale = all.length === 0 || now >= due

  useEffect(() => {
    let closed = false
    if (stale || asked > 0) {
      demoTokens()
        .then((found) => !closed && setAll(found))
        // The tokens are optional; the phone works without them.
        .catch(() => undefined)
    }
    return () => {
      closed = true
    }
  }, [stale, due, asked])

  if (all.length === 0) return null
  return (
    <section className={styles.drawer} aria-label={t('hardwareToken.demoTitle')} data-testid="demo-tokens">
      <Button
        appearance="subtle"
        size="small"
        icon={open ? <ChevronDownRegular /> : <ChevronUpRegular />}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        data-testid="action-demo-tokens"
      >
        {t('hardwareToken.demoTitle')}
      </Button>
      {open && (
        <ul className={styles.list}>
          {all.map((token) => (
            <DemoTokenRow key={token.serialNumber} token={token} now={now} />
          ))}
        </ul>
      )}
    </section>
  )
}

function DemoTokenRow({ token, now }: { token: DemoToken; now: number }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const format = useFormats()
  const left = Math.max(0, Math.ceil((token.codeUntil - now) / 1000))
  const whose = token.owner ? t('hardwareToken.demoOf', { name: token.owner }) : t('hardwareToken.demoFree')
  const ahead = token.clockAheadSeconds > 0 ? t('hardwareToken.demoAhead', { time: format.duration(token.clockAheadSeconds) }) : null
  return (
    <li className={styles.token}>
      <div className={styles.words}>
        <Text>{token.serialNumber}</Text>
        <span className={styles.soft}>{[whose, ahead].filter(Boolean).join(' · ')}</span>
      </div>
      <span className={styles.screen} data-testid={`demo-token-${token.serialNumber}`}>
        {token.code}
      </span>
      <span className={styles.left} aria-hidden>
        {format.countdown(left)}
      </span>
    </li>
  )
}
