// Why a sign-in or a request came to nothing.

import type { signIn as english } from '../../en/errors/signIn'

export const signIn: typeof english = {
  invalid_credentials: {
    title: 'Gebruikersnaam of wachtwoord is niet juist',
    next: 'Controleer beide en probeer het opnieuw.',
  },
  invalid_authentication: {
    title: 'Deze aanmelding is voorbij',
    next: 'Meld u opnieuw aan.',
  },
  invalid_app_code: {
    title: 'Deze code is niet juist',
    next: 'Voer de code in die de app nu toont. Blijft het mislukken, controleer dan de tijd op uw apparaat.',
  },
  code_not_entered: {
    title: 'Er is geen code ingevoerd',
    next: 'Verzend de code opnieuw en gebruik het nieuwste bericht.',
  },
  activation_code_unknown: {
    title: 'Onbekende activeringscode',
    next: 'Controleer de code of genereer een nieuwe QR-code en scan die.',
  },
  activation_code_expired: {
    title: 'Deze activeringscode is verlopen',
    next: 'Genereer een nieuwe QR-code en scan die.',
  },
  activation_code_used: {
    title: 'Deze activeringscode is al gebruikt',
    next: 'Elke code werkt voor één apparaat. Genereer een nieuwe QR-code voor een ander apparaat.',
  },
  not_an_activated_account: {
    title: 'De verificatieaanvraag hoort niet bij een geactiveerd account',
    next: 'Stel dit apparaat opnieuw in: verwijder het account hier, druk op Instellen en scan de nieuwe QR-code.',
  },
  decision_not_signed: {
    title: 'De service neemt het antwoord van dit apparaat niet aan',
    next: 'Stel dit apparaat opnieuw in op de pagina Beveiliging.',
  },
  number_mismatch: {
    title: 'Het getal kwam niet overeen',
    next: 'Deze aanvraag is beëindigd om uw account te beschermen. Begin opnieuw met aanmelden.',
  },
  request_decided: {
    title: 'Deze aanvraag is al beantwoord',
    next: 'Hebt u dat niet zelf gedaan? Wijzig uw wachtwoord en neem contact op met uw helpdesk.',
  },
  request_expired: {
    title: 'Deze aanvraag is verlopen',
    next: 'Begin opnieuw met aanmelden en antwoord binnen een minuut.',
  },
  in_progress: {
    title: 'Er wachten andere aanvragen op uw apparaat',
    detail: 'De oudste eindigt over {{retryAfter}}.',
    next: 'Beantwoord ze op uw apparaat of gebruik een andere verificatieoptie.',
  },
  push_paused: {
    title: 'Meldingen zijn gepauzeerd',
    detail: 'U kunt ze over {{retryAfter}} weer gebruiken.',
    next: 'Meerdere aanvragen wachten of zijn niet goedgekeurd. Gebruik een andere verificatieoptie.',
  },
  user_declined: {
    title: 'De aanvraag is op uw apparaat geweigerd',
    next: 'Was dat een vergissing, verzend de aanvraag dan opnieuw. Probeerde iemand anders zich aan te melden, wijzig dan uw wachtwoord.',
  },
  push_no_response: {
    title: 'Niemand heeft de melding beantwoord',
    next: 'Verzend de melding opnieuw of gebruik een andere verificatieoptie.',
  },
  activation_invalid: {
    title: 'Dit is geen activeringskoppeling',
    next: 'Kopieer de koppeling, of de code en de URL, opnieuw van de instelpagina.',
  },
  device_key_unavailable: {
    title: 'De sleutel van dit apparaat kan niet worden bewaard of gelezen',
    next: 'Ontgrendel uw sleutelring of, op de pagina Authenticator, uw accounts en probeer het opnieuw.',
  },
  account_locked: {
    title: 'Te veel onjuiste pogingen',
    detail: 'Over {{retryAfter}} kunt u het opnieuw proberen.',
    next: 'Wacht en probeer het opnieuw, of vraag uw helpdesk de wachttijd te beëindigen.',
  },
  user_blocked: {
    title: 'Uw account is geblokkeerd',
    next: 'Neem contact op met uw helpdesk.',
  },
  phone_unreachable: {
    title: 'Uw telefoon is niet bereikbaar',
    reasons: {
      busy: 'De lijn was bezet of de oproep is geweigerd.',
      no_answer: 'Er werd niet opgenomen.',
      not_delivered: 'Het sms-bericht kon niet worden bezorgd.',
      opted_out: 'Sms-berichten naar deze telefoon zijn stopgezet. Stuur START naar het nummer van de afzender en probeer het opnieuw.',
      gateway: 'Er kan op dit moment niet worden gebeld en er kunnen geen sms-berichten worden verzonden.',
    },
    next: 'Gebruik een andere verificatieoptie.',
  },
  user_not_found: {
    title: 'Gebruikersnaam of wachtwoord is niet juist',
    next: 'Controleer beide en probeer het opnieuw.',
  },
  duplicate_attempt: {
    title: 'Deze aanmelding is op hetzelfde moment twee keer beantwoord',
    next: 'Eén antwoord telde. Bent u nu niet aangemeld, meld u dan opnieuw aan.',
  },
  push_not_delivered: {
    title: 'De melding heeft uw apparaat niet bereikt',
    next: 'Open de app op uw apparaat en controleer of het online is. Verzend de melding dan opnieuw of gebruik een andere verificatieoptie.',
  },
  phone_number_invalid_format: {
    title: 'Dit telefoonnummer is in deze vorm niet bereikbaar',
    next: 'Gebruik een andere verificatieoptie. Corrigeer daarna het nummer op de pagina Beveiliging of vraag uw beheerder.',
  },
  app_not_activated: {
    title: 'De verificatieaanvraag hoort niet bij een geactiveerd account',
    next: 'Gebruik een andere verificatieoptie. Stel daarna de app opnieuw in op de pagina Beveiliging.',
  },
  misconfiguration: {
    title: 'De service van uw organisatie kan geen sms-berichten verzenden en niet bellen',
    next: 'Gebruik een andere verificatieoptie en geef de details door aan uw helpdesk.',
  },
  call_went_to_voicemail: {
    title: 'Uw voicemail heeft de oproep beantwoord',
    next: 'Laat opnieuw bellen, neem zelf op en druk op #.',
  },
  call_hung_up: {
    title: 'Het gesprek eindigde voordat u op # drukte',
    next: 'Laat opnieuw bellen, neem op en druk op #.',
  },
  fraud_reported: {
    title: 'Deze aanmelding is als fraude gemeld',
    next: 'Op een van uw apparaten is "Dit was ik niet" gekozen, dus deze aanmelding is beëindigd. Was dat een vergissing, meld u dan opnieuw aan. Is uw account geblokkeerd, vraag uw helpdesk dan de blokkering op te heffen.',
  },
  no_methods_registered: {
    title: 'Er is geen verificatiemethode die u kunt gebruiken',
    next: 'Neem contact op met uw helpdesk om er opnieuw een in te stellen.',
  },
  method_disabled: {
    title: 'Uw organisatie heeft deze methode uitgeschakeld',
    next: 'Gebruik een andere verificatieoptie.',
  },
  app_password_invalid: {
    title: 'Dit app-wachtwoord is niet geldig',
    next: 'Controleer het of maak een nieuw.',
  },
  app_password_required: {
    title: 'Deze app heeft een app-wachtwoord nodig',
    next: 'Maak er een en voer dat in, in plaats van uw wachtwoord.',
  },
  service_error: {
    title: 'Er is iets misgegaan in de service',
    next: 'Probeer het opnieuw. Neem met de details contact op met uw helpdesk als dit opnieuw gebeurt.',
  },
}
