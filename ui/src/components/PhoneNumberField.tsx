// Country or region, the number in the groups of that country, and its extension. A pasted international number sets
// all of them.

import { Combobox, Field, Input, makeStyles, Option, type FieldProps } from '@fluentui/react-components'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { countriesIn, countriesLike, grouped, stored, takeApart, type CountryCode } from './countries'
import { unbroken } from './unbroken'

const useStyles = makeStyles({
  fields: { display: 'grid', gridTemplateColumns: '1fr 1fr', alignItems: 'start', columnGap: '12px', rowGap: '12px', '@media (max-width: 559px)': { gridTemplateColumns: '1fr' } },
  country: { minWidth: 0 },
  list: { maxHeight: '280px' },
})

export interface TypedNumber {
  country: CountryCode
  national: string
  /** Digits of the extension; empty for none. */
  extension: string
}

export interface PhoneNumberFieldProps {
  value: TypedNumber
  onChange: (value: TypedNumber) => void
  /** The number may have an extension. */
  withExtension?: boolean
  autoFocus?: boolean
  /** The error about the number. */
  wrong?: Pick<FieldProps, 'validationMessage' | 'validationState'>
}

export function PhoneNumberField({ value, onChange, withExtension = false, autoFocus, wrong }: PhoneNumberFieldProps) {
  const { t, i18n } = useTranslation()
  const styles = useStyles()
  const composing = useRef(false)
  const countries = useMemo(() => countriesIn(i18n.language), [i18n.language])
  const chosen = countries.find(({ code }) => code === value.country)
  const shown = chosen ? `${chosen.name} (+${chosen.callingCode})` : ''
  const [search, setSearch] = useState<string | null>(null)

  const matches = useMemo(() => countriesLike(countries, search ?? ''), [countries, search])

  const type = (text: string) => {
    const apart = composing.current ? null : takeApart(text)
    if (apart) {
      onChange(apart)
      return
    }
    // Spaces are added only while the number grows, so that a correction in the middle keeps the caret in place.
    const grew = text.startsWith(value.national) && text.length > value.national.length
    onChange({ ...value, national: grew && !composing.current ? grouped(text, value.country) : text })
  }

  return (
    <div className={styles.fields}>
      <Field label={t('phone.country')}>
        <Combobox
          className={styles.country}
          data-testid="field-country"
          freeform
          inlinePopup
          // The dialog must not cut off the list.
          positioning={{ strategy: 'fixed' }}
          // While the list is open, the field is for searching; the chosen country is its placeholder.
          value={search ?? shown}
          placeholder={shown}
          selectedOptions={[value.country]}
          listbox={{ className: styles.list }}
          onChange={(event) => {
            const typed = event.target.value
            // Typed after the chosen country, before the list was open.
            setSearch((before) => (before === null && typed.startsWith(shown) ? typed.slice(shown.length) : typed))
          }}
          onFocus={(event) => event.currentTarget.select()}
          onBlur={() => setSearch(null)}
          onOpenChange={(_, { open }) => setSearch((before) => (open ? (before ?? '') : null))}
          onOptionSelect={(_, { optionValue }) => {
            const country = countries.find(({ code }) => code === optionValue)
            // The list also reports that the typed text is no longer the chosen country.
            if (!country) return
            setSearch(null)
            onChange({ ...value, country: country.code })
          }}
        >
          {matches.map(({ code, name, callingCode }) => (
            <Option key={code} value={code} text={`${name} (+${callingCode})`}>
              {`${name} (+${callingCode})`}
            </Option>
          ))}
          {matches.length === 0 && (
            <Option disabled text={t('phone.noCountry')}>
              {t('phone.noCountry')}
            </Option>
          )}
        </Combobox>
      </Field>
      <Field label={t('phone.number')} hint={value.national.trim() === '' ? undefined : t('phone.stored', { number: unbroken(stored(value.country, value.national, value.extension)) })} {...wrong}>
        <Input
          data-testid="field-phone-number"
          type="tel"
          autoComplete="off"
          autoFocus={autoFocus}
          value={value.national}
          onCompositionStart={() => {
            composing.current = true
          }}
          onCompositionEnd={(event) => {
            composing.current = false
            type(event.currentTarget.value)
          }}
          onChange={(_, { value: text }) => type(text)}
        />
      </Field>
      {withExtension && (
        <Field label={t('phone.extension')} hint={t('phone.extensionHint')}>
          <Input
            data-testid="field-extension"
            inputMode="numeric"
            autoComplete="off"
            value={value.extension}
            onChange={(_, { value: extension }) => onChange({ ...value, extension })}
          />
        </Field>
      )}
    </div>
  )
}
