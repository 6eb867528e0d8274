// Settings.

import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'

import { shell } from '../../../tests/made-up-shell/shell'
import { open } from '../../../tests/render'
import { openSettings } from '../../state/settings'
import SettingsPage from './SettingsPage'

beforeEach(() => openSettings())

async function choose(hands: ReturnType<typeof open>['person'], field: string, option: string) {
  await hands.click(screen.getByTestId(field))
  await hands.click(screen.getByRole('option', { name: option }))
}

describe('the sections', () => {
  it('are separate pages, and return to their row', async () => {
    const { person } = open(<SettingsPage />)
    await person.click(await screen.findByTestId('settings-quickAccess'))
    expect(await screen.findByRole('heading', { name: /Quick access/ })).toBeInTheDocument()
    expect(await screen.findByTestId('card-tray')).toBeInTheDocument()
    expect(screen.queryByTestId('settings-vault')).not.toBeInTheDocument()
    await waitFor(() => expect(screen.getByTestId('action-back')).toHaveFocus())
    await person.click(screen.getByRole('button', { name: 'Settings' }))
    await waitFor(() => expect(screen.getByTestId('settings-quickAccess')).toHaveFocus())
  })

  it('contain the settings of their topic', async () => {
    const { person } = open(<SettingsPage />)
    for (const [section, card] of [['account', 'card-account'], ['appearance', 'card-theme'], ['vault', 'card-vault-place'], ['service', 'card-service'], ['about', 'card-about'], ['demo', 'card-demo-service']]) {
      await person.click(await screen.findByTestId(`settings-${section}`))
      expect(await screen.findByTestId(String(card))).toBeInTheDocument()
      await person.click(screen.getByTestId('action-back'))
    }
  })

  it('say where to sign in while nobody is', async () => {
    shell.world.status = { ...shell.world.status, connection: 'signedOut', person: null }
    open(<SettingsPage first="account" />)
    expect(await screen.findByTestId('notice-signed-out')).toHaveTextContent('Sign in on the Security page')
  })
})

describe('settings', () => {
  it('change and save the zoom', async () => {
    const { person } = open(<SettingsPage first="appearance" />)
    await choose(person, 'field-zoom', '150%')
    await waitFor(() => expect(shell.world.settings.zoom).toBe(150))
    expect(shell.lastCall('set_window_zoom')).toEqual({ percent: 150 })
    await waitFor(() => expect(screen.getByTestId('field-zoom')).toHaveTextContent('150%'))
  })

  it('change the language at once', async () => {
    const { person } = open(<SettingsPage first="appearance" />)
    await choose(person, 'field-language', '繁體中文')
    expect(await screen.findByRole('heading', { name: /外觀/ })).toBeInTheDocument()
    expect(shell.world.settings.language).toBe('zh-TW')
  })

  it('follow the system when asked to', async () => {
    shell.world.settings.language = 'nl'
    await openSettings()
    const { person } = open(<SettingsPage first="appearance" />)
    await choose(person, 'field-language', 'Systeeminstelling gebruiken')
    expect(await screen.findByRole('heading', { name: /Appearance/ })).toBeInTheDocument()
    expect(shell.world.settings.language).toBeNull()
  })

  it('save the theme', async () => {
    const { person } = open(<SettingsPage first="appearance" />)
    await choose(person, 'field-theme', 'Dark')
    await waitFor(() => expect(shell.world.settings.theme).toBe('dark'))
  })

  it('refuse an invalid service address, and keep the input', async () => {
    shell.world.status = { ...shell.world.status, demo: false }
    const { person } = open(<SettingsPage first="service" />)
    const field = screen.getByLabelText('Service address')
    await person.clear(field)
    await person.type(field, 'verify{Enter}')
    expect(await screen.findByTestId('fault-service_address_invalid')).toHaveTextContent('It should look like https://verify.example.com.')
    expect(field).toHaveValue('verify')
    expect(shell.world.settings.serviceAddress).toBe('http://127.0.0.1:8440')
  })

  it('say what does not work without a keyring', async () => {
    shell.world.keyring = 'off'
    open(<SettingsPage first="account" />)
    expect(await screen.findByTestId('card-keyring')).toHaveTextContent('You sign in again each time')
  })

  it('tell the version and where the data is', async () => {
    open(<SettingsPage first="about" />)
    const card = await screen.findByTestId('card-about')
    expect(card).toHaveTextContent('Version 0.1.0')
    expect(card).toHaveTextContent('/home/ann/.local/share/proofup')
  })
})

