// The recovery sheet for printing. It is not on the screen, and nothing else is on paper (`base.css`).

import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'

import type { RecoverySheet } from '../../backend/vault'
import { useFormats } from '../../state/format'

export function PrintedSheet({ sheet }: { sheet: RecoverySheet }) {
  const { t } = useTranslation()
  const format = useFormats()
  return createPortal(
    <article className="printed-sheet" data-testid="printed-sheet" aria-hidden>
      <h1>{t('vault.printed.title')}</h1>
      <p>
        {t('vault.keyId', { id: sheet.keyId })} · {t('vault.printed.made', { date: format.date(sheet.made) })}
      </p>
      <p>{t('vault.printed.why')}</p>
      <img alt="" src={`data:image/svg+xml,${encodeURIComponent(sheet.qrSvg)}`} />
      <p className="printed-prefix">{sheet.prefix}</p>
      <ol>
        {sheet.groups.map((group, index) => (
          <li key={index}>
            <span>{index + 1}</span> {group}
          </li>
        ))}
      </ol>
      <p>{t('vault.printed.how')}</p>
      <p>{t('vault.printed.age', { prefix: sheet.prefix })}</p>
    </article>,
    document.body,
  )
}
