// Six boxes for a code: typing moves forward, Backspace moves back, and a whole code can be pasted or filled in. If a
// hardware token may have made the code, boxes are added for more digits. After a refusal the next digit begins a new code.

import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { useEffect, useId, useRef, type ChangeEvent, type ClipboardEvent, type CompositionEvent, type KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'

import { digitsOf } from './typed'

const LENGTH = 6

const useStyles = makeStyles({
  field: { display: 'flex', flexDirection: 'column', rowGap: '4px' },
  boxes: { display: 'flex', columnGap: '8px', '@media (max-width: 400px)': { columnGap: '4px' } },
  box: {
    width: '40px',
    height: '48px',
    minWidth: 0,
    boxSizing: 'border-box',
    padding: 0,
    textAlign: 'center',
    fontSize: '22px',
    fontFamily: tokens.fontFamilyBase,
    fontVariantNumeric: 'tabular-nums',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    ':focus': { outline: `2px solid ${tokens.colorCompoundBrandStroke}`, outlineOffset: '-1px' },
  },
  middle: { marginLeft: '8px' },
  wrong: { border: `1px solid ${tokens.colorStatusDangerBorder2}` },
})

export interface CodeInputProps {
  label: string
  value: string
  onChange: (value: string) => void
  /** The maximum number of digits: eight if a hardware token may have made the code. */
  longest?: number
  wrong?: boolean
  autoFocus?: boolean
}

/** `value` contains a space for an empty box before a filled one. */
export function CodeInput({ label, value, onChange, longest = LENGTH, wrong = false, autoFocus = false }: CodeInputProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const id = useId()
  const boxes = useRef<(HTMLInputElement | null)[]>([])
  const composing = useRef(false)
  const length = Math.max(LENGTH, value.length)
  const places = Array.from({ length }, (_, index) => index)
  const isRefused = wrong && isWholeCode(value, longest)

  useEffect(() => {
    if (isRefused) boxes.current[0]?.focus()
  }, [isRefused])

  const put = (place: number, digits: string) => {
    const beginsAnew = digits.length >= LENGTH || (isRefused && digits !== '')
    const cells = places.map((index) => (beginsAnew ? ' ' : (value[index] ?? ' ')))
    if (digits === '') cells[place] = ' '
    // A new code fills the boxes from the first, regardless of the box where it was typed or pasted.
    const from = beginsAnew ? 0 : place
    const room = digits.length >= LENGTH ? longest : length
    for (const [offset, digit] of [...digits.slice(0, room - from)].entries()) cells[from + offset] = digit
    onChange(cells.join('').trimEnd())
    boxes.current[Math.min(from + digits.length, length - 1)]?.focus()
  }

  /** One more digit than there are boxes: a longer code. */
  const grow = (digit: string) => {
    flushSync(() => onChange(value + digit))
    const box = boxes.current[length]
    box?.focus()
    // After its digit, not over it: the next one may belong to the code as well.
    box?.setSelectionRange(1, 1)
  }

  const change = (place: number) => (event: ChangeEvent<HTMLInputElement>) => {
    if (composing.current) return
    const before = value[place]?.trim() ?? ''
    const typed = digitsOf(event.target.value)
    const full = place === length - 1 && value.replace(/ /g, '').length === length
    if (full && !isRefused && length < longest && typed.length === 2 && typed.startsWith(before)) return grow(typed.slice(1))
    // Typed in a box with a digit: the new one replaces it.
    const added = before !== '' && typed.length === 2 ? typed.replace(before, '') : typed
    if (typed === '' && event.target.value !== '') {
      event.target.value = before
      return
    }
    if (typed === '') {
      const cells = places.map((index) => value[index] ?? ' ')
      cells[place] = ' '
      onChange(cells.join('').trimEnd())
    } else put(place, added)
  }

  const endComposition = (place: number) => (event: CompositionEvent<HTMLInputElement>) => {
    composing.current = false
    const typed = digitsOf(event.currentTarget.value)
    if (typed === '') event.currentTarget.value = value[place]?.trim() ?? ''
    else put(place, typed)
  }

  const paste = (place: number) => (event: ClipboardEvent) => {
    event.preventDefault()
    const digits = digitsOf(event.clipboardData.getData('text'))
    if (digits !== '') put(place, digits)
  }

  const press = (place: number) => (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    const { selectionStart, selectionEnd } = event.currentTarget
    // A digit over the same one changes nothing, so no change event follows.
    const overItself = selectionStart !== selectionEnd && event.key === value[place] && !event.ctrlKey && !event.metaKey && !event.altKey
    if (overItself && digitsOf(event.key) !== '') put(place, event.key)
    else if (event.key === 'ArrowLeft' && place > 0) boxes.current[place - 1]?.focus()
    else if (event.key === 'ArrowRight' && place < length - 1) boxes.current[place + 1]?.focus()
    else if (event.key === 'Backspace' && !value[place]?.trim() && place > 0) {
      put(place - 1, '')
      boxes.current[place - 1]?.focus()
    } else return
    event.preventDefault()
  }

  return (
    <div className={styles.field} role="group" aria-labelledby={id}>
      <Text id={id}>{label}</Text>
      <div className={styles.boxes}>
        {places.map((place) => (
          <input
            key={place}
            ref={(box) => {
              boxes.current[place] = box
            }}
            className={mergeClasses(styles.box, place === LENGTH / 2 && styles.middle, wrong && styles.wrong)}
            data-testid={`field-code-${place}`}
            type="text"
            inputMode="numeric"
            autoComplete={place === 0 ? 'one-time-code' : 'off'}
            aria-label={t('code.digit', { place: place + 1, number: length })}
            aria-invalid={wrong || undefined}
            autoFocus={autoFocus && place === 0}
            value={value[place]?.trim() ?? ''}
            onFocus={(event) => event.currentTarget.select()}
            onChange={change(place)}
            onCompositionStart={() => {
              composing.current = true
            }}
            onCompositionEnd={endComposition(place)}
            onPaste={paste(place)}
            onKeyDown={press(place)}
          />
        ))}
      </div>
    </div>
  )
}

/** Whether all boxes are filled. */
export function isWholeCode(value: string, longest = LENGTH): boolean {
  return /^\d+$/.test(value) && value.length >= LENGTH && value.length <= longest
}
