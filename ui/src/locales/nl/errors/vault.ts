// The vault, its key and its folder.

import type { vault as english } from '../../en/errors/vault'

export const vault: typeof english = {
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
