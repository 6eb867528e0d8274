// The error about one field of a form: shown at that field until its text changes.

import type { FieldProps } from '@fluentui/react-components'
import { createElement } from 'react'

import type { Fault } from '../backend/fault'
import type { DenialReason } from '../backend/generated/DenialReason'
import type { ErrorCode } from '../backend/generated/ErrorCode'
import type { LocalFault } from '../backend/generated/LocalFault'
import type { Running } from '../state/command'
import { useFaultWords } from './fault-words'

export interface FieldFaults<Name extends string> {
  /** The error that belongs to no field. */
  bar: Fault | null
  /** The props for the field. */
  at: (field: Name) => Pick<FieldProps, 'validationMessage' | 'validationState'>
  /** Whether a field has an error. */
  isWrong: (field: Name) => boolean
  /** To be called when the field changes. */
  typed: (field: Name) => void
}

/** `fields` lists the codes of each field. */
export function useFieldFaults<Name extends string>({ fault, clear }: Pick<Running, 'fault' | 'clear'>, fields: Record<Name, readonly (DenialReason | ErrorCode | LocalFault)[]>): FieldFaults<Name> {
  const wordsOf = useFaultWords()
  const names = Object.keys(fields) as Name[]
  const wrong = fault && names.find((name) => (fields[name] as readonly string[]).includes(fault.code))
  const message = () => {
    if (!fault) return undefined
    const { title, detail, next } = wordsOf(fault)
    const more = [detail, next].filter(Boolean).join(' ')
    return { role: 'alert', 'data-testid': `fault-${fault.code}`, children: createElement('span', null, title, more && createElement('br'), more) } as FieldProps['validationMessage']
  }
  return {
    bar: wrong ? null : fault,
    at: (field) => (field === wrong ? { validationMessage: message(), validationState: 'error' } : {}),
    isWrong: (field) => field === wrong,
    typed: (field) => {
      if (field === wrong) clear()
    },
  }
}
