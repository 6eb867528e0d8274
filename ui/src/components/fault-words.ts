// The texts for a fault: what happened, the details, the next step.

import i18next from 'i18next'
import { useTranslation } from 'react-i18next'

import type { Fault } from '../backend/fault'
import { formatsOf } from '../state/format'
import { localeOf } from '../state/language'

export interface FaultWords {
  title: string
  /** Only if the fault has the values that the sentence needs. */
  detail: string | null
  next: string
}

/** Params in the form of the sentences: durations and times are formatted in the active language. */
function spoken(params: Record<string, unknown>, language: string): Record<string, string> {
  const format = formatsOf(language)
  const words: Record<string, string> = {}
  for (const [name, value] of Object.entries(params)) {
    if (typeof value === 'number') words[name] = new Intl.NumberFormat(localeOf(language)).format(value)
    else if (typeof value === 'string' && value !== '') words[name] = value
  }
  if (typeof params.retryAfterSeconds === 'number') words.retryAfter = format.duration(params.retryAfterSeconds)
  return words
}

/** Why a refused code is related to a device's clock or a token's counter; null if it is not. */
function explained({ params, time }: Fault, language: string): { detail: string | null; next: string | null } {
  const format = formatsOf(language)
  const offset = params.clockOffsetSeconds
  const heals = params.nextCodeResynchronizes === true
  const clocks =
    typeof offset === 'number'
      ? fill(lookUp('fault.clocks', language) ?? '', {
          device: format.clock(time + offset * 1000),
          service: format.clock(time),
          apart: format.duration(Math.abs(offset)),
        })
      : null
  return {
    detail: clocks ?? (heals ? lookUp('fault.counterAhead', language) : null),
    next: heals ? lookUp('fault.nextCode', language) : clocks ? lookUp('fault.setClock', language) : null,
  }
}

function lookUp(path: string, language: string): string | null {
  const found: unknown = i18next.getResource(language, 'translation', path)
  return typeof found === 'string' ? found : null
}

function fill(template: string, words: Record<string, string>): string {
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => words[name] ?? '')
}

/** The language's plural form for a count; `other` if there is none. */
function pluralOf(count: unknown, language: string): Intl.LDMLPluralRule {
  return typeof count === 'number' ? new Intl.PluralRules(localeOf(language)).select(count) : 'other'
}

/** A code without a text is explained as a bug in the app: the details still show it. */
export function faultWords(fault: Fault, language: string = i18next.language): FaultWords {
  const known = lookUp(`errors.${fault.code}.title`, language) === null ? 'app_fault' : fault.code
  const words = spoken(fault.params, language)
  const text = (part: string) => lookUp(`errors.${known}.${part}`, language)
  const reason = typeof fault.params.reason === 'string' ? text(`reasons.${fault.params.reason}`) : null
  const detail = text('detail') ?? text(`detail_${pluralOf(fault.params.triesLeft, language)}`)
  const complete = detail !== null && [...detail.matchAll(/\{\{(\w+)\}\}/g)].every(([, name]) => name && name in words)
  const why = explained(fault, language)
  return {
    title: fill(text('title') ?? fault.code, words),
    detail: why.detail ?? reason ?? (complete ? fill(detail, words) : null),
    next: why.next ?? fill(text('next') ?? '', words),
  }
}

/** The texts of a code without its fault, for the help page. */
export function codeWords(code: string, language: string = i18next.language): { title: string; reasons: string[]; next: string } {
  const open = (text: string) => text.replace(/\{\{\w+\}\}/g, '…')
  const reasons: unknown = i18next.getResource(language, 'translation', `errors.${code}.reasons`)
  return {
    title: open(lookUp(`errors.${code}.title`, language) ?? code),
    reasons: Object.values(reasons ?? {}).map((text) => open(String(text))),
    next: open(lookUp(`errors.${code}.next`, language) ?? ''),
  }
}

export function useFaultWords(): (fault: Fault) => FaultWords {
  const { i18n } = useTranslation()
  return (fault) => faultWords(fault, i18n.language)
}
