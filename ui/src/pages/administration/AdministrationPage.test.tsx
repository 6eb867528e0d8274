// The administration pages.

import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'

import type { Role } from '../../backend/administration'
import { fault, shell } from '../../../tests/made-up-shell/shell'
import { open } from '../../../tests/render'
import AdministrationPage from './AdministrationPage'

function thePage(role: Role | null = 'administrator') {
  const { person } = shell.world.status
  if (person) shell.world.status.person = { ...person, roles: role ? [role] : [] }
  const onMyPages = vi.fn()
  const { person: hands } = open(<AdministrationPage onMyPages={onMyPages} />)
  // The overview is first, where there is one.
  if (role === 'administrator') fireEvent.click(screen.getByTestId('tab-people'))
  if (role === 'auditor') fireEvent.click(screen.getByTestId('tab-log'))
  return { hands, onMyPages }
}

const rows = () => screen.findAllByTestId('person-row')
const row = (name: RegExp) => screen.findByRole('row', { name })

describe('people', () => {
  it('are found while typing, with their number', async () => {
    const { hands } = thePage()
    expect(await rows()).toHaveLength(5)
    expect(screen.getByTestId('people-found')).toHaveTextContent('5 people')
    await hands.type(screen.getByTestId('field-search-people'), 'ben')
    await waitFor(() => expect(screen.getAllByTestId('person-row')).toHaveLength(1))
    expect(shell.lastCall('people')).toEqual({ request: { search: 'ben' } })
    expect(screen.getByTestId('people-found')).toHaveTextContent('1 person')
  })

  it('can be filtered, and one press removes all filters', async () => {
    const { hands } = thePage()
    await rows()
    await hands.click(screen.getByTestId('menu-add-filter'))
    await hands.click(await screen.findByTestId('filter-state-enabled'))
    await waitFor(() => expect(screen.getAllByTestId('person-row')).toHaveLength(1))
    expect(screen.getByTestId('filter-state')).toHaveTextContent('Enabled')
    await hands.click(screen.getByTestId('action-clear-filters'))
    await waitFor(() => expect(screen.getAllByTestId('person-row')).toHaveLength(5))
  })

  it('explain an empty result, and can be reset', async () => {
    const { hands } = thePage()
    await rows()
    await hands.type(screen.getByTestId('field-search-people'), 'nobody has this')
    expect(await screen.findByTestId('empty-people')).toHaveTextContent('Nobody found')
    await hands.click(screen.getByTestId('action-clear-all'))
    expect(await rows()).toHaveLength(5)
  })

  it('work with the keyboard only: arrows, Space, Enter, and back to the same row', async () => {
    const { hands } = thePage()
    const [first] = await rows()
    first?.focus()
    await hands.keyboard('{ArrowDown}{ArrowDown} ')
    expect(await row(/Carla de Vries/)).toHaveAttribute('aria-selected', 'true')
    expect(screen.getByTestId('selection-bar')).toHaveTextContent('1 selected')
    await hands.keyboard('{Escape}')
    expect(screen.queryByTestId('selection-bar')).toBeNull()
    await hands.keyboard('{Enter}')
    expect(await screen.findByTestId('card-state')).toHaveTextContent('Asked to register at the next sign-in')
    await hands.keyboard('{Alt>}{ArrowLeft}{/Alt}')
    await waitFor(async () => expect(await row(/Carla de Vries/)).toHaveFocus())
  })

  it('exclude oneself from bulk actions', async () => {
    const { hands } = thePage()
    await rows()
    await hands.click(screen.getByTestId('select-all'))
    expect(screen.getByTestId('selection-bar')).toHaveTextContent('4 selected')
    expect(within(await row(/Ann Example/)).queryByTestId('select-person')).toBeNull()
  })
})

