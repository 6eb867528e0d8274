import { createEvent, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'

import { fault, shell } from '../../../../tests/made-up-shell/shell'
import { callsOf, openPage } from '../testing'

const draft = (draftId: string, issuer: string, more = {}) => ({
  draftId,
  number: 1,
  issuer,
  account: 'ann',
  kind: 'totp',
  algorithm: 'SHA1',
  digits: 6,
  period: 30,
  alreadyThere: false,
  warnings: [],
  ...more,
})
const found = (...drafts: unknown[]) => ({ drafts, refused: [], exports: [] })
const bytes = new Uint8Array([0x89, 0x50])
/** jsdom cannot read files this way. */
const picture = () => Object.assign(new File([bytes], 'codes.png', { type: 'image/png' }), { arrayBuffer: () => Promise.resolve(bytes.buffer) })
const dialog = () => screen.getByTestId('dialog-add-account')

async function openDialog(way?: 'picture' | 'hand'): Promise<UserEvent> {
  await openPage()
  const user = userEvent.setup({ delay: null })
  await user.click(await screen.findByTestId('action-add-account'))
  if (way) await user.click(screen.getByTestId(`tab-${way}`))
  return user
}

describe('a link', () => {
  it('shows its account, and adds it with the edited names', async () => {
    const user = await openDialog()
    await waitFor(() => expect(screen.getByTestId('field-link')).toHaveFocus())
    await user.type(screen.getByTestId('field-link'), 'otpauth://totp/x?secret=jbswy3dp{Enter}')
    const found = await screen.findByTestId('draft')
    expect(found).toHaveTextContent('6 digits, every 30 s, SHA1')
    expect(found).toHaveTextContent('The link names two issuers')
    expect(callsOf('add_draft')).toBe(0)
    await user.type(within(found).getByTestId('field-issuer'), ' Ltd')
    await user.click(screen.getByTestId('action-add'))
    expect(shell.lastCall('add_draft')).toEqual({ draftId: 'draft', issuer: 'Fabrikam Ltd', account: 'ann' })
    await waitFor(() => expect(screen.queryByTestId('dialog-add-account')).toBeNull())
    expect(await screen.findByText('Fabrikam Ltd')).toBeInTheDocument()
    await waitFor(() => expect(screen.getByTestId('action-add-account')).toHaveFocus())
  })

  it('that was pasted is read at once', async () => {
    const user = await openDialog()
    await user.paste('otpauth://totp/x?secret=jbswy3dp')
    expect(await screen.findByTestId('draft')).toBeInTheDocument()
  })

  it('is one of several when each stands on a line of its own', async () => {
    const user = await openDialog()
    const links = 'otpauth://totp/x?secret=jbswy3dp\notpauth://totp/y?secret=krsxg5ct'
    shell.instead.drafts_from_link = () => found(draft('d1', 'GitLab'), draft('d2', 'Bank', { number: 2 }))
    await user.paste(links)
    expect(await screen.findAllByTestId('draft')).toHaveLength(2)
    expect(shell.lastCall('drafts_from_link')).toEqual({ link: links })
  })

  it('that cannot be used is shown with its number, beside the usable ones', async () => {
    const user = await openDialog()
    shell.instead.drafts_from_link = () => ({
      ...found(draft('d1', 'GitLab'), draft('d3', '', { number: 3, account: 'Account 3', warnings: ['name_missing'] })),
      refused: [fault('secret_missing', { entry: 2 }), fault('secret_missing', { entry: 4 })],
    })
    await user.paste('otpauth://totp/x')
    const notice = await screen.findByTestId('notice-refused')
    expect(notice).toHaveTextContent('Left out: 2')
    expect(notice).toHaveTextContent(/No\. 2: .+No\. 4: /)
    expect(screen.getAllByTestId('draft')[1]).toHaveTextContent('The link has no name')
  })

  it('that is invalid stays as typed, with the error', async () => {
    const user = await openDialog()
    await user.type(screen.getByTestId('field-link'), 'https://example.com')
    expect(callsOf('drafts_from_link')).toBe(0)
    await user.click(screen.getByTestId('action-add'))
    expect(await screen.findByTestId('fault-link_not_otpauth')).toBeInTheDocument()
    expect(screen.getByTestId('field-link')).toHaveValue('https://example.com')
    await user.click(screen.getByTestId('tab-hand'))
    await user.click(screen.getByTestId('tab-link'))
    expect(screen.getByTestId('field-link')).toHaveValue('https://example.com')
  })

  it('is asked for when there is none', async () => {
    const user = await openDialog()
    await user.click(screen.getByTestId('action-add'))
    expect(screen.getByTestId('field-link')).toHaveAccessibleDescription(/Paste a link first/)
  })

  it('is forgotten by the shell when the dialog is cancelled', async () => {
    const user = await openDialog()
    await user.paste('otpauth://totp/x?secret=jbswy3dp')
    await screen.findByTestId('draft')
    await user.click(within(dialog()).getByTestId('action-cancel'))
    await waitFor(() => expect(shell.lastCall('discard_draft')).toEqual({ draftId: 'draft' }))
  })
})

describe('a picture', () => {
  const several = () => found(draft('d1', 'GitLab'), draft('d2', 'Contoso', { alreadyThere: true }), draft('d3', 'Bank', { kind: 'hotp', period: null, warnings: ['counter_missing'] }))

  it('with several accounts adds the chosen ones, and never duplicates', async () => {
    const user = await openDialog('picture')
    shell.instead.drafts_from_picture = several
    await user.upload(screen.getByTestId('field-picture'), picture())
    const [gitLab, contoso, bank] = await screen.findAllByTestId('draft')
    expect(shell.lastCall('drafts_from_picture')).toEqual({ bytes })
    expect(within(contoso as HTMLElement).getByText('Already there')).toBeInTheDocument()
    expect(within(contoso as HTMLElement).getByRole('checkbox')).toBeDisabled()
    expect(bank).toHaveTextContent('by counter')
    await user.click(within(gitLab as HTMLElement).getByRole('checkbox', { name: 'Add GitLab, ann' }))
    await user.click(screen.getByTestId('action-add'))
    await waitFor(() => expect(screen.queryByTestId('dialog-add-account')).toBeNull())
    expect(callsOf('add_draft')).toBe(1)
    expect(shell.lastCall('add_draft')).toMatchObject({ draftId: 'd3', issuer: 'Bank' })
  })

  it('keeps refused accounts in the dialog, with the reason', async () => {
    const user = await openDialog('picture')
    shell.instead.drafts_from_picture = several
    shell.instead.add_draft = ({ draftId, issuer, account }) => {
      if (draftId === 'd3') throw fault('account_name_too_long')
      return { id: 'new', issuer, account, kind: 'totp', period: 30, digits: 6, ownOrganization: false }
    }
    await user.upload(screen.getByTestId('field-picture'), picture())
    await screen.findAllByTestId('draft')
    await user.click(screen.getByTestId('action-add'))
    expect(await screen.findByTestId('fault-account_name_too_long')).toBeInTheDocument()
    expect(screen.getAllByTestId('draft').map((one) => one.dataset.alreadyThere)).toEqual(['true', 'false'])
  })

  it('that needs a second copy of the key gets it in the dialog, and is added', async () => {
    const user = await openDialog()
    let kept = false
    shell.instead.set_vault_passphrase = () => {
      kept = true
    }
    const added = { id: 'new', issuer: 'Fabrikam', account: 'ann', kind: 'totp', period: 30, digits: 6, ownOrganization: false }
    shell.instead.add_draft = () => {
      if (!kept) throw fault('vault_second_home_needed')
      return added
    }
    await user.paste('otpauth://totp/x?secret=jbswy3dp')
    await screen.findByTestId('draft')
    await user.click(screen.getByTestId('action-add'))
    await user.click(await screen.findByTestId('action-second-key'))
    const passphrase = within(await screen.findByTestId('dialog-passphrase'))
    for (const field of passphrase.getAllByLabelText(/passphrase/i, { selector: 'input' })) await user.type(field, 'correct horse battery')
    await user.click(passphrase.getByTestId('action-save-passphrase'))
    await waitFor(() => expect(screen.queryByTestId('dialog-add-account')).toBeNull())
    expect(callsOf('add_draft')).toBe(2)
  })

  it('with nothing new says so instead of adding', async () => {
    const user = await openDialog('picture')
    shell.instead.drafts_from_picture = () => found(draft('d2', 'Contoso', { alreadyThere: true }))
    await user.upload(screen.getByTestId('field-picture'), picture())
    await screen.findByTestId('draft')
    expect(screen.getByTestId('action-add')).toHaveAttribute('aria-disabled', 'true')
  })

  it('without a QR code is reported', async () => {
    const user = await openDialog('picture')
    await user.upload(screen.getByTestId('field-picture'), picture())
    expect(await screen.findByTestId('fault-picture_without_qr')).toBeInTheDocument()
  })

  it.each(['drop', 'paste'] as const)('can come to the page by %s', async (way) => {
    await openPage()
    await screen.findAllByTestId('account-row')
    shell.instead.drafts_from_picture = () => found(draft('d1', 'GitLab'))
    const data = { files: [picture()], types: ['Files'], getData: () => '' }
    const event = createEvent[way](document.body, way === 'drop' ? { dataTransfer: data } : { clipboardData: data })
    fireEvent(document.body, event)
    expect(await screen.findByTestId('draft')).toHaveTextContent('GitLab')
    expect(dialog()).toHaveTextContent('codes.png')
    expect(event.defaultPrevented).toBe(true)
  })
})

describe('by hand', () => {
  it('adds with the usual settings', async () => {
    const user = await openDialog('hand')
    await user.type(screen.getByTestId('field-issuer'), ' GitLab')
    await user.type(screen.getByTestId('field-account'), 'ann')
    await user.type(screen.getByTestId('field-secret'), 'jbsw y3dp{Enter}')
    expect(shell.lastCall('add_account')).toEqual({
      account: { issuer: 'GitLab', account: 'ann', secret: 'jbsw y3dp', kind: 'totp', algorithm: 'SHA1', digits: 6, period: 30, counter: 0 },
    })
    expect(await screen.findByText('GitLab')).toBeInTheDocument()
  })

  it('shows the error at the secret key, keeps it, and focuses it', async () => {
    const user = await openDialog('hand')
    await user.type(screen.getByTestId('field-secret'), 'jbsw 1')
    await user.click(screen.getByTestId('action-add'))
    const secret = screen.getByTestId('field-secret')
    await waitFor(() => expect(secret).toHaveAccessibleDescription(/isn't a secret key/))
    expect(secret).toHaveValue('jbsw 1')
    expect(secret).toHaveFocus()
  })

  it('asks for a counter for HOTP, and for nothing for Steam', async () => {
    const user = await openDialog('hand')
    expect(screen.queryByTestId('field-kind')).toBeNull()
    await user.click(screen.getByTestId('action-advanced'))
    await user.selectOptions(screen.getByTestId('field-kind'), 'hotp')
    expect(screen.queryByTestId('field-period')).toBeNull()
    await user.clear(screen.getByTestId('field-counter'))
    await user.type(screen.getByTestId('field-counter'), '42')
    await user.type(screen.getByTestId('field-secret'), 'jbswy3dp{Enter}')
    expect(shell.lastCall('add_account')?.account).toMatchObject({ kind: 'hotp', counter: 42, digits: 6 })
  })

  it('refuses a text in a field for a number', async () => {
    const user = await openDialog('hand')
    await user.click(screen.getByTestId('action-advanced'))
    await user.clear(screen.getByTestId('field-digits'))
    await user.type(screen.getByTestId('field-digits'), 'six{Enter}')
    await waitFor(() => expect(screen.getByTestId('field-digits')).toBeInvalid())
    expect(callsOf('add_account')).toBe(0)
    await user.selectOptions(screen.getByTestId('field-kind'), 'steam')
    expect(screen.queryByTestId('field-digits')).toBeNull()
  })
})