describe('the vault', () => {
  it('is backed up at once, and says when it last was', async () => {
    const { person } = open(<SettingsPage first="vault" />)
    expect(await screen.findByTestId('card-vault-backups')).toHaveTextContent('Last backup 3 hours ago · Accounts: 4')
    await person.click(screen.getByRole('button', { name: 'Back up now' }))
    await waitFor(() => expect(screen.getByTestId('card-vault-backups')).toHaveTextContent('Last backup now'))
    expect((await screen.findAllByText('Backup made')).length).toBeGreaterThan(0)
    shell.instead.back_up_vault = () => false
    await person.click(screen.getByRole('button', { name: 'Back up now' }))
    expect((await screen.findAllByText('Nothing has changed since the last backup')).length).toBeGreaterThan(0)
  })

  it('is moved, with the whole path', async () => {
    const { person } = open(<SettingsPage first="vault" />)
    await person.click(await screen.findByTestId('menu-vault-place'))
    await person.click(await screen.findByTestId('action-vault-move'))
    const field = await screen.findByTestId('field-folder')
    await person.type(field, 'Documents{Enter}')
    expect(await screen.findByTestId('fault-folder_not_absolute')).toBeInTheDocument()
    await person.clear(field)
    await person.type(field, '/media/stick/vault{Enter}')
    await waitFor(() => expect(screen.getByTestId('card-vault-place')).toHaveTextContent('/media/stick/vault'))
    expect(screen.queryByTestId('dialog-vault-move')).not.toBeInTheDocument()
  })

  it('is copied into a folder that the system lets choose', async () => {
    const { person } = open(<SettingsPage first="vault" />)
    expect(await screen.findByTestId('card-vault-backups')).toHaveTextContent('Not copied elsewhere yet')
    await person.click(screen.getByTestId('menu-vault-place'))
    await person.click(await screen.findByTestId('action-vault-copy'))
    await person.click(await screen.findByTestId('action-choose-folder'))
    await waitFor(() => expect(screen.getByTestId('field-folder')).toHaveValue('/media/stick/vault'))
    expect(shell.lastCall('choose_folder')).toEqual({ title: 'Copy to another folder' })
    await person.click(screen.getByTestId('action-go'))
    await waitFor(() => expect(screen.getByTestId('card-vault-backups')).toHaveTextContent('Copied elsewhere now'))
    expect(shell.lastCall('copy_vault')).toEqual({ folder: '/media/stick/vault' })
  })

  it('keeps the typed path when the dialog is cancelled', async () => {
    shell.instead.choose_folder = () => null
    const { person } = open(<SettingsPage first="vault" />)
    await person.click(await screen.findByTestId('menu-vault-place'))
    await person.click(await screen.findByTestId('action-vault-move'))
    await person.type(await screen.findByTestId('field-folder'), '/media')
    await person.click(screen.getByTestId('action-choose-folder'))
    await waitFor(() => expect(shell.lastCall('choose_folder')).toBeDefined())
    expect(screen.getByTestId('field-folder')).toHaveValue('/media')
  })

  it('keeps the last copies of its key', async () => {
    if (shell.world.vault.keyStorage) shell.world.vault.keyStorage.passphrase = false
    open(<SettingsPage first="vault" />)
    const keyring = await screen.findByTestId('field-vault-keyring')
    expect(keyring).toHaveAttribute('aria-disabled', 'true')
    expect(screen.getByTestId('card-vault-keyring')).toHaveTextContent('Set a passphrase or keep a recovery sheet first.')
  })

  it('removes the key from the keyring', async () => {
    const { person } = open(<SettingsPage first="vault" />)
    await person.click(await screen.findByTestId('field-vault-keyring'))
    await waitFor(() => expect(screen.getByTestId('card-vault-keyring')).toHaveTextContent('each time Proofup starts'))
    expect(shell.lastCall('remove_vault_from_keyring')).toBeDefined()
  })

  it('takes a passphrase twice', async () => {
    const { person } = open(<SettingsPage first="vault" />)
    await person.click(await screen.findByTestId('action-set-passphrase'))
    await person.type(screen.getByTestId('field-passphrase'), 'four unrelated words')
    await person.type(screen.getByTestId('field-passphrase-again'), 'four unrelated word{Enter}')
    expect(shell.lastCall('set_vault_passphrase')).toBeUndefined()
    await person.type(screen.getByTestId('field-passphrase-again'), 's{Enter}')
    await waitFor(() => expect(shell.lastCall('set_vault_passphrase')).toEqual({ passphrase: 'four unrelated words' }))
  })

  it('says which events the system does not report, and saves the other choices', async () => {
    const { person } = open(<SettingsPage first="vault" />)
    const session = await screen.findByTestId('field-lock-onSessionLock')
    expect(session).toHaveAccessibleDescription(/doesn't tell apps/)
    await person.click(screen.getByTestId('field-lock-atStart'))
    await waitFor(() => expect(shell.world.settings.locking.atStart).toBe(true))
    await choose(person, 'field-lock-idle', 'After 5 minutes')
    await waitFor(() => expect(shell.world.settings.locking.idleMinutes).toBe(5))
  })

  it('shows nothing of its keys while it is locked', async () => {
    shell.world.status = { ...shell.world.status, vault: { state: 'locked', passphrase: true, keyring: true } }
    open(<SettingsPage first="vault" />)
    expect(await screen.findByTestId('notice-vault-closed')).toBeInTheDocument()
    expect(screen.queryByTestId('card-vault-sheet')).not.toBeInTheDocument()
  })
})

describe('the recovery sheet', () => {
  async function theSheet() {
    const { person } = open(<SettingsPage first="vault" />)
    await person.click(await screen.findByTestId('action-show-sheet'))
    return person
  }

  it('is shown only after the passphrase; the error of a wrong one stays at the field until it changes', async () => {
    const person = await theSheet()
    const field = await screen.findByTestId('field-passphrase')
    expect(screen.queryByTestId('sheet-group')).not.toBeInTheDocument()
    await person.type(field, 'correct{Enter}')
    expect(await screen.findByTestId('fault-wrong_passphrase')).toBeInTheDocument()
    expect(field).toHaveAccessibleDescription(/Wrong passphrase/)
    await person.type(field, ' horse')
    expect(screen.queryByTestId('fault-wrong_passphrase')).not.toBeInTheDocument()
    await person.keyboard('{Enter}')
    expect(await screen.findAllByTestId('sheet-group')).toHaveLength(15)
  })

  it('asks for nothing where there is no passphrase', async () => {
    if (shell.world.vault.keyStorage) shell.world.vault.keyStorage.passphrase = false
    await theSheet()
    expect(await screen.findAllByTestId('sheet-group')).toHaveLength(15)
  })

  it('is confirmed by two of its groups, and names the one that is wrong', async () => {
    if (shell.world.vault.keyStorage) shell.world.vault.keyStorage.passphrase = false
    const person = await theSheet()
    await person.click(await screen.findByTestId('action-next'))
    await person.type(await screen.findByTestId('field-piece-0'), 'QQQQ')
    await person.type(await screen.findByTestId('field-piece-1'), '8GF2{Enter}')
    expect(await screen.findByTestId('fault-sheet_piece_wrong')).toBeInTheDocument()
    await person.clear(screen.getByTestId('field-piece-0'))
    await person.type(screen.getByTestId('field-piece-0'), '8GF2{Enter}')
    await waitFor(() => expect(screen.queryByTestId('dialog-sheet-piece')).not.toBeInTheDocument())
    expect(await screen.findByTestId('card-vault-sheet')).toHaveTextContent('Kept since')
  })
})

describe('the demo', () => {
  it('can have its service stopped', async () => {
    const { person } = open(<SettingsPage first="demo" />)
    const service = await screen.findByRole('switch', { name: 'Service' })
    await waitFor(() => expect(service).toBeEnabled())
    await person.click(service)
    expect(await screen.findByText(/Stopped\./)).toBeInTheDocument()
    expect(shell.lastCall('demo_set_service_running')).toEqual({ running: false })
  })

  it('begins again after a question', async () => {
    const { person } = open(<SettingsPage first="demo" />)
    await person.click(screen.getByTestId('action-reset-demo'))
    await person.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Yes' }))
    await waitFor(() => expect(shell.lastCall('reset_demo')).toBeDefined())
  })

  it('is not offered outside of it', async () => {
    shell.world.status = { ...shell.world.status, demo: false }
    open(<SettingsPage />)
    expect(await screen.findByTestId('settings-about')).toBeInTheDocument()
    expect(screen.queryByTestId('settings-demo')).not.toBeInTheDocument()
  })
})
