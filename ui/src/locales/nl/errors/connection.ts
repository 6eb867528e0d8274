// The service and the session with it.

import type { connection as english } from '../../en/errors/connection'

export const connection: typeof english = {
  service_unreachable: {
    title: 'De service is niet bereikbaar',
    next: 'Controleer uw netwerkverbinding en het adres van de service bij Instellingen. Proofup blijft het proberen.',
  },
  service_not_started: {
    title: 'De service van de demo is niet gestart',
    detail: 'Het systeem meldt: {{detail}}.',
    next: 'Probeer het opnieuw. Gebeurt het weer, start de app dan opnieuw.',
  },
  service_answer_invalid: {
    title: 'Op dit adres is geen verificatieservice',
    next: 'Controleer het adres van de service bij Instellingen.',
  },
  signed_out: {
    title: 'U bent afgemeld',
    next: 'Meld u opnieuw aan.',
  },
  sign_in_over: {
    title: 'Deze aanmelding is voorbij',
    next: 'Meld u opnieuw aan.',
  },
  service_address_invalid: {
    title: 'Dit is geen adres van een service',
    reasons: {
      not_a_url: 'Het moet eruitzien als https://verify.example.com.',
      not_https: 'Het moet beginnen met https://.',
    },
    next: 'Voer het adres in dat u van uw organisatie hebt gekregen.',
  },
}
