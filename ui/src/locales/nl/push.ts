// Setting a device up for notifications.

import type { push as english } from '../en/push'

export const push: typeof english = {
  tab: 'Proofup-meldingen',
  codesTab: 'Elke authenticator-app (alleen codes)',
  tabs: 'Soort app',
  scan: 'Scan met een telefoon deze QR-code. Open op een andere computer Goedkeuringen in Proofup en kies Account toevoegen; scan dan de QR-code, plak de koppeling of voer de code en de URL in.',
  qrAlt: 'QR-code voor meldingen',
  useThisComputer: 'Deze computer gebruiken',
  expired: 'Deze activeringscode is verlopen. Genereer een nieuwe QR-code.',
  code: 'Code',
  url: 'URL',
  copyCode: 'Code kopiëren',
  copyUrl: 'URL kopiëren',
  copyLink: 'Koppeling kopiëren',
  waiting: 'Wachten op het apparaat',
  used: '{{name}} heeft deze code gebruikt.',
  typeThere: 'Er is een testaanvraag verzonden. Voer dit getal in op {{name}} en kies Goedkeuren.',
  number: 'In te voeren getal: {{number}}',
  waitingForApproval: 'Wachten op goedkeuring, nog {{time}}',
  stillWaiting: 'De aanvraag wacht nog',
  sendAgain: 'Test opnieuw verzenden',
  configured: 'De mobiele app is geconfigureerd voor meldingen en verificatiecodes.',
  outcomes: {
    declined: 'De test is geweigerd. Verzend deze opnieuw en kies Goedkeuren.',
    mismatch: 'Het getal kwam niet overeen. Verzend de test opnieuw.',
    noResponse: 'Niemand heeft geantwoord. Open Proofup op het apparaat en verzend de test opnieuw.',
  },
  replaceText: 'Het oude apparaat {{name}} werkt tot het nieuwe is goedgekeurd. Daarna wordt het verwijderd.',
  step2: 'Stap 2: Keur de testaanvraag op uw apparaat goed',
}