describe('a bulk action', () => {
  it('asks once with the number of people, needs a reason, and shows its result', async () => {
    const { hands } = thePage()
    await rows()
    await hands.click(screen.getByTestId('select-all'))
    await hands.click(screen.getByTestId('bulk-disable'))
    const dialog = await screen.findByTestId('dialog-bulk')
    expect(dialog).toHaveTextContent('Disable multi-factor authentication for 4 people?')
    expect(screen.getByTestId('action-confirm')).toHaveAttribute('aria-disabled', 'true')
    await hands.type(screen.getByTestId('field-reason'), 'pilot is over now')
    await hands.click(screen.getByTestId('action-confirm'))
    expect(await screen.findByTestId('bulk-result')).toHaveTextContent('Done: 4. Failed: 0. Not tried: 0.')
    const carriedOut = shell.calls.filter(({ command, args }) => command === 'change_people' && args.dryRun === false)
    expect(carriedOut).toHaveLength(1)
    expect(carriedOut[0]?.args.request).toMatchObject({ action: 'disable', reason: 'pilot is over now' })
    await hands.click(screen.getByTestId('action-close'))
    expect(screen.queryByTestId('selection-bar')).toBeNull()
  })

  it('lists each failure with its reason, and can try those again', async () => {
    const { hands } = thePage()
    await rows()
    let failing = true
    shell.instead.change_people = ({ request: { users, bulkId }, dryRun }) => {
      const refused = users.filter((upn: string) => failing && upn === 'eva@contoso.example')
      const failures = refused.map((userPrincipalName: string) => ({ userPrincipalName, code: 'last_administrator', params: {} }))
      return { bulkId, dryRun, changed: users.length - refused.length, unchanged: 0, failures, counts: null }
    }
    await hands.click(screen.getByTestId('select-all'))
    await hands.click(screen.getByTestId('bulk-enable'))
    await hands.click(await screen.findByTestId('action-confirm'))
    expect(await screen.findByTestId('bulk-failure')).toHaveTextContent('Eva Admin (eva@contoso.example)This is the last administrator')
    failing = false
    await hands.click(screen.getByTestId('action-again'))
    await waitFor(() => expect(screen.getByTestId('bulk-result')).toHaveTextContent('Done: 4. Failed: 0. Not tried: 0.'))
  })

  it('stops when the second step was not done, and lists the remaining people', async () => {
    const { hands } = thePage()
    await rows()
    shell.instead.change_people = () => {
      throw fault('step_up_required', { maxAgeSeconds: 600 })
    }
    await hands.click(screen.getByTestId('select-all'))
    await hands.click(screen.getByTestId('bulk-enable'))
    await hands.click(await screen.findByTestId('action-confirm'))
    expect(await screen.findByTestId('bulk-result')).toHaveTextContent('Done: 0. Failed: 0. Not tried: 4.')
    expect(screen.getByTestId('fault-step_up_required')).toBeVisible()
    expect(screen.getByTestId('action-go-on')).toHaveTextContent('Continue with the other 4')
  })

  it('leaves a row for each person in the audit log, with the state before', async () => {
    const { hands } = thePage()
    await hands.click(within(await row(/Ben Carter/)).getByTestId('select-person'))
    await hands.click(screen.getByTestId('bulk-disable'))
    await hands.type(await screen.findByTestId('field-reason'), 'pilot is over now')
    await hands.click(screen.getByTestId('action-confirm'))
    await hands.click(await screen.findByTestId('action-close'))
    await hands.click(screen.getByTestId('tab-audit'))
    expect(await screen.findByTestId('audit-row')).toHaveTextContent('Enforced, now Disabled')
  })

  it('of many people leaves rows that are loaded a page at a time', async () => {
    const { hands } = thePage()
    const record = (id: string, subject: string) => ({ id, createdDateTime: new Date().toISOString(), actor: 'eva@contoso.example', action: 'lock_opened', subject, detail: null, before: null, after: null, bulkId: null, reason: null, clientAddress: null, correlationId: 'c' })
    shell.instead.admin_actions = ({ request: { after } }) => (after === 'one' ? { value: [record('two', 'ben@contoso.example')], next: null } : { value: [record('one', 'ann@contoso.example')], next: 'one' })
    await hands.click(screen.getByTestId('tab-audit'))
    await hands.click(await screen.findByTestId('action-load-more-audit'))
    await waitFor(() => expect(screen.getAllByTestId('audit-row')).toHaveLength(2))
    expect(screen.queryByTestId('action-load-more-audit')).toBeNull()
  })

  it('counts first what it will change, and can be undone', async () => {
    const { hands } = thePage()
    await rows()
    await hands.click(screen.getByTestId('select-all'))
    await hands.click(screen.getByTestId('bulk-disable'))
    expect(await screen.findByTestId('bulk-figures')).toHaveTextContent('App passwords:')
    await hands.type(screen.getByTestId('field-reason'), 'pilot is over now')
    await hands.click(screen.getByTestId('action-confirm'))
    await hands.click(await screen.findByTestId('action-undo'))
    await waitFor(() => expect(screen.getByTestId('bulk-result')).toHaveTextContent('Undone for 4. Left as they are: 0.'))
    const ids = shell.calls.filter(({ command, args }) => command === 'change_people' && args.dryRun === false).map(({ args }) => (args.request as { bulkId: string }).bulkId)
    expect(ids).toHaveLength(2)
    expect(ids[0]).toBe(ids[1])
    expect(screen.queryByTestId('action-undo')).toBeNull()
  })
})

