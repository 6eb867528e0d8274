// The missing results: parts of an export that were not scanned, and entries that cannot be used.

import { useTranslation } from 'react-i18next'

import type { Fault } from '../../../backend/fault'
import { useFaultWords } from '../../../components/fault-words'
import { Notice } from '../../../components/Notice'
import type { MissingPart } from './parts'

export function Incomplete({ missing, refused }: { missing: MissingPart[]; refused: Fault[] }) {
  const { t } = useTranslation()
  const words = useFaultWords()
  const parts = missing.map((one) => t('scan.part', { ...one })).join(', ')
  const reasonOf = (fault: Fault) => {
    const reason = [words(fault).title, words(fault).detail].filter(Boolean).join('. ')
    const { entry } = fault.params
    return typeof entry === 'number' ? t('scan.leftOutEntry', { entry, reason }) : reason
  }
  const reasons = [...new Set(refused.map(reasonOf))]
  return (
    <>
      {missing.length > 0 && (
        <Notice intent="warning" title={t('scan.missing', { parts })} testId="notice-missing-parts">
          {t('scan.missingText')}
        </Notice>
      )}
      {refused.length > 0 && (
        <Notice intent="warning" title={t('scan.leftOut', { number: refused.length })} testId="notice-refused">
          {reasons.map((reason) => (
            <div key={reason}>{reason}</div>
          ))}
        </Notice>
      )}
    </>
  )
}
