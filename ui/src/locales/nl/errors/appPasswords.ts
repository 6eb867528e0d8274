// App passwords.

import type { appPasswords as english } from '../../en/errors/appPasswords'

export const appPasswords: typeof english = {
  app_password_limit_reached: {
    title: 'U hebt het maximum aan app-wachtwoorden bereikt',
    detail: 'Maximaal: {{limit}}.',
    next: 'Verwijder er één om een nieuw te maken.',
  },
  app_password_lifetime_too_long: {
    title: 'Het app-wachtwoord zou te lang geldig zijn',
    detail: 'Hoogstens {{days}} dagen.',
    next: 'Kies een eerdere dag.',
  },
  app_password_networks_invalid: {
    title: 'Dit is geen netwerk',
    next: 'Schrijf elk als 192.0.2.0/24, of één adres, en scheid ze met spaties.',
  },
  access_token_name_taken: {
    title: 'Er is al een toegangstoken met deze naam',
    next: 'Kies een andere naam.',
  },
  app_password_name_taken: {
    title: 'U hebt al een app-wachtwoord met deze naam',
    next: 'Kies een andere naam.',
  },
  app_password_name_invalid: {
    title: 'Deze naam is niet mogelijk',
    reasons: {
      empty: 'De naam is leeg.',
      too_long: 'De naam heeft meer dan 64 tekens.',
      control_characters: 'De naam bevat tekens die niet kunnen worden weergegeven.',
    },
    next: 'Kies een andere naam.',
  },
  app_passwords_not_allowed: {
    title: 'App-wachtwoorden kunnen niet worden gemaakt',
    reasons: {
      disabled_by_organization: 'Uw organisatie staat geen app-wachtwoorden toe.',
      second_step_not_registered: 'Stel eerst aanvullende beveiligingsverificatie in.',
      managed_by_policy: 'Het beleid van uw organisatie vraagt om een tweede stap en accepteert geen app-wachtwoorden.',
      modern_sign_in_only: 'Dit account mag alleen worden gebruikt met apps die om een code kunnen vragen.',
      limit_reached: 'U hebt het maximum aan app-wachtwoorden bereikt.',
    },
    next: 'Vraag het uw beheerder als u er een nodig hebt.',
  },
}
