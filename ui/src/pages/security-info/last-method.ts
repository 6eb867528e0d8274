// A person who needs a second step keeps at least one method. The service enforces that; this explains it in advance.

import type { MethodType, PhoneType, SecurityInfoView } from '../../backend/security-info'

const byPhone: Record<PhoneType, MethodType[]> = { mobile: ['sms', 'voiceMobile'], office: ['voiceOffice'], alternateMobile: ['voiceAlternateMobile'] }

/** Why a method cannot be deleted now; null if it can. `id` is a phone's, an app's, a device's or a token's. */
export function whyKept(view: SecurityInfoView, id: string): 'securityInfo.lastMethod' | null {
  if (view.me.mfaState !== 'enforced' || view.usable.length === 0) return null
  const others = offers(view).filter((offer) => offer.id !== id)
  return view.usable.some((method) => others.some(({ methods }) => methods.includes(method))) ? null : 'securityInfo.lastMethod'
}

/** The uses of each phone, app, device and token. */
function offers({ phones, authenticatorApps, authenticators, hardwareTokens }: SecurityInfoView): { id: string; methods: MethodType[] }[] {
  return [
    ...phones.map(({ id, phoneType }) => ({ id, methods: byPhone[phoneType] })),
    ...authenticators.map(({ id }) => ({ id, methods: ['push', 'oath'] as MethodType[] })),
    ...[...authenticatorApps, ...hardwareTokens].map(({ id }) => ({ id, methods: ['oath'] as MethodType[] })),
  ]
}