describe('a person', () => {
  const openBen = async (role: Role = 'administrator') => {
    const { hands } = thePage(role)
    if (role === 'helpDesk') await hands.type(screen.getByTestId('field-search-people'), 'ben')
    await hands.click(await row(/Ben Carter/))
    await screen.findByTestId('card-state')
    return hands
  }

  it('shows why they are locked, and can be unlocked without a question', async () => {
    const hands = await openBen()
    expect(screen.getByTestId('notice-locked')).toHaveTextContent('Codes from an app or token from 203.0.113.0/24: 10 wrong in a row')
    await hands.click(screen.getByTestId('action-unlock'))
    await waitFor(() => expect(screen.queryByTestId('notice-locked')).toBeNull())
    expect(await screen.findByTestId('audit-row')).toHaveTextContent('Unlockedann@contoso.example')
  })

  it('gets a one-time bypass for a reason, and it is withdrawn', async () => {
    const hands = await openBen()
    await hands.click(screen.getByTestId('person-oneTimeBypass'))
    await hands.type(await screen.findByTestId('field-reason'), 'phone is at home')
    await hands.click(screen.getByTestId('action-confirm'))
    expect(await screen.findByTestId('notice-bypass')).toHaveTextContent(/One-time bypass open for [45]:/)
    expect(shell.lastCall('act_on_person')).toEqual({ upn: 'ben@contoso.example', action: 'oneTimeBypass', reason: 'phone is at home', seconds: 300, withoutVerification: false })
    await hands.click(screen.getByTestId('action-withdraw-bypass'))
    await waitFor(() => expect(screen.queryByTestId('notice-bypass')).toBeNull())
  })

  it('keeps the dialog open after a refusal', async () => {
    const hands = await openBen()
    shell.instead.act_on_person = () => {
      throw fault('step_up_required', { maxAgeSeconds: 600 })
    }
    await hands.click(screen.getByTestId('person-deleteAppPasswords'))
    await hands.type(await screen.findByTestId('field-reason'), 'laptop was stolen')
    await hands.click(screen.getByTestId('action-confirm'))
    expect(await screen.findByTestId('fault-step_up_required')).toBeVisible()
    expect(screen.getByTestId('field-reason')).toHaveValue('laptop was stolen')
  })

  it('is given a role', async () => {
    const hands = await openBen()
    await hands.click(screen.getByTestId('action-change-roles'))
    await hands.click(await screen.findByTestId('role-helpDesk'))
    await hands.click(screen.getByTestId('action-save-roles'))
    await waitFor(() => expect(screen.getByTestId('card-roles')).toHaveTextContent('Help desk'))
    expect(shell.lastCall('set_person_roles')).toEqual({ upn: 'ben@contoso.example', roles: ['helpDesk'], reason: null })
  })

  it('is given another address for notices, and the refused one is shown until then', async () => {
    for (const one of shell.world.people) one.mailRefused = { refusedDateTime: '2026-03-10T08:00:00Z', answer: '550 nobody of this name' }
    const hands = await openBen()
    expect(screen.getByTestId('card-mail')).toHaveTextContent('550 nobody of this name')
    await hands.click(screen.getByTestId('action-change-mail'))
    await hands.clear(screen.getByTestId('field-mail'))
    await hands.type(screen.getByTestId('field-mail'), 'ben@')
    expect(screen.getByTestId('action-save-mail')).toHaveAttribute('aria-disabled', 'true')
    await hands.type(screen.getByTestId('field-mail'), 'mail.example')
    await hands.click(screen.getByTestId('action-save-mail'))
    await waitFor(() => expect(screen.getByTestId('card-mail')).toHaveTextContent('ben@mail.example'))
    expect(screen.getByTestId('card-mail')).not.toHaveTextContent('550')
    expect(shell.lastCall('set_person_mail')).toEqual({ upn: 'ben@contoso.example', mail: 'ben@mail.example', language: '' })
  })

  it('has links to the next and the previous one', async () => {
    const hands = await openBen()
    await hands.keyboard(']')
    await waitFor(() => expect(screen.getByTestId('person')).toHaveTextContent('carla@contoso.example'))
    await hands.keyboard('[[')
    await waitFor(() => expect(screen.getByTestId('person')).toHaveTextContent('ben@contoso.example'))
  })
})

