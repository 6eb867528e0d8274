// What the app itself could not do.

import type { app as english } from '../../en/errors/app'

export const app: typeof english = {
  draft_gone: {
    title: 'Dit voorbeeld is verlopen',
    next: 'Lees de koppeling of de afbeelding opnieuw.',
  },
  setup_gone: {
    title: 'Deze instelling is voorbij',
    next: 'Genereer een nieuwe QR-code.',
  },
  access_token_gone: {
    title: 'Het toegangstoken wordt niet meer weergegeven',
    next: 'Trek het in en maak een nieuw.',
  },
  app_password_gone: {
    title: 'Het app-wachtwoord wordt niet meer weergegeven',
    next: 'Verwijder het en maak een nieuw.',
  },
  account_not_hotp: {
    title: 'Dit account maakt codes op basis van tijd',
    next: 'Gebruik de code die wordt weergegeven.',
  },
  settings_not_saved: {
    title: 'De instellingen kunnen niet worden opgeslagen',
    detail: 'Het systeem meldt: {{detail}}.',
    next: 'Controleer of de schijf ruimte heeft en beschrijfbaar is.',
  },
  shortcut_invalid: {
    title: 'Deze toetsen kunnen geen sneltoets zijn',
    reasons: {
      no_modifier: 'Ctrl, Alt of de systeemtoets moet ook worden ingedrukt, zodat typen gewoon doorgaat.',
      unknown_key: 'Letters, cijfers, functietoetsen en de spatiebalk kunnen worden gebruikt.',
      reserved: "De meeste programma's of het bureaublad zelf hebben deze toetsen nodig.",
    },
    next: 'Druk op andere toetsen.',
  },
  shortcut_taken: {
    title: 'Een ander programma heeft deze toetsen',
    next: 'Druk op andere toetsen, of maak ze eerst vrij in het andere programma.',
  },
  shortcut_refused: {
    title: 'De sneltoets is niet toegestaan',
    next: 'Kies opnieuw toetsen en sta ze toe wanneer uw bureaublad erom vraagt.',
  },
  shortcut_unavailable: {
    title: 'De sneltoets kan niet worden ingesteld',
    detail: 'Het systeem meldt: {{detail}}.',
    next: 'Stel een sneltoets in bij de instellingen van uw bureaublad, voor de opdracht proofup-desktop.',
  },
  session_start_not_changed: {
    title: 'Starten bij het aanmelden kan niet worden gewijzigd',
    detail: 'Het systeem meldt: {{detail}}.',
    next: "Wijzig dit in de instellingen van uw bureaublad, bij de programma's die met de sessie starten.",
  },
  clipboard_unavailable: {
    title: 'Het klembord kan niet worden gebruikt',
    detail: 'Het systeem meldt: {{detail}}.',
    next: 'Probeer het opnieuw of typ het over.',
  },
  app_fault: {
    title: 'Er is iets misgegaan in deze app',
    next: 'Probeer het opnieuw. Neem met de details contact op met uw helpdesk als dit opnieuw gebeurt.',
  },
}
