// What an administrator should look at first, found in the figures of the overview.

import type { Overview } from '../../../backend/overview'

export type Attention =
  | { what: 'onlyAdministrator' }
  | { what: 'databaseReadOnly' }
  | { what: 'clockJumped'; seconds: number }
  | { what: 'nodeSilent'; node: string; since: string }
  | { what: 'certificateEnds'; node: string; until: string; days: number }
  | { what: 'directoryStopped'; since: string | null }
  | { what: 'noGateway' }
  | { what: 'gatewayFails'; failed: number; of: number }
  | { what: 'mailHeld'; notices: number }
  | { what: 'fewTokens'; left: number }
  | { what: 'notRegistered'; people: number }
  | { what: 'blocked'; people: number }

const DAY = 86_400_000
/** A certificate that ends sooner is to be renewed. */
const CERTIFICATE_DAYS = 30
/** From this share of failed texts and calls on, the gateway is looked at; of fewer, nothing can be said. */
const FAILED_SHARE = 0.05
const FAILED_LEAST = 20
/** So few tokens are soon given away. */
const FEW_TOKENS = 10

/** The most urgent first. */
export function attention(overview: Overview, now: number): Attention[] {
  const { administrators, database, clockJumpSeconds, directory, nodes, gateway, mail, hardwareTokens: tokens } = overview
  const found: Attention[] = []
  if (!database.takesChanges) found.push({ what: 'databaseReadOnly' })
  if (clockJumpSeconds !== 0) found.push({ what: 'clockJumped', seconds: clockJumpSeconds })
  if (administrators < 2) found.push({ what: 'onlyAdministrator' })
  for (const node of nodes) {
    if (!node.alive) found.push({ what: 'nodeSilent', node: node.name, since: node.lastSeenDateTime })
    const until = node.certificateUntilDateTime
    const days = until === null ? Infinity : Math.ceil((Date.parse(until) - now) / DAY) || 0
    if (until !== null && days <= CERTIFICATE_DAYS) found.push({ what: 'certificateEnds', node: node.name, until, days })
  }
  if (directory?.lastRun && directory.lastRun.result !== 'done') found.push({ what: 'directoryStopped', since: directory.lastDoneDateTime })
  const attempts = gateway.sent + gateway.failed
  if (!gateway.configured) found.push({ what: 'noGateway' })
  else if (attempts >= FAILED_LEAST && gateway.failed / attempts >= FAILED_SHARE) found.push({ what: 'gatewayFails', failed: gateway.failed, of: attempts })
  if (mail.held > 0) found.push({ what: 'mailHeld', notices: mail.held })
  const used = tokens.assigned + tokens.activated + tokens.failedActivation
  if (used > 0 && tokens.available < FEW_TOKENS) found.push({ what: 'fewTokens', left: tokens.available })
  if (overview.notRegistered14Days > 0) found.push({ what: 'notRegistered', people: overview.notRegistered14Days })
  if (overview.blocked > 0) found.push({ what: 'blocked', people: overview.blocked })
  return found
}
