// The app passwords page.

import type { appPasswords as english } from '../en/appPasswords'

export const appPasswords: typeof english = {
  title: 'App-wachtwoorden',
  tab: 'app-wachtwoorden',
  tabCount: 'app-wachtwoorden ({{number}})',
  hint: 'Voor apps die niet om een code kunnen vragen, zoals oudere e-mailapps. Gebruik er één per apparaat.',
  create: 'Maken',
  createTitle: 'App-wachtwoord maken',
  name: 'Naam',
  nameHint: 'Noem het naar het apparaat dat het gaat gebruiken.',
  nameMissing: 'Voer eerst een naam in.',
  suggestions: 'Suggesties',
  created: 'Gemaakt op',
  lastUsed: 'Laatst gebruikt',
  lastUsedAgo: 'Laatst gebruikt: {{time}}',
  neverUsedSince: 'Nooit gebruikt, gemaakt op {{date}}',
  countOf: '{{number}} van {{limit}}',
  emptyTitle: 'Geen app-wachtwoorden',
  emptyText: 'Met een app-wachtwoord kan een app zich aanmelden die niet om een code kan vragen, zoals een oudere e-mailapp.',
  limit: 'U hebt het maximum van {{limit}} app-wachtwoorden bereikt. Verwijder er één om een nieuw te maken.',
  pickOne: 'Kies een app-wachtwoord om te verwijderen.',
  deleteAndGoOn: 'Verwijderen en doorgaan',
  whereToType: 'Voer het in waar de app om uw wachtwoord vraagt.',
  notCopied: 'U hebt het wachtwoord niet gekopieerd',
  notCopiedText: 'Na het sluiten wordt het niet opnieuw weergegeven.',
  closeAnyway: 'Toch sluiten',
  deleteTitle: 'Dit app-wachtwoord verwijderen?',
  deleteText: 'Apps op {{name}} werken vanaf de volgende aanmelding niet meer.',
  deleteLastUsed: 'Het is {{time}} voor het laatst gebruikt.',
  deleteNeverUsed: 'Het is nooit gebruikt.',
  noUndo: 'Dit kan niet ongedaan worden gemaakt.',
  deleted: 'App-wachtwoord verwijderd',
  deletedText: '{{name}} kan zich er niet meer mee aanmelden.',
  deleteAll: 'Alle app-wachtwoorden verwijderen',
  deleteAllTitle: 'Alle app-wachtwoorden verwijderen?',
  deleteAllText: 'Doe dit als u een apparaat kwijt bent. Apps op al uw apparaten werken vanaf de volgende aanmelding niet meer; aantal app-wachtwoorden dat wordt verwijderd: {{number}}.',
  deleteAllYes: 'Alles verwijderen',
  allDeleted: 'Alle app-wachtwoorden verwijderd',
  unavailable: {
    disabled_by_organization: {
      why: 'Uw organisatie staat geen app-wachtwoorden toe.',
      next: 'U kunt de bestaande nog wel verwijderen. Hebt u er een nodig, vraag het dan uw beheerder.',
    },
    second_step_not_registered: {
      why: 'App-wachtwoorden zijn er pas nadat aanvullende beveiligingsverificatie is ingesteld.',
      next: 'Tot die tijd accepteren apps uw gewone wachtwoord.',
    },
    managed_by_policy: {
      why: 'Uw tweede stap volgt uit een beleid van uw organisatie dat geen app-wachtwoorden accepteert.',
      next: 'U kunt de bestaande nog wel verwijderen. Gebruik apps die om een code kunnen vragen.',
    },
    modern_sign_in_only: {
      why: 'Dit account mag alleen worden gebruikt met apps die om een code kunnen vragen.',
      next: 'U kunt de bestaande nog wel verwijderen. Vraag het uw beheerder als u een oudere app gebruikt.',
    },
    limit_reached: {
      why: 'U hebt zoveel app-wachtwoorden als er zijn toegestaan.',
      next: 'Als u er nog een maakt, kiest u er een om te verwijderen.',
    },
  },
}
