// The next code, in the last seconds. When it disappears, the focus stays in the row. A plain button, because all rows
// get one in the same moment.

import { useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'

import { grouped, spelled } from './account-names'
import { useRowStyles } from './row-styles'

export interface NextCodeProps {
  name: string
  code: string
  onCopy: () => void
}

export function NextCode({ name, code, onCopy }: NextCodeProps) {
  const { t } = useTranslation()
  const styles = useRowStyles()
  const button = useRef<HTMLButtonElement>(null)
  useLayoutEffect(() => {
    const drawn = button.current
    return () => {
      if (drawn === document.activeElement) drawn?.closest('li')?.querySelector('button')?.focus()
    }
  }, [])
  return (
    <span className={styles.next}>
      <span aria-hidden>
        {t('authenticator.row.next')} <span data-testid="next-code">{grouped(code)}</span>
      </span>
      <button
        ref={button}
        type="button"
        className={styles.copyNext}
        aria-label={t('authenticator.row.copyNext', { name, code: spelled(code) })}
        data-testid="action-copy-next-code"
        onClick={onCopy}
      />
    </span>
  )
}
