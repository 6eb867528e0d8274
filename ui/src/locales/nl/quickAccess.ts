// De app bij de hand: het systeemvak, het starten met de sessie, de sneltoets.

import type { quickAccess as english } from '../en/quickAccess'

export const quickAccess: typeof english = {
  title: 'Snelle toegang',
  hint: 'Gebruik Proofup terwijl het venster gesloten is. Alles hier staat uit totdat u het inschakelt.',
  trayFirst: 'Schakel eerst het pictogram in.',
  tray: {
    title: 'Systeemvak',
    icon: 'Een pictogram in het systeemvak weergeven',
    iconHint: 'Het menu kopieert de code van een vastgemaakt account. Zolang de authenticator ontgrendeld is, kan iedereen achter deze computer de accountnamen in het menu lezen.',
    close: 'Proofup in het systeemvak houden wanneer ik het venster sluit',
    closeHint: 'Kies Afsluiten in het menu van het pictogram om Proofup te stoppen.',
    hidden: 'Verborgen starten',
    hiddenHint: 'Het venster blijft verborgen totdat u het vanuit het systeemvak opent.',
  },
  session: {
    title: 'Starten wanneer ik mij aanmeld',
    hint: 'Proofup start wanneer u zich bij deze computer aanmeldt.',
  },
  shortcut: {
    title: 'Sneltoets',
    hint: 'Niet ingesteld. Een sneltoets haalt Proofup vanuit elk programma naar voren.',
    held: '{{keys}} haalt Proofup vanuit elk programma naar voren.',
    notHeld: '{{keys}} werkt niet: een ander programma gebruikt deze toetsen of uw bureaublad heeft ze niet toegestaan. Kies andere toetsen.',
    choose: 'Kiezen',
    chooseTitle: 'Een sneltoets kiezen',
    remove: 'Verwijderen',
    text: 'Houd Ctrl, Alt of de systeemtoets ingedrukt, samen met een letter, een cijfer, een functietoets of de spatiebalk. Uw bureaublad kan om toestemming vragen.',
    keys: 'Toetsen',
    press: 'Druk nu op de toetsen',
    missing: 'Druk eerst op de toetsen.',
  },
  obstacles: {
    no_tray: 'Dit bureaublad toont geen pictogrammen in het systeemvak. Installeer op GNOME de extensie AppIndicator.',
    no_tray_library: 'De bibliotheek libayatana-appindicator3 is niet geïnstalleerd. Installeer deze en start Proofup opnieuw.',
    wayland: "Op Wayland wijst het bureaublad sneltoetsen toe, en dit bureaublad geeft ze niet aan programma's. Stel er in de instellingen van het bureaublad een in voor de opdracht proofup-desktop: opnieuw starten haalt het venster naar voren.",
    no_display: 'Er is geen beeldscherm om toetsen aan te vragen.',
    demo: 'De demo wijzigt uw bureaubladsessie niet.',
    not_on_this_system: 'Nog niet beschikbaar op dit systeem.',
  },
}
