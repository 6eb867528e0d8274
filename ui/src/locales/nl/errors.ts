// What happened, and what to do next, for every code that can reach a person.

import type { errors as english } from '../en/errors'

export const errors: typeof english = {
  service_unreachable: {
    title: 'De service is niet bereikbaar',
    next: 'Controleer uw netwerkverbinding en het adres van de service bij Instellingen. Proofup blijft het proberen.',
  },
  service_not_started: {
    title: 'De service van de demo is niet gestart',
    detail: 'Het systeem meldt: {{detail}}.',
    next: 'Probeer het opnieuw. Gebeurt het weer, start de app dan opnieuw.',
  },
  service_answer_invalid: {
    title: 'Op dit adres is geen verificatieservice',
    next: 'Controleer het adres van de service bij Instellingen.',
  },
  signed_out: {
    title: 'U bent afgemeld',
    next: 'Meld u opnieuw aan.',
  },
  sign_in_over: {
    title: 'Deze aanmelding is voorbij',
    next: 'Meld u opnieuw aan.',
  },
  service_address_invalid: {
    title: 'Dit is geen adres van een service',
    reasons: {
      not_a_url: 'Het moet eruitzien als https://verify.example.com.',
      not_https: 'Het moet beginnen met https://.',
    },
    next: 'Voer het adres in dat u van uw organisatie hebt gekregen.',
  },
  vault_locked: {
    title: 'De authenticator is vergrendeld',
    next: 'Ontgrendel deze op de pagina Authenticator.',
  },
  vault_passphrase_needed: {
    title: 'Kies eerst een wachtwoordzin',
    next: 'Deze computer heeft geen sleutelring. Stel een wachtwoordzin in op de pagina Authenticator.',
  },
  vault_key_missing: {
    title: 'De sleutel van uw accounts is niet gevonden',
    detail: 'Gezocht in: {{asked}}.',
    next: 'Ontgrendel de sleutelring van uw systeem en probeer het opnieuw. Er is niets verwijderd.',
  },
  wrong_passphrase: {
    title: 'Onjuiste wachtwoordzin',
    next: 'Probeer het opnieuw.',
  },
  passphrase_too_short: {
    title: 'De wachtwoordzin is te kort',
    next: 'Gebruik ten minste acht tekens.',
  },
  key_of_another_vault: {
    title: 'Deze sleutel hoort bij een andere kluis',
    detail: 'Verwacht: {{expected}}, gevonden: {{found}}.',
    next: 'Zet de bijbehorende gegevensmap terug of gebruik de juiste sleutelring. Er is niets gewijzigd.',
  },
  vault_damaged: {
    title: 'Uw kluisbestand is beschadigd',
    next: 'Herstel een back-up. Proofup bewaart het beschadigde bestand.',
  },
  vault_newer: {
    title: 'Uw accounts zijn opgeslagen door een nieuwere versie van Proofup',
    next: 'Werk deze app bij en probeer het opnieuw. Er is niets gewijzigd.',
  },
  vault_too_costly: {
    title: 'Het openen van dit bestand zou te lang duren',
    next: 'Het is versleuteld met ongewoon trage instellingen. Herstel een back-up of neem contact op met uw helpdesk.',
  },
  vault_busy: {
    title: 'Een ander programma slaat uw accounts op',
    next: 'Wacht even en probeer het opnieuw.',
  },
  vault_changed_on_disk: {
    title: 'Uw accounts zijn door een ander programma gewijzigd',
    next: 'Open de pagina Authenticator opnieuw en herhaal de wijziging. Er is niets overschreven.',
  },
  vault_not_saved: {
    title: 'Uw accounts kunnen niet worden opgeslagen',
    detail: 'Het systeem meldt: {{detail}}.',
    next: 'Controleer of de schijf ruimte heeft en beschrijfbaar is. Er is niets verloren gegaan.',
  },
  backup_unreadable: {
    title: 'Deze back-up kan niet worden gelezen',
    next: 'Kies een andere back-up.',
  },
  vault_second_home_needed: {
    title: 'Bewaar eerst een tweede sleutel',
    next: 'Als de sleutelring van uw systeem verloren gaat, gaan de accounts mee verloren. Druk een herstelblad af of stel een wachtwoordzin in bij Instellingen, Kluis; voeg het account daarna toe.',
  },
  vault_last_home: {
    title: 'Stel eerst een andere manier van ontgrendelen in',
    next: 'Bevestig een herstelblad of stel een wachtwoordzin in. Daarna kunt u deze verwijderen.',
  },
  not_a_vault: {
    title: 'In deze map staat geen kluis',
    next: 'Kies de map met het bestand vault.age. Er is niets gewijzigd.',
  },
  folder_taken: {
    title: 'In deze map staat al een kluis',
    next: 'Kies een andere map. Proofup overschrijft nooit een kluis.',
  },
  move_cancelled: {
    title: 'Geannuleerd',
    next: 'De kluis staat nog waar deze stond. Er is niets gewijzigd.',
  },
  sheet_character: {
    title: 'Een herstelblad heeft dit teken niet',
    detail: 'Kijk naar groep {{group}}: {{character}}',
    next: 'Een herstelblad heeft alleen letters en cijfers. Vergelijk deze groep met het papier.',
  },
  sheet_incomplete: {
    title: 'Een deel van het herstelblad ontbreekt',
    detail: 'Kijk naar groep {{group}}.',
    next: 'Typ alle vijftien groepen. Ontbrekende tekens: {{missing}}.',
  },
  sheet_too_long: {
    title: 'Te veel tekens',
    detail: 'Kijk naar groep {{group}}.',
    next: 'Vergelijk met het papier. Tekens te veel: {{extra}}.',
  },
  sheet_mistyped: {
    title: 'Er is een teken verkeerd getypt',
    detail: 'Kijk naar groep {{groups}}.',
    next: 'Vergelijk het teken voor teken met het papier.',
  },
  sheet_piece_wrong: {
    title: 'Dit komt niet overeen met het herstelblad',
    detail: 'Kijk naar groep {{group}}.',
    next: 'Controleer het afgedrukte blad of druk het opnieuw af.',
  },
  quarantined_gone: {
    title: 'Deze vermelding is er niet meer',
    next: 'Open de pagina Authenticator opnieuw om de huidige lijst te zien.',
  },
  folder_not_absolute: {
    title: 'Typ het volledige pad van de map',
    next: 'Het begint met het station of met een schuine streep, bijvoorbeeld /home/ann/Documents/Vault.',
  },
  folder_not_text: {
    title: 'De naam van deze map kan niet worden gebruikt',
    next: 'Er staan tekens in die geen tekst zijn. Hernoem de map of kies een andere.',
  },
  vault_folder_missing: {
    title: 'De map van de kluis ontbreekt',
    next: 'Sluit de USB-stick of het station met de kluis aan en probeer het opnieuw. Er is geen nieuwe kluis gemaakt. Hebt u de kluis verplaatst, kies dan de map bij Instellingen, Kluis.',
  },
  keyring_unavailable: {
    title: 'De sleutelring antwoordt niet',
    detail: 'Het systeem meldt: {{detail}}.',
    next: 'Ontgrendel of start de sleutelring van uw systeem en probeer het opnieuw.',
  },
  link_not_otpauth: {
    title: 'Dit is geen koppeling naar een account',
    next: 'De koppeling moet beginnen met otpauth://. Kopieer de hele koppeling.',
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
  picture_unreadable: {
    title: 'Deze afbeelding kan niet worden gelezen',
    next: 'Kies een PNG- of JPEG-afbeelding.',
  },
  picture_too_large: {
    title: 'De afbeelding is te groot',
    next: 'Snijd de afbeelding bij tot de QR-code en probeer het opnieuw.',
  },
  picture_too_busy: {
    title: 'Te veel in deze afbeelding lijkt op een QR-code',
    next: 'Snijd de afbeelding bij tot de QR-code en probeer het opnieuw.',
  },
  picture_without_qr: {
    title: 'Deze afbeelding bevat geen QR-code',
    next: 'Gebruik een scherpe afbeelding met de hele code en de witte rand.',
  },
  picture_text_unreadable: {
    title: 'De tekst van deze QR-code kan niet worden gelezen',
    next: 'De code gebruikt een onbekende codering. Vraag de uitgever om de koppeling of de geheime sleutel.',
  },
  picture_without_account: {
    title: 'De QR-code in deze afbeelding is geen account',
    next: 'Gebruik de QR-code die de uitgever voor authenticator-apps toont.',
  },
  picture_without_link: {
    title: 'De QR-code in deze afbeelding is geen koppeling van Proofup',
    next: 'Gebruik de QR-code die de instelpagina of uw organisatie toont.',
  },
  qr_too_long: {
    title: 'Dit account past niet in een QR-code',
    next: 'De namen zijn te lang. Kort ze in of exporteer het als koppeling.',
  },
  import_unrecognised: {
    title: 'Dit is geen bekend exportbestand',
    next: 'Exporteer de accounts opnieuw in de andere app, als eigen bestand of als otpauth-links, en kies dat bestand.',
  },
  import_too_large: {
    title: 'Het bestand is te groot',
    next: 'Een export heeft hooguit 64 MB en 20.000 vermeldingen. Kies de export zelf, niet een archief eromheen.',
  },
  import_password_needed: {
    title: 'Het bestand is versleuteld',
    next: 'Voer het wachtwoord in dat bij het exporteren is gekozen.',
  },
  import_password_wrong: {
    title: 'Dit is niet het wachtwoord van het bestand',
    next: 'Voer het wachtwoord in dat bij het exporteren is gekozen. Het kan een ander zijn dan dat van de app.',
  },
  import_password_or_damaged: {
    title: 'Het wachtwoord is onjuist of het bestand is beschadigd',
    next: 'Probeer het wachtwoord opnieuw. Klopt het, exporteer de accounts dan nog een keer.',
  },
  import_damaged: {
    title: 'Het bestand is beschadigd',
    next: 'Er ontbreekt een deel of er is iets gewijzigd. Exporteer de accounts opnieuw en kies het nieuwe bestand.',
  },
  import_version_unsupported: {
    title: 'Het bestand komt uit een nieuwere app',
    next: 'Deze versie is hier nog niet bekend. Werk Proofup bij of exporteer in een ouder formaat.',
  },
  import_variant_unsupported: {
    title: 'Dit soort bestand kan alleen in de eigen app worden geopend',
    next: 'Exporteer opnieuw met een eigen wachtwoord, of zonder versleuteling.',
  },
  import_too_costly: {
    title: 'Het bestand openen kost te veel werk',
    next: 'Het vraagt meer dan elke bekende export. Exporteer opnieuw met de gebruikelijke instellingen.',
  },
  import_memory: {
    title: 'Het bestand openen kost veel geheugen',
    next: 'Er is een paar seconden ongeveer {{megabytes}} MB nodig. Sluit eerst andere programma’s als er weinig geheugen is en ga dan door.',
  },
  import_gone: {
    title: 'Het bestand is niet meer geopend',
    next: 'Kies het bestand opnieuw.',
  },
  import_cancelled: {
    title: 'De import is geannuleerd',
    next: 'Kies het bestand opnieuw wanneer u wilt.',
  },
  import_secret_elsewhere: {
    title: 'Het bestand bevat hiervoor geen geheime sleutel',
    next: 'De geheime sleutel blijft op de telefoon. Stel het account bij de dienst opnieuw in.',
  },
  import_entry_damaged: {
    title: 'Deze vermelding is beschadigd',
    next: 'Exporteer opnieuw, of stel het account bij de dienst opnieuw in.',
  },
  clipboard_without_picture: {
    title: 'Er staat geen afbeelding op het klembord',
    next: 'Kopieer een afbeelding met de QR-code en probeer het opnieuw.',
  },
  screen_unavailable: {
    title: 'Het scherm kan hier niet worden vastgelegd',
    detail: 'Het systeem meldt: {{detail}}.',
    next: 'Maak een schermafbeelding met uw bureaublad en kies het bestand of plak de afbeelding.',
  },
  screen_refused: {
    title: 'Het vastleggen van het scherm is niet toegestaan',
    next: 'Probeer het opnieuw en sta het toe, of kies een afbeeldingsbestand.',
  },
  draft_gone: {
    title: 'Dit voorbeeld is verlopen',
    next: 'Lees de koppeling of de afbeelding opnieuw.',
  },
  setup_gone: {
    title: 'Deze instelling is voorbij',
    next: 'Genereer een nieuwe QR-code.',
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
  token_file_invalid: {
    title: 'Dit bestand kan niet worden gelezen',
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
  app_password_limit_reached: {
    title: 'U hebt het maximum aan app-wachtwoorden bereikt',
    detail: 'Maximaal: {{limit}}.',
    next: 'Verwijder er één om een nieuw te maken.',
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
  vault_already_there: {
    title: 'Er zijn al accounts',
    next: 'Ontgrendel ze met de bijbehorende wachtwoordzin. Er is niets overschreven.',
  },
  passphrase_unavailable: {
    title: 'De wachtwoordzin kan niet worden opgehaald',
    detail: 'Het systeem meldt: {{detail}}.',
    next: 'Controleer het bestand of de opdracht die hiervoor is ingesteld en probeer het opnieuw.',
  },
  key_file_damaged: {
    title: 'Het bestand met de sleutel van uw accounts is beschadigd',
    next: 'Zet de gegevensmap terug uit een kopie van uw computer of ontgrendel de sleutelring en probeer het opnieuw. Er is niets verwijderd.',
  },
  code_not_shown: {
    title: 'Deze code wordt niet meer weergegeven',
    next: 'Kopieer de code die nu wordt weergegeven.',
  },
}
