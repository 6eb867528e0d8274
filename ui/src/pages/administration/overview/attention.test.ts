import { describe, expect, it } from 'vitest'

import { newOverview } from '../../../../tests/made-up-shell/overview'
import type { Overview } from '../../../backend/overview'
import { attention } from './attention'

const NOW = Date.parse('2026-03-12T09:41:00Z')
const healthy = (): Overview => ({ ...newOverview(), administrators: 2, blocked: 0, notRegistered14Days: 0 })
const what = (change: Partial<Overview>) => attention({ ...healthy(), ...change }, NOW).map((one) => one.what)
const node = (more: Partial<Overview['nodes'][number]>) => [{ name: 'node-1', address: '10.0.0.1:8443', version: '0.1.0', lastSeenDateTime: '2026-03-12T09:40:00Z', alive: true, certificateUntilDateTime: null, ...more }]

describe('what needs attention', () => {
  it('is nothing where all is well', () => {
    expect(what({})).toEqual([])
  })

  it('is a single administrator', () => {
    expect(what({ administrators: 1 })).toEqual(['onlyAdministrator'])
  })

  it('is a node that is silent, and a certificate that ends within thirty days or has ended', () => {
    expect(what({ nodes: node({ alive: false }) })).toEqual(['nodeSilent'])
    expect(what({ nodes: node({ certificateUntilDateTime: '2026-04-11T09:41:00Z' }) })).toEqual(['certificateEnds'])
    expect(what({ nodes: node({ certificateUntilDateTime: '2026-04-12T09:42:00Z' }) })).toEqual([])
    expect(attention({ ...healthy(), nodes: node({ certificateUntilDateTime: '2026-03-12T09:00:00Z' }) }, NOW)).toMatchObject([{ what: 'certificateEnds', days: 0 }])
  })

  it('is a gateway that is missing or fails often, and no single failure', () => {
    const gateway = { configured: true, month: '2026-03', sent: 95, failed: 5 }
    expect(what({ gateway: { ...gateway, configured: false } })).toEqual(['noGateway'])
    expect(what({ gateway })).toEqual(['gatewayFails'])
    expect(what({ gateway: { ...gateway, sent: 3, failed: 1 } })).toEqual([])
  })

  it('is a directory whose last run changed nothing', () => {
    const directory = { people: 25_000, lastRun: { endedDateTime: '2026-03-12T09:40:00Z', result: 'stopped' as const, refused: 0 }, lastDoneDateTime: '2026-03-12T09:00:00Z' }
    expect(attention({ ...healthy(), directory }, NOW)).toEqual([{ what: 'directoryStopped', since: '2026-03-12T09:00:00Z' }])
    expect(what({ directory: { ...directory, lastRun: { ...directory.lastRun, result: 'done' } } })).toEqual([])
    expect(what({ directory: { ...directory, lastRun: null } })).toEqual([])
  })

  it('is mail that waits for a correction of the configuration', () => {
    const mail = { configured: true, waiting: 4, held: 3, fault: 'the mail server offers no STARTTLS', oldestDateTime: null }
    expect(what({ mail })).toEqual(['mailHeld'])
    expect(what({ mail: { ...mail, held: 0 } })).toEqual([])
  })

  it('is a stock of tokens that runs out, where tokens are used', () => {
    const none = { available: 0, assigned: 0, failedActivation: 0, activated: 0 }
    expect(what({ hardwareTokens: none })).toEqual([])
    expect(what({ hardwareTokens: { ...none, available: 9, activated: 40 } })).toEqual(['fewTokens'])
  })

  it('is the database first, then the clock', () => {
    expect(what({ database: { takesChanges: false }, clockJumpSeconds: 7200, blocked: 1, notRegistered14Days: 3 })).toEqual(['databaseReadOnly', 'clockJumped', 'notRegistered', 'blocked'])
  })
})
