// Whoever must pass a second step keeps one method at least. The service has the last word; this says it before it is asked.

import type { MethodType, PhoneType, SecurityInfoView } from '../../backend/security-info'

const byPhone: Record<PhoneType, MethodType[]> = { mobile: ['sms', 'voiceMobile'], office: ['voiceOffice'], alternateMobile: ['voiceAlternateMobile'] }

/** Why a method cannot be deleted now; null when it can. `id` is a phone's, an app's, a device's or a token's. */
export function whyKept(view: SecurityInfoView, id: string): 'securityInfo.lastMethod' | null {
  if (view.me.mfaState !== 'enforced' || view.usable.length === 0) return null
  const others = offers(view).filter((offer) => offer.id !== id)
  return view.usable.some((method) => others.some(({ methods }) => methods.includes(method))) ? null : 'securityInfo.lastMethod'
}

/** What each phone, app, device and token can be used for. */
function offers({ phones, authenticatorApps, authenticators, hardwareTokens }: SecurityInfoView): { id: string; methods: MethodType[] }[] {
  return [
    ...phones.map(({ id, phoneType }) => ({ id, methods: byPhone[phoneType] })),
    ...authenticators.map(({ id }) => ({ id, methods: ['push', 'oath'] as MethodType[] })),
    ...[...authenticatorApps, ...hardwareTokens].map(({ id }) => ({ id, methods: ['oath'] as MethodType[] })),
  ]
}
