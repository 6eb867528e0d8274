// The figures of the made-up organisation.

import type { Overview } from '../../src/backend/overview'

const FIRST_WEEK = Date.UTC(2025, 11, 18)
const DAY = 86_400_000
const day = (moment: number) => new Date(moment).toISOString().slice(0, 10)

export const newOverview = (): Overview => ({
  asOf: '2026-03-12T09:41:00Z',
  people: { disabled: 2520, enabled: 1204, enforced: 21_380 },
  administrators: 1,
  blocked: 2,
  notRegistered14Days: 31,
  registration: [20_100, 20_180, 20_240, 20_270, 20_400, 20_520, 20_610, 20_700, 20_890, 21_020, 21_150, 21_290, 21_380].map((registered, week) => ({ date: day(FIRST_WEEK + week * 7 * DAY), registered })),
  methods: [
    { kind: 'phone', people: 9120 },
    { kind: 'codeApp', people: 14_120 },
    { kind: 'notification', people: 9322 },
    { kind: 'hardwareToken', people: 640 },
  ],
  signIns: Array.from({ length: 30 }, (_, index) => ({ date: day(Date.UTC(2026, 1, 11) + index * DAY), passed: index % 7 < 5 ? 5200 + index * 23 : 610, denied: index % 7 < 5 ? 240 + ((index * 37) % 90) : 40 })),
  hardwareTokens: { available: 58, assigned: 2, failedActivation: 2, activated: 640 },
  nodes: [
    { name: 'node-1', address: '10.0.0.1:8443', version: '0.1.0', lastSeenDateTime: '2026-03-12T09:40:30Z', alive: true, certificateUntilDateTime: '2026-09-01T00:00:00Z' },
    { name: 'node-2', address: '10.0.0.2:8443', version: '0.1.0', lastSeenDateTime: '2026-03-12T09:40:31Z', alive: true, certificateUntilDateTime: '2026-09-01T00:00:00Z' },
  ],
  database: { takesChanges: true },
  directory: null,
  gateway: { configured: true, month: '2026-03', sent: 1820, failed: 14 },
  mail: { configured: true, waiting: 0, held: 0, fault: null, oldestDateTime: null },
  clockJumpSeconds: 0,
})
