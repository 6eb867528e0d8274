// Leaving in the middle of something that would be lost.

import type { leaving as english } from '../en/leaving'

export const leaving: typeof english = {
  registration: { title: 'Stoppen met instellen?', text: 'Uw account is nog niet ingesteld. Wat u tot nu toe hebt ingevoerd, wordt verwijderd.' },
  appPassword: { title: 'Doorgaan zonder het app-wachtwoord te kopiëren?', text: 'Het wordt niet opnieuw weergegeven. Hebt u het niet opgeschreven, blijf dan en kopieer het.' },
  accessToken: { title: 'Doorgaan zonder het toegangstoken te kopiëren?', text: 'Het wordt niet opnieuw weergegeven. Zonder kopie moet u het intrekken en een nieuw token maken.' },
  serviceSettings: { title: 'Vertrekken zonder de instellingen op te slaan?', text: 'Uw wijzigingen in de service-instellingen worden genegeerd.' },
  discard: 'Wijzigingen negeren',
  close: 'Proofup sluiten',
  stay: 'Blijven',
}
