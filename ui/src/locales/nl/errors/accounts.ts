// Accounts of the authenticator, and links that bring them.

import type { accounts as english } from '../../en/errors/accounts'

export const accounts: typeof english = {
  link_not_otpauth: {
    title: 'Dit is geen koppeling naar een account',
    next: 'De koppeling moet beginnen met otpauth://. Kopieer de hele koppeling.',
  },
  link_broken: {
    title: 'De link is in regels gebroken',
    next: 'Een deel van de geheime sleutel kan ontbreken, dus er is niets van toegevoegd. Plak de link op één regel, of scan de QR-code.',
  },
  link_too_long: {
    title: 'De koppeling is te lang',
    next: 'Vraag de uitgever om een andere koppeling.',
  },
  link_kind_unknown: {
    title: 'De koppeling vraagt om een onbekend soort code',
    detail: 'Gevonden: {{value}}.',
    next: 'Vraag de uitgever om een andere koppeling.',
  },
  link_export_damaged: {
    title: 'Deze export kan niet worden gelezen',
    next: 'Een deel ontbreekt of is beschadigd. Toon de QR-code opnieuw in de andere app en scan deze nog een keer.',
  },
  export_value_unknown: {
    title: 'De export bevat een onbekende soort item',
    detail: 'Gevonden: {{field}} {{value}}.',
    next: 'Voeg dit account toe met zijn eigen QR-code of handmatig.',
  },
  secret_missing: {
    title: 'De geheime sleutel ontbreekt',
    next: 'Kopieer de hele koppeling of voer de geheime sleutel in.',
  },
  secret_not_base32: {
    title: 'Dit is geen geheime sleutel',
    detail: 'Verkeerd teken: {{character}}, op positie {{position}}.',
    next: 'Een geheime sleutel bestaat uit de letters A tot en met Z en de cijfers 2 tot en met 7. Corrigeer de sleutel en probeer het opnieuw.',
  },
  secret_too_long: {
    title: 'De geheime sleutel is te lang',
    next: 'Corrigeer het en probeer het opnieuw.',
  },
  algorithm_unknown: {
    title: 'Dit algoritme is onbekend',
    detail: 'Gevonden: {{value}}.',
    next: 'Proofup ondersteunt SHA1, SHA256 en SHA512. Vraag de uitgever om een andere koppeling.',
  },
  steam_needs_sha1: {
    title: 'Steam-codes hebben SHA1 nodig',
    detail: 'Gevonden: {{value}}.',
    next: 'Kies SHA1.',
  },
  digits_out_of_range: {
    title: 'Dit aantal cijfers is niet mogelijk',
    detail: 'Gevonden: {{value}}.',
    next: 'Een code heeft 1 tot 9 cijfers; een Steam-code heeft 5 tekens.',
  },
  period_out_of_range: {
    title: 'Dit tijdsinterval is niet mogelijk',
    detail: 'Gevonden: {{value}}.',
    next: 'Gebruik 1 tot 86.400 seconden. De meeste accounts gebruiken 30.',
  },
  counter_out_of_range: {
    title: 'Deze teller is niet mogelijk',
    detail: 'Gevonden: {{value}}.',
    next: 'Gebruik 0 of een hoger geheel getal.',
  },
  account_name_empty: {
    title: 'Het account heeft een naam nodig',
    next: 'Voer een uitgever of een accountnaam in.',
  },
  account_name_too_long: {
    title: 'De naam is te lang',
    next: 'Gebruik maximaal 256 tekens.',
  },
  account_name_invalid: {
    title: 'De naam bevat tekens die niet kunnen worden weergegeven',
    next: 'Typ de naam in plaats van die te plakken.',
  },
  note_too_long: {
    title: 'De notitie is te lang',
    next: 'Gebruik maximaal {{most}} tekens.',
  },
  tag_too_long: {
    title: 'Het label is te lang',
    next: 'Gebruik maximaal {{most}} tekens.',
  },
  tags_too_many: {
    title: 'Te veel labels',
    next: 'Een account kan maximaal {{most}} labels hebben. Verwijder er eerst een.',
  },
  icon_too_large: {
    title: 'De afbeelding is te groot',
    next: 'Kies een afbeelding van maximaal 10 MB.',
  },
  account_exists: {
    title: 'U hebt dit account al',
    next: 'U kunt de codes van het account in de lijst gebruiken.',
  },
  account_gone: {
    title: 'Dit account is er niet meer',
    next: 'De lijst toont nu wat er is.',
  },
}
