import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'

import { fault, shell } from '../../../../tests/made-up-shell/shell'
import { callsOf, openPage } from '../testing'

const draft = (draftId: string, issuer: string) => ({
  draftId, issuer, account: 'ann', kind: 'totp', algorithm: 'SHA1', digits: 6, period: 30, alreadyThere: false, warnings: [],
})
const part = (part: number, parts: number, draftIds: string[]) => ({ export: 7, part, parts, draftIds })
/** jsdom cannot read files this way. */
const picture = (byte: number) =>
  Object.assign(new File([], `${byte}.png`, { type: 'image/png' }), { arrayBuffer: () => Promise.resolve(new Uint8Array([byte]).buffer) })

async function openMenu(way: string): Promise<UserEvent> {
  await openPage()
  const user = userEvent.setup({ delay: null })
  await user.click(await screen.findByTestId('menu-scan'))
  await user.click(await screen.findByTestId(way))
  return user
}

describe('scanning', () => {
  it('the clipboard shows the accounts of its picture before anything is added', async () => {
    await openPage()
    shell.instead.drafts_from_clipboard = () => ({ drafts: [draft('d1', 'GitLab')], refused: [], exports: [] })
    const user = userEvent.setup({ delay: null })
    await user.click(await screen.findByTestId('menu-scan'))
    await user.click(await screen.findByTestId('action-scan-clipboard'))
    expect(await screen.findByTestId('draft')).toHaveTextContent('GitLab')
    expect(screen.getByTestId('dialog-add-account')).toHaveTextContent('Picture from the clipboard')
    expect(callsOf('add_draft')).toBe(0)
    await user.click(screen.getByTestId('action-add'))
    expect(shell.lastCall('add_draft')).toEqual({ draftId: 'd1', issuer: 'GitLab', account: 'ann' })
  })

  it('the screen without a screenshot shows an error, with another way', async () => {
    await openMenu('action-scan-screen')
    const told = await screen.findByTestId('fault-screen_unavailable')
    expect(told).toHaveTextContent('Take a screenshot')
  })

  it('an empty clipboard shows the next step', async () => {
    await openMenu('action-scan-clipboard')
    expect(await screen.findByTestId('fault-clipboard_without_picture')).toHaveTextContent('Copy a picture')
  })

  it('without a camera the menu explains that', async () => {
    const user = await openMenu('action-scan-camera')
    expect(await screen.findByTestId('notice-camera-absent')).toHaveTextContent('scan the screen')
    await user.click(screen.getByTestId('action-cancel'))
    await waitFor(() => expect(screen.queryByTestId('dialog-camera')).toBeNull())
  })
})

/** A stub of the camera: it gives one picture after the other, like a web view. */
function filming(pictures: number[]) {
  const track = { stop: vi.fn() }
  vi.stubGlobal('navigator', Object.assign(Object.create(navigator) as Navigator, {
    mediaDevices: { getUserMedia: () => Promise.resolve({ getTracks: () => [track] }) },
  }))
  vi.spyOn(HTMLMediaElement.prototype, 'play').mockResolvedValue()
  vi.spyOn(HTMLVideoElement.prototype, 'videoWidth', 'get').mockReturnValue(640)
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue({ drawImage: vi.fn() } as never)
  vi.spyOn(HTMLCanvasElement.prototype, 'toBlob').mockImplementation((give) => {
    const bytes = new Uint8Array([pictures.shift() ?? 0])
    give({ arrayBuffer: () => Promise.resolve(bytes.buffer) } as Blob)
  })
  return track
}

