// What is not among what was found: parts of an export that were not scanned, and entries that cannot be used.

import { useTranslation } from 'react-i18next'

import type { Fault } from '../../../backend/fault'
import { useFaultWords } from '../../../components/fault-words'
import { Notice } from '../../../components/Notice'
import type { MissingPart } from './parts'

export function Incomplete({ missing, refused }: { missing: MissingPart[]; refused: Fault[] }) {
  const { t } = useTranslation()
  const words = useFaultWords()
  const parts = missing.map((one) => t('scan.part', { ...one })).join(', ')
  const reasons = [...new Set(refused.map((fault) => [words(fault).title, words(fault).detail].filter(Boolean).join('. ')))]
  return (
    <>
      {missing.length > 0 && (
        <Notice intent="warning" title={t('scan.missing', { parts })} testId="notice-missing-parts">
          {t('scan.missingText')}
        </Notice>
      )}
      {refused.length > 0 && (
        <Notice intent="warning" title={t('scan.leftOut', { number: refused.length })} testId="notice-refused">
          {reasons.join(' ')}
        </Notice>
      )}
    </>
  )
}
