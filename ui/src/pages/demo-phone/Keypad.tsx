// The twelve keys of a telephone. The keyboard's own keys press them too.

import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useEffectEvent } from 'react'
import { useTranslation } from 'react-i18next'

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#']

const useStyles = makeStyles({
  keys: { display: 'grid', gridTemplateColumns: 'repeat(3, 72px)', gap: '8px', justifyContent: 'center' },
  key: { minWidth: 0, height: '44px', fontSize: tokens.fontSizeBase500, fontVariantNumeric: 'tabular-nums' },
})

export function Keypad({ onKey }: { onKey: (key: string) => void }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const typed = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target instanceof HTMLInputElement) return
    if (KEYS.includes(event.key)) onKey(event.key)
  })
  useEffect(() => {
    const hear = (event: KeyboardEvent) => typed(event)
    document.addEventListener('keydown', hear)
    return () => document.removeEventListener('keydown', hear)
  }, [])
  return (
    <div role="group" aria-label={t('demoPhone.keypad')} className={styles.keys}>
      {KEYS.map((key) => (
        <Button key={key} className={styles.key} aria-label={t('demoPhone.key', { key })} onClick={() => onKey(key)} data-testid={`key-${key}`}>
          {key}
        </Button>
      ))}
    </div>
  )
}
