// Apps and hardware tokens share one limit.

import type { SecurityInfoView } from '../../backend/security-info'

const LIMIT = 5

/** Why there can be no more of them; null while there can. */
export function whyFull({ authenticatorApps, hardwareTokens }: SecurityInfoView) {
  return authenticatorApps.length + hardwareTokens.length >= LIMIT ? 'securityInfo.appLimit' : null
}