describe('the help desk', () => {
  it('sees people only after two characters', async () => {
    const { hands } = thePage('helpDesk')
    expect(await screen.findByTestId('empty-type-first')).toHaveTextContent('Type a name')
    expect(screen.queryByTestId('menu-add-filter')).toBeNull()
    await hands.type(screen.getByTestId('field-search-people'), 'be')
    expect(await rows()).toHaveLength(1)
    expect(screen.queryByTestId('select-all')).toBeNull()
  })

  it('cannot change an administrator', async () => {
    const { hands } = thePage('helpDesk')
    await hands.type(screen.getByTestId('field-search-people'), 'eva')
    await hands.click(await row(/Eva Admin/))
    expect(await screen.findByTestId('notice-protected')).toHaveTextContent('This is an administrator')
    expect(screen.queryByTestId('card-state')).toBeNull()
  })

  it('has its own actions, and no card for roles or sessions', async () => {
    const { hands } = thePage('helpDesk')
    expect(screen.getByTestId('tab-audit')).toHaveTextContent('My actions')
    await hands.type(screen.getByTestId('field-search-people'), 'ben')
    await hands.click(await row(/Ben Carter/))
    await screen.findByTestId('card-state')
    expect(screen.queryByTestId('card-roles')).toBeNull()
    expect(screen.queryByTestId('action-change-mail')).toBeNull()
    expect(screen.queryByTestId('card-sessions')).toBeNull()
    expect(screen.queryByTestId('person-disable')).toBeNull()
  })
})

describe('the sign-in log', () => {
  const theLog = async () => {
    const { hands } = thePage('auditor')
    await screen.findAllByTestId('log-row')
    return hands
  }

  it('describes events of another person, with the reason of a denial', async () => {
    await theLog()
    const [denied, passed] = screen.getAllByTestId('log-row')
    expect(denied).toHaveTextContent('ben@contoso.exampleDenied: wrong code from an authenticator app')
    expect(passed).toHaveTextContent('ann@contoso.exampleSigned in')
    expect(passed).toHaveTextContent('Text message · Proofup · 192.0.2.14')
  })

  it('expands a row to all its fields', async () => {
    const hands = await theLog()
    const [denied] = screen.getAllByTestId('log-row')
    if (denied) await hands.click(within(denied).getByTestId('action-all-fields'))
    expect(denied).toHaveTextContent('sealNumber1000232')
    expect(denied).toHaveTextContent('serverNamenode-1')
    expect(denied).toHaveTextContent('denialReasoninvalid_app_code')
  })

  it('can be filtered by person and by denials', async () => {
    const hands = await theLog()
    await hands.click(screen.getByRole('button', { name: 'ben@contoso.example' }))
    await waitFor(() => expect(screen.getAllByTestId('log-row')).toHaveLength(1))
    expect(screen.getByTestId('field-log-user')).toHaveValue('ben@contoso.example')
    await hands.click(screen.getByTestId('field-log-kind'))
    await hands.click(await screen.findByRole('option', { name: 'Signed in' }))
    expect(await screen.findByTestId('empty-log')).toBeVisible()
  })
})

describe('usage', () => {
  it('counts people, texts and forgotten app passwords, and is copied as CSV', async () => {
    const { hands } = thePage('auditor')
    await hands.click(screen.getByTestId('tab-usage'))
    expect(await screen.findByTestId('usage-people')).toHaveTextContent('Registered3')
    expect(screen.getByTestId('usage-phones')).toHaveTextContent('March 2026TextNetherlands1202')
    expect(screen.getByTestId('usage-unused')).toHaveTextContent('ben@contoso.examplePrinterNever used')
    await hands.click(screen.getByTestId('copy-usage-phones'))
    expect(shell.lastCall('copy_text')).toEqual({ text: 'Month,Kind,Country,Sent,Failed\r\n2026-03,Text,NL,120,2' })
  })
})

describe('the role', () => {
  it('that was removed leads back to one\'s own pages', async () => {
    shell.instead.people = () => {
      throw fault('insufficient_scope')
    }
    const { hands, onMyPages } = thePage()
    expect(await screen.findByTestId('role-gone')).toHaveTextContent('You no longer have this role')
    await hands.click(screen.getByTestId('action-my-pages'))
    expect(onMyPages).toHaveBeenCalled()
  })

  it('of an auditor opens the logs, and no people', async () => {
    const { hands } = thePage('auditor')
    expect(await screen.findAllByTestId('log-row')).toHaveLength(2)
    expect(screen.queryByTestId('tab-people')).toBeNull()
    await hands.click(screen.getByTestId('tab-audit'))
    expect(await screen.findByTestId('empty-audit')).toBeVisible()
  })

  it('waits for the second step in place of the page', async () => {
    shell.instead.people = () => {
      throw fault('step_up_required', { maxAgeSeconds: 3600 })
    }
    const { hands } = thePage()
    expect(await screen.findByTestId('needs-second-step')).toBeVisible()
    shell.instead = {}
    await hands.click(screen.getByTestId('action-confirm-again'))
    expect(await rows()).toHaveLength(5)
  })
})
