// The overview of administration.

import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'

import { newOverview } from '../../../../tests/made-up-shell/overview'
import { fault, shell } from '../../../../tests/made-up-shell/shell'
import { open } from '../../../../tests/render'
import { OverviewPanel } from './OverviewPanel'

async function theOverview(administers = true) {
  const onGo = vi.fn()
  const { person: hands } = open(<OverviewPanel administers={administers} onGo={onGo} onMyPages={vi.fn()} />)
  await screen.findByTestId('figure-enforced')
  return { hands, onGo }
}

describe('a figure', () => {
  it('leads to its list', async () => {
    const { hands, onGo } = await theOverview()
    for (const [figure, target] of [
      ['figure-enabled', { page: 'people', filters: { state: 'enabled' } }],
      ['figure-codeApp', { page: 'people', filters: { method: 'codeApp' } }],
      ['figure-token-available', { page: 'tokens', status: 'available' }],
    ] as const) {
      await hands.click(within(screen.getByTestId(figure)).getByRole('button'))
      expect(onGo).toHaveBeenLastCalledWith(target)
    }
    await hands.click(screen.getByTestId('figure-denied'))
    expect(onGo).toHaveBeenLastCalledWith({ page: 'log', kind: 'denied' })
  })

  it('of people leads an auditor nowhere, who has no list of them', async () => {
    await theOverview(false)
    expect(screen.getByTestId('figure-enabled')).toHaveTextContent('Enabled1,204')
    expect(within(screen.getByTestId('figure-enabled')).queryByRole('button')).toBeNull()
    expect(within(screen.getByTestId('needs-attention')).queryByRole('button')).toBeNull()
  })
})

describe('what needs attention', () => {
  it('stands first, and leads to its list', async () => {
    const { hands, onGo } = await theOverview()
    const row = screen.getByTestId('attention-notRegistered')
    expect(row).toHaveTextContent('31 people have not registered for 14 days')
    await hands.click(within(row).getByRole('button', { name: 'Show: 31 people have not registered for 14 days' }))
    expect(onGo).toHaveBeenLastCalledWith({ page: 'people', filters: { notRegisteredDays: 14 } })
  })
})

describe('the directory that people come from', () => {
  it('is not shown where there is none', async () => {
    await theOverview()
    expect(screen.getByTestId('service-health')).not.toHaveTextContent('Directory')
  })

  it('shows how the last run ended, and who was refused', async () => {
    shell.instead.overview = () => ({ ...newOverview(), directory: { people: 24_742, lastRun: { endedDateTime: '2026-03-12T09:40:00Z', result: 'stopped', refused: 2 }, lastDoneDateTime: '2026-03-12T09:00:00Z' } })
    await theOverview()
    const health = screen.getByTestId('service-health')
    expect(health).toHaveTextContent('Directory, 24,742 people')
    expect(health).toHaveTextContent('nothing was changed, look at the last run')
    expect(health).toHaveTextContent('2 entries were refused')
    expect(screen.getByTestId('attention-directoryStopped')).toHaveTextContent('People from the directory have not been up to date since')
  })
})

describe('a chart', () => {
  it('has its finding in words, and is a table for screen readers and for whom a press shows it', async () => {
    const { hands } = await theOverview()
    const figure = screen.getByTestId('chart-registration')
    expect(figure).toHaveTextContent('From 20,100 to 21,380 people')
    expect(within(figure).getAllByRole('row')).toHaveLength(14)
    expect(figure.querySelector('svg')).toHaveAttribute('aria-hidden', 'true')
    await hands.click(screen.getByTestId('chart-registration-as-table'))
    expect(figure.querySelector('svg')).toBeNull()
    expect(within(figure).getByRole('region')).toHaveAttribute('tabindex', '0')
  })
})

describe('the page', () => {
  it('keeps its figures when it could not be loaded again, and says why', async () => {
    const { hands } = await theOverview()
    shell.instead.overview = () => {
      throw fault('service_unreachable')
    }
    await hands.click(screen.getByTestId('action-refresh-overview'))
    expect(await screen.findByTestId('fault-service_unreachable')).toBeVisible()
    expect(screen.getByTestId('figure-enforced')).toHaveTextContent('21,380')
    shell.instead = {}
    await hands.click(screen.getByTestId('action-try-again'))
    await waitFor(() => expect(screen.queryByTestId('fault-service_unreachable')).toBeNull())
  })
})
