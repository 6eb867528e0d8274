// Error messages in their place.

import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'

import { open } from '../../tests/render'
import { fault, shell } from '../../tests/made-up-shell/shell'
import { FaultBar } from './FaultBar'
import { faultWords } from './fault-words'

describe('the fault bar', () => {
  it('says what happened and what to do next', () => {
    open(<FaultBar fault={fault('incorrect_code', { triesLeft: 4 })} />)
    expect(screen.getByRole('alert')).toHaveTextContent("This code isn't right")
    expect(screen.getByRole('alert')).toHaveTextContent('4 tries left. Check the code and enter it again.')
  })

  it('keeps title, sentence and actions apart', () => {
    open(<FaultBar fault={fault('incorrect_code', { triesLeft: 4 })} action={<button>Send again</button>} />)
    const parts = [screen.getByText("This code isn't right"), screen.getByText(/^4 tries left/), screen.getByRole('button', { name: 'Send again' }).parentElement]
    const [first] = parts
    expect(parts.map((part) => part?.parentElement)).toEqual(parts.map(() => first?.parentElement))
    expect(new Set(parts).size).toBe(3)
  })

  it('shows the details on request, and copies them', async () => {
    const { person } = open(<FaultBar fault={fault('service_error')} />)
    expect(screen.queryByText('c7a2f9e0-5b1d')).not.toBeInTheDocument()
    await person.click(screen.getByRole('button', { name: 'View details' }))
    expect(screen.getByText('c7a2f9e0-5b1d')).toBeInTheDocument()
    await person.click(screen.getByRole('button', { name: 'Copy' }))
    expect(await screen.findByRole('button', { name: 'Copied' })).toBeInTheDocument()
    expect(shell.lastCall('copy_text')?.text).toMatch(/service_error[^]*c7a2f9e0-5b1d/)
  })
})

describe('the words for a fault', () => {
  it('name the reason where there is one', () => {
    expect(faultWords(fault('phone_number_invalid', { reason: 'too_short' })).detail).toBe('It has too few digits for this country or region.')
  })

  it('omit a sentence whose value is missing', () => {
    expect(faultWords(fault('incorrect_code')).detail).toBeNull()
  })

  it('write lengths of time out', () => {
    expect(faultWords(fault('account_locked', { retryAfterSeconds: 840 })).detail).toBe('You can try again in 14 minutes.')
  })

  it('explain an unknown code as a bug in the app', () => {
    expect(faultWords(fault('never_heard_of')).title).toBe('Something went wrong in this app')
  })
})
