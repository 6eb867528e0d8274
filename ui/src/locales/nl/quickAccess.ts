// De app bij de hand: het systeemvak, het starten met de sessie, de sneltoets.

import type { quickAccess as english } from '../en/quickAccess'

export const quickAccess: typeof english = {
  title: 'Snelle toegang',
  hint: 'Proofup bij de hand terwijl het venster gesloten is. Alles staat uit totdat u het inschakelt.',
  trayFirst: 'Schakel eerst het pictogram in.',
  tray: {
    title: 'Systeemvak',
    icon: 'Pictogram in het systeemvak',
    iconHint: 'Kies in het menu een vastgemaakt account, en de code staat op het klembord. Zolang de authenticator ontgrendeld is, kan iedereen achter deze computer de namen in het menu lezen.',
    close: 'Het venster sluiten laat Proofup in het systeemvak',
    closeHint: 'Kies Afsluiten in het menu van het pictogram om te stoppen.',
    hidden: 'Verborgen starten',
    hiddenHint: 'Het venster blijft weg totdat u het vanuit het systeemvak opent.',
  },
  session: {
    title: 'Starten met de sessie',
    hint: 'Proofup start wanneer u zich bij deze computer aanmeldt.',
  },
  shortcut: {
    title: 'Sneltoets',
    hint: 'Geen. Toetsen die Proofup vanuit elk programma naar voren halen.',
    held: '{{keys}} haalt Proofup vanuit elk programma naar voren.',
    notHeld: '{{keys}} doet nu niets: een ander programma heeft deze toetsen, of uw bureaublad gaf ze niet. Kies opnieuw toetsen.',
    choose: 'Kiezen',
    chooseTitle: 'Een sneltoets kiezen',
    remove: 'Verwijderen',
    text: 'Houd Ctrl, Alt of de systeemtoets ingedrukt, samen met een letter, een cijfer, een functietoets of de spatiebalk. Uw bureaublad kan om toestemming vragen.',
    keys: 'Toetsen',
    press: 'Druk nu op de toetsen',
    missing: 'Druk eerst op de toetsen.',
  },
  obstacles: {
    no_tray: "Dit bureaublad toont geen pictogrammen van programma's. GNOME heeft daarvoor de extensie AppIndicator nodig.",
    no_tray_library: 'De bibliotheek libayatana-appindicator3 is niet geïnstalleerd. Installeer deze en start Proofup opnieuw.',
    wayland: 'Op Wayland geeft het bureaublad sneltoetsen, en dit geeft ze niet aan programma’s. Stel er een in bij de instellingen ervan, voor de opdracht proofup-desktop: een tweede start haalt het venster naar voren.',
    no_display: 'Er is geen beeldscherm om toetsen aan te vragen.',
    demo: 'De demo laat uw eigen sessie met rust.',
    not_on_this_system: 'Nog niet beschikbaar op dit systeem.',
  },
}