describe('a camera', () => {
  afterEach(() => {
    vi.unstubAllGlobals()
    vi.restoreAllMocks()
  })

  it('reads until a picture has an account, releases the camera, and adds nothing by itself', async () => {
    const track = filming([1, 1, 2])
    await openPage()
    shell.instead.drafts_from_picture = ({ bytes }) => {
      if ((bytes as Uint8Array)[0] !== 2) throw fault('picture_without_qr')
      return { drafts: [draft('d1', 'GitLab')], refused: [], exports: [] }
    }
    const user = userEvent.setup({ delay: null })
    await user.click(await screen.findByTestId('menu-scan'))
    await user.click(await screen.findByTestId('action-scan-camera'))
    expect(await screen.findByText('Hold the QR code in front of the camera.')).toBeInTheDocument()
    expect(track.stop).not.toHaveBeenCalled()
    expect(await screen.findByTestId('draft')).toHaveTextContent('GitLab')
    expect(screen.getByTestId('dialog-add-account')).toHaveTextContent('Picture from the camera')
    expect(callsOf('drafts_from_picture')).toBe(3)
    expect(track.stop).toHaveBeenCalled()
    expect(callsOf('add_draft')).toBe(0)
  })

  it('is released when the person cancels', async () => {
    const track = filming([])
    shell.instead.drafts_from_picture = () => {
      throw fault('picture_without_qr')
    }
    const user = await openMenu('action-scan-camera')
    await screen.findByText('Hold the QR code in front of the camera.')
    await user.click(screen.getByTestId('action-cancel'))
    await waitFor(() => expect(screen.queryByTestId('dialog-camera')).toBeNull())
    await waitFor(() => expect(track.stop).toHaveBeenCalled())
  })

  it('that is refused shows an error', async () => {
    vi.stubGlobal('navigator', Object.assign(Object.create(navigator) as Navigator, {
      mediaDevices: { getUserMedia: () => Promise.reject(new DOMException('no', 'NotAllowedError')) },
    }))
    await openMenu('action-scan-camera')
    expect(await screen.findByTestId('notice-camera-refused')).toBeInTheDocument()
  })
})

describe('an export in several pictures', () => {
  it('is combined, and shows which parts are missing', async () => {
    await openPage()
    const parts = [
      { drafts: [draft('a', 'First')], refused: [], exports: [part(0, 3, ['a'])] },
      { drafts: [draft('b', 'Second')], refused: [fault('algorithm_unknown', { value: 'MD5' })], exports: [part(1, 3, ['b'])] },
      { drafts: [draft('c', 'Third')], refused: [], exports: [part(2, 3, ['c'])] },
    ]
    shell.instead.drafts_from_picture = ({ bytes }) => parts[(bytes as Uint8Array)[0] ?? 0]
    fireEvent.change(await screen.findByTestId('field-scan-pictures'), { target: { files: [picture(0), picture(1)] } })
    expect(await screen.findAllByTestId('draft')).toHaveLength(2)
    expect(screen.getByTestId('notice-missing-parts')).toHaveTextContent('Still missing: part 3 of 3')
    expect(screen.getByTestId('notice-refused')).toHaveTextContent('Found: MD5')

    // The same part again changes nothing; the missing one completes the export.
    fireEvent.change(screen.getByTestId('field-picture'), { target: { files: [picture(1)] } })
    await waitFor(() => expect(callsOf('drafts_from_picture')).toBe(3))
    fireEvent.change(screen.getByTestId('field-picture'), { target: { files: [picture(2)] } })
    await waitFor(() => expect(screen.queryByTestId('notice-missing-parts')).toBeNull())
    const names = screen.getAllByTestId('draft').map((one) => within(one).getByRole('checkbox').getAttribute('aria-label'))
    expect(names).toEqual(['Add First, ann', 'Add Second, ann', 'Add Third, ann'])
  })
})

describe('a link from another program', () => {
  it('is shown, and added only by the person', async () => {
    shell.reset()
    await openPage((world) => {
      world.status = { ...world.status, linkWaiting: true }
      shell.instead.drafts_from_opened_link = () => ({ drafts: [draft('d1', 'GitLab')], refused: [], exports: [] })
    })
    expect(await screen.findByTestId('draft')).toHaveTextContent('GitLab')
    expect(screen.getByTestId('dialog-add-account')).toHaveTextContent('Link from another program')
    expect(callsOf('drafts_from_opened_link')).toBe(1)
    expect(callsOf('add_draft')).toBe(0)
  })
})
