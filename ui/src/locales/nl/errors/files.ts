// Pictures, files and the screen, from which accounts are read.

import type { files as english } from '../../en/errors/files'

export const files: typeof english = {
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
  import_cut_off: {
    title: 'Het bestand houdt te vroeg op',
    next: 'Regel {{line}} is de laatste, en het einde ontbreekt. Download het bestand opnieuw en kies het nieuwe.',
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
  import_token_refused: {
    title: 'Deze rij is geen bruikbaar token',
    next: 'Vergelijk de rij met de lijst van de fabrikant, verbeter haar en kies het bestand opnieuw.',
  },
  import_secret_ambiguous: {
    title: 'Het geheim kan op twee manieren worden gelezen',
    next: 'Noem de kolom ‘hex secret’, ‘base32 secret’ of ‘base64 secret’, zoals de fabrikant het schrijft, en kies het bestand opnieuw.',
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
}
