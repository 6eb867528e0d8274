// What the service refuses in any call.

import type { requests as english } from '../../en/errors/requests'

export const requests: typeof english = {
  invalid_request: {
    title: 'De service heeft dit niet geaccepteerd',
    detail: 'Veld: {{field}}.',
    next: 'Controleer wat u hebt ingevoerd. De app is misschien ouder of nieuwer dan de service.',
  },
  invalid_token: {
    title: 'Uw sessie is beëindigd',
    next: 'Meld u opnieuw aan.',
  },
  insufficient_scope: {
    title: 'U kunt dit nu niet doen',
    next: 'Voltooi eerst het instellen van uw account of meld u opnieuw aan.',
  },
  precondition_failed: {
    title: 'Iemand heeft dit ondertussen gewijzigd',
    next: 'Laad het opnieuw en breng uw wijziging nog een keer aan.',
  },
  not_found: {
    title: 'Dit is er niet meer',
    next: 'Het is misschien elders verwijderd. De pagina is nu bijgewerkt.',
  },
  wrong_password: {
    title: 'Het huidige wachtwoord klopt niet',
    next: 'Controleer het en probeer het opnieuw.',
  },
  password_in_directory: {
    title: 'Dit wachtwoord hoort bij de directory van uw organisatie',
    next: 'Wijzig het waar de wachtwoorden van uw organisatie worden gewijzigd, bijvoorbeeld op uw werkcomputer.',
  },
  password_invalid: {
    title: 'Dit wachtwoord kan niet worden gebruikt',
    next: 'Kies een ander.',
    reasons: {
      too_short: 'Het is korter dan 8 tekens.',
      too_long: 'Het is langer dan 256 tekens.',
      too_common: 'Het is een van de eerste wachtwoorden die iemand zou proberen.',
      same: 'Het is hetzelfde als het huidige.',
    },
  },
  user_name_taken: {
    title: 'Deze gebruikersnaam is al in gebruik',
    next: 'Kies een andere gebruikersnaam, of zoek de persoon op in de lijst.',
  },
  last_administrator: {
    title: 'Dit is de laatste beheerder',
    next: 'Maak eerst iemand anders beheerder en probeer het daarna opnieuw.',
  },
  administrator_protected: {
    title: 'Dit is een beheerder',
    next: 'De helpdesk wijzigt niets bij beheerders. Vraag het een andere beheerder.',
  },
  own_account: {
    title: 'Dit is uw eigen account',
    next: 'Gebruik de pagina Beveiliging voor uw eigen methoden of vraag het een collega.',
  },
  caller_not_verified: {
    title: 'Verifieer eerst de beller',
    next: 'Vraag het de eigen telefoon van de persoon, of kies Zonder verificatie en geef een reden.',
  },
  agent_stopped: {
    title: 'U kunt nu geen bellers helpen',
    next: 'Iemand meldde dat er niemand belde. Vertel het een beheerder; na een uur is het voorbij.',
  },
  changed_since: {
    title: 'Deze persoon is sindsdien gewijzigd',
    next: 'Bij deze persoon is niets ongedaan gemaakt. Bekijk de huidige status en stel die zo nodig opnieuw in.',
  },
  undo_not_possible: {
    title: 'Deze wijziging kan niet ongedaan worden gemaakt',
    next: 'Alleen wijzigingen van de status kunnen binnen 24 uur ongedaan worden gemaakt. Wijzig de personen anders opnieuw.',
  },
  not_blocked: {
    title: 'Deze persoon is niet geblokkeerd',
    next: 'Er is niets ongedaan te maken. Lukt aanmelden nog steeds niet, bekijk dan de recente activiteit.',
  },
  rate_limited: {
    title: 'Te veel aanvragen',
    detail: 'Over {{retryAfter}} kunt u het opnieuw proberen.',
    next: 'Wacht even en probeer het opnieuw.',
  },
  step_up_required: {
    title: 'Verifieer opnieuw om dit te wijzigen',
    next: 'Probeer het opnieuw en voer de code in wanneer erom wordt gevraagd.',
  },
  service_unavailable: {
    title: 'De service is niet beschikbaar',
    next: 'Probeer het over een paar minuten opnieuw.',
  },
  internal_error: {
    title: 'Er is iets misgegaan in de service',
    next: 'Probeer het opnieuw. Neem met de details contact op met uw helpdesk als dit opnieuw gebeurt.',
  },
}
