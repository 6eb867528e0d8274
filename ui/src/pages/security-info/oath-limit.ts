// Apps and hardware tokens share one limit.

import type { SecurityInfoView } from '../../backend/security-info'

const LIMIT = 5

/** Why no more can be added; null if one can. */
export function whyFull({ authenticatorApps, hardwareTokens }: SecurityInfoView) {
  return authenticatorApps.length + hardwareTokens.length >= LIMIT ? 'securityInfo.appLimit' : null
}
