// Chooses the export file of another authenticator.

import { useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** A function that opens the system's dialog, and its file field, which must be rendered. */
export function useExportFile(onFile: (file: File) => void): { choose: () => void; field: ReactNode } {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  return {
    choose: () => input.current?.click(),
    field: (
      <input
        ref={input}
        type="file"
        hidden
        aria-label={t('importing.menu')}
        data-testid="field-import-file"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0]
          // The same file may be chosen again after a change.
          event.currentTarget.value = ''
          if (file) onFile(file)
        }}
      />
    ),
  }
}
