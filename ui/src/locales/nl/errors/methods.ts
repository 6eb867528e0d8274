// Phones, apps, tokens, and their codes.

import type { methods as english } from '../../en/errors/methods'

export const methods: typeof english = {
  phone_number_invalid: {
    title: 'Dit is geen telefoonnummer',
    reasons: {
      country_code_missing: 'De landcode ontbreekt. Kies het land of de regio.',
      country_code_unknown: 'Geen land of regio heeft deze code.',
      too_short: 'Het heeft te weinig cijfers voor dit land of deze regio.',
      too_long: 'Het heeft te veel cijfers voor dit land of deze regio.',
      not_a_number: 'Het bevat tekens die in geen telefoonnummer voorkomen.',
      not_in_use: 'Geen nummer in dit land of deze regio begint zo.',
      opted_out: 'Sms-berichten naar dit nummer zijn stopgezet. Stuur START naar het nummer van de afzender en probeer het opnieuw.',
      extension_not_allowed: 'Alleen de bureautelefoon kan een toestelnummer hebben.',
    },
    next: 'Corrigeer het en probeer het opnieuw.',
  },
  phone_type_exists: {
    title: 'Voor deze telefoon is er al een nummer',
    next: 'Wijzig in plaats daarvan dat nummer.',
  },
  text_not_sent: {
    title: 'Het sms-bericht kon niet worden verzonden',
    next: 'Controleer het nummer en probeer het opnieuw of gebruik een andere methode.',
  },
  call_not_placed: {
    title: 'De oproep kon niet worden gestart',
    next: 'Controleer het nummer en probeer het opnieuw, of gebruik een andere methode.',
  },
  authentication_phone_needed: {
    title: 'Stel eerst de telefoon voor verificatie in',
    next: 'Daarna kunt u een alternatieve telefoon voor verificatie toevoegen.',
  },
  alternate_phone_exists: {
    title: 'De alternatieve telefoon voor verificatie is hiervan afhankelijk',
    next: 'Verwijder eerst de alternatieve telefoon voor verificatie.',
  },
  display_name_invalid: {
    title: 'Deze naam is niet mogelijk',
    reasons: {
      empty: 'De naam is leeg.',
      too_long: 'De naam heeft meer dan 64 tekens.',
      control_characters: 'De naam bevat tekens die niet kunnen worden weergegeven.',
    },
    next: 'Kies een andere naam.',
  },
  method_not_allowed: {
    title: 'Deze methode is niet toegestaan door uw organisatie',
    next: 'Kies een andere methode of vraag het uw beheerder.',
  },
  last_method: {
    title: 'Uw laatste methode kan niet worden verwijderd',
    next: 'Zonder deze methode kunt u zich niet meer aanmelden. Voeg eerst een andere toe en verwijder daarna deze.',
  },
  preferred_method_not_usable: {
    title: 'Deze optie kan niet uw voorkeursoptie zijn',
    next: 'Stel deze eerst in of kies een andere.',
  },
  oath_limit_reached: {
    title: 'U hebt het maximum aan authenticator-apps en hardwaretokens bereikt',
    detail: 'Maximaal: {{limit}}.',
    next: 'Verwijder er eerst één.',
  },
  hardware_token_not_found: {
    title: 'Dit hardwaretoken kan niet worden toegevoegd',
    next: 'Controleer het serienummer op de achterkant. Klopt het, vraag dan uw helpdesk: het token is misschien voor iemand anders bedoeld.',
  },
  hardware_token_exists: {
    title: 'U hebt dit hardwaretoken al',
    next: 'Het staat in de lijst van uw hardwaretokens.',
  },
  hardware_token_not_valid: {
    title: 'Dit hardwaretoken kan nu niet worden gebruikt',
    next: 'Het is nog niet of niet meer geldig. Vraag uw helpdesk om een ander.',
  },
  codes_not_consecutive: {
    title: 'Dit zijn geen twee codes na elkaar',
    next: 'Voer de code in die het token toont en daarna de eerstvolgende. Beide moeten nieuw zijn.',
  },
  hardware_token_in_use: {
    title: 'Dit hardwaretoken hoort bij iemands account',
    next: 'Hef eerst de toewijzing op.',
  },
  token_file_invalid: {
    title: 'Dit bestand kan niet worden gelezen',
    reasons: {
      too_large: 'Het bestand is te groot.',
      too_many_tokens: 'Het bevat te veel tokens. Splits het in meerdere bestanden.',
      not_text: 'Het is geen tekst in UTF-8.',
      empty: 'Het bevat geen tokens.',
      wrong_header: 'De eerste rij noemt niet elke kolom die een token nodig heeft precies eenmaal.',
      not_csv: 'Het kan niet in rijen worden gesplitst.',
      doctype: 'Het bevat een DOCTYPE; dat wordt niet geaccepteerd.',
      not_xml: 'De XML is beschadigd.',
      ends_too_early: 'Het eindigt te vroeg.',
      no_container: 'Het is XML, maar geen lijst met tokens.',
      version_unsupported: 'De versie wordt niet ondersteund.',
      key_needed: 'Het is versleuteld en vereist een wachtwoord of sleutel.',
      key_method_unsupported: 'De manier waarop de sleutel is afgeleid of verpakt, wordt niet ondersteund.',
      derivation_invalid: 'De parameters van de sleutel zijn onjuist of te groot.',
    },
    next: 'Controleer of het de lijst met hardwaretokens is zoals de fabrikant die heeft geleverd.',
  },
  incorrect_code: {
    title: 'Deze code is niet juist',
    detail_one: 'Nog {{triesLeft}} poging.',
    detail_other: 'Nog {{triesLeft}} pogingen.',
    next: 'Controleer de code en voer deze opnieuw in.',
  },
  code_expired: {
    title: 'De code is verlopen',
    next: 'Vraag een nieuwe code aan en voer die in.',
  },
  code_superseded: {
    title: 'Er is een nieuwere code verzonden',
    next: 'Voer de code uit het nieuwste bericht in.',
  },
  code_already_used: {
    title: 'Deze code is al gebruikt',
    next: 'Wacht op de volgende code van de app of verzend een nieuwe.',
  },
  too_many_incorrect_codes: {
    title: 'Te veel onjuiste codes',
    detail: 'Over {{retryAfter}} kunt u het opnieuw proberen.',
    next: 'Begin opnieuw.',
  },
  registration_not_required: {
    title: 'Uw account is al ingesteld',
    next: 'Open de pagina Beveiliging om uw methoden te wijzigen.',
  },
  registration_incomplete: {
    title: 'Er is nog geen methode geverifieerd',
    next: 'Verifieer eerst een telefoon of een authenticator-app.',
  },
}
