// An app that the service refused, and what to do in that app.

import type { refusedApp as english } from '../en/refusedApp'

export const refusedApp: typeof english = {
  regular: {
    title: 'Een app probeerde uw gewone wachtwoord',
    text: 'Deze app kan niet om een code vragen en heeft daarom een app-wachtwoord nodig.',
  },
  oldAppPassword: {
    title: 'Een app blijft een oud app-wachtwoord proberen',
    text: 'Het app-wachtwoord is verwijderd of verlopen. De app heeft een ander nodig.',
  },
  where: '{{client}}, {{time}}.',
  create: 'App-wachtwoord maken',
  steps: 'Wat u in die app doet',
  step: {
    create: 'Maak hier een app-wachtwoord.',
    clear: 'Verwijder in de app het opgeslagen wachtwoord of meld u af.',
    restart: 'Sluit de app en start deze opnieuw.',
    signIn: 'Meld u aan met uw gebruikersnaam en het app-wachtwoord.',
    notYours: 'Wijzig uw wachtwoord als het niet uw app is.',
  },
}
