// The help page.

import type { help as english } from '../en/help'

export const help: typeof english = {
  title: 'Help',
  hint: 'Zoek uw vraag, of zoek naar een foutcode die een app toont.',
  search: 'Zoeken in help en foutcodes',
  found_one: '{{count}} resultaat',
  found_other: '{{count}} resultaten',
  nothingTitle: 'Niets gevonden voor "{{search}}"',
  nothingText: 'Probeer minder of andere woorden. Met de details van deze app kan uw helpdesk u verder helpen.',
  errorCodes: 'Foutcodes',
  groups: {
    signIn: 'Aanmelden',
    devices: 'Telefoons, apps en tokens',
    apps: 'E-mail en andere apps',
    authenticator: 'Authenticator',
    safety: 'Veiligheid en privacy',
  },
  topics: {
    codesRefused: {
      title: 'Mijn codes worden geweigerd',
      steps: [
        'Codes hangen af van de tijd. Controleer of het apparaat dat ze maakt de klok automatisch instelt.',
        'Wacht op de volgende code en voer die in terwijl hij wordt weergegeven. Elke code werkt maar één keer.',
        'Gebruikt u een hardwaretoken? Kies "$t(hardwareToken.resync)" ernaast op de pagina Beveiliging.',
      ],
      words: 'verkeerde code ongeldig onjuist klok tijd afwijking otp totp oath',
    },
    noText: {
      title: 'Een sms-bericht komt niet aan',
      steps: [
        'Wacht een minuut en kies dan "$t(code.resend)". Alleen de nieuwste code werkt.',
        'Controleer of uw telefoon bereik heeft en berichten van onbekende afzenders niet blokkeert.',
        'Kies "$t(signIn.differentOption)" als u nog een methode hebt ingesteld.',
        'Een authenticator-app heeft geen bereik nodig. Stel er een in, dan houdt dit u niet meer tegen.',
      ],
      words: 'sms vertraging laat bereik roaming buitenland',
    },
    noCall: {
      title: 'Een oproep of melding komt niet aan',
      steps: [
        'Schakel niet storen, batterijbesparing en het blokkeren van oproepen uit op uw telefoon, en controleer het bereik.',
        'Sommige telefoonmaatschappijen tonen het nummer van de beller niet. Beantwoord de oproep en druk op #.',
        'Een melding wacht in Proofup op uw andere apparaat, onder "$t(navigation.approvals)". Open die daar.',
        'Kies "$t(signIn.differentOption)" als u nog een methode hebt ingesteld.',
      ],
      words: 'push spraak telefoon bellen anoniem nummerweergave goedkeuren',
    },
    noMethod: {
      title: 'Ik kan geen van mijn methoden gebruiken',
      steps: [
        'Kies bij het aanmelden "$t(signIn.differentOption)" om elke methode te zien die u hebt ingesteld.',
        'Werkt geen enkele, bel dan uw helpdesk. Die kan u één keer zonder tweede stap laten aanmelden, of uw methoden opnieuw laten instellen.',
        'Geef de details van deze app door, dan vindt de helpdesk u snel.',
      ],
      words: 'buitengesloten alles kwijt overslaan opnieuw instellen',
    },
    locked: {
      title: 'Mijn account is vergrendeld of geblokkeerd',
      steps: [
        'Na te veel verkeerde wachtwoorden of codes kunt u zich na een tijdje vanzelf weer aanmelden. Het bericht zegt hoelang dat duurt.',
        'Zegt het bericht dat u geblokkeerd bent, dan kan alleen uw helpdesk dat wijzigen.',
        'Hebt u zelf niet geprobeerd u aan te melden, wijzig dan uw wachtwoord zodra u bent aangemeld.',
      ],
      words: 'vergrendeling te veel pogingen user_blocked account_locked',
    },
    askedEveryTime: {
      title: 'Ik word elke keer om een code gevraagd',
      steps: [
        'Kies "niet opnieuw vragen" wanneer u de code invoert. Dat geldt voor deze computer, zoveel dagen als uw organisatie toestaat.',
        'Ziet u die keuze niet, dan staat uw organisatie dit niet toe.',
        'Nadat u uw wachtwoord hebt gewijzigd, wordt op alle computers opnieuw om een code gevraagd.',
      ],
      words: 'onthouden vertrouwd apparaat opnieuw',
    },
    changePassword: {
      title: 'Ik wil mijn wachtwoord wijzigen',
      steps: ['U hebt uw huidige wachtwoord en een tweede stap nodig.', 'Andere apparaten worden afgemeld, en app-wachtwoorden worden verwijderd tenzij u ze behoudt.'],
      words: 'wachtwoord nieuw vergeten',
    },
    lostPhone: {
      title: 'Mijn telefoon is kwijt of gestolen',
      steps: [
        'Verwijder de telefoon en de authenticator-app erop op de pagina Beveiliging. Stel eerst een andere methode in als u geen andere hebt.',
        'Verwijder de app-wachtwoorden die erop werden gebruikt. Weet u niet welke, verwijder ze dan allemaal.',
        'Kies "$t(securityInfo.restoreButton)" naast uw vertrouwde apparaten, zodat op elk apparaat weer om een tweede stap wordt gevraagd.',
        'Waarschuw uw telefoonmaatschappij en uw helpdesk.',
      ],
      words: 'verloren gestolen apparaat tablet laptop weg',
    },
    newPhone: {
      title: 'Ik heb een nieuwe telefoon',
      steps: [
        'Houd de oude telefoon tot de nieuwe is ingesteld.',
        'Installeer een authenticator-app op de nieuwe telefoon en scan de QR-code die verschijnt.',
        'Verwijder daarna de oude telefoon uit de lijst.',
      ],
      words: 'vervangen andere telefoon overzetten',
    },
    newNumber: {
      title: 'Mijn telefoonnummer is gewijzigd',
      steps: ['We sturen een code naar het nieuwe nummer of bellen het. Het oude nummer geldt tot het nieuwe is geverifieerd.', 'Heeft uw organisatie het nummer ingesteld, vraag het dan uw beheerder.'],
      words: 'sim nummer mobiel kantoor toestelnummer',
    },
    notActivated: {
      title: '"De verificatieaanvraag hoort niet bij een geactiveerd account"',
      steps: [
        'De app die werd gevraagd, is niet meer geregistreerd voor uw account.',
        'Verwijder het account uit de app.',
        'Stel de app opnieuw in en scan de nieuwe QR-code.',
      ],
      words: 'app_not_activated not_an_activated_account opnieuw installeren',
    },
    gotToken: {
      title: 'Ik heb een hardwaretoken gekregen',
      steps: ['Houd het token bij de hand: het serienummer staat op de achterkant.', 'Voer het serienummer in en de code die het token toont.'],
      words: 'sleutelhanger sleutelbos yubikey oath serienummer',
    },
    mailApp: {
      title: 'Een e-mailapp meldt zich niet aan',
      steps: [
        'Apps die niet om een code kunnen vragen, hebben een app-wachtwoord nodig in plaats van uw wachtwoord.',
        'Maak er een voor elk apparaat en voer het in waar de app om uw wachtwoord vraagt.',
        'Verwijder het wachtwoord dat de app had opgeslagen en start de app opnieuw.',
      ],
      words: 'outlook thunderbird apple mail imap smtp pop3 activesync agenda printer scanner app_password_required',
    },
    nonBrowser: {
      title: 'Een app toont 0x800434D4L',
      steps: [
        'Deze app kan zich niet aanmelden bij accounts met verificatie in twee stappen.',
        'Maak voor een gewoon account een app-wachtwoord en voer het in de app in.',
        'Met app-wachtwoorden kunt u geen beheerwerk doen. Beheerders gebruiken daarvoor een apart account.',
      ],
      words: '800434d4 powershell office niet-browser beheerder',
    },
    noAppPassword: {
      title: 'Ik kan geen app-wachtwoord maken',
      steps: [
        'De pagina met app-wachtwoorden zegt waarom. Misschien staat uw organisatie ze niet toe, of heeft uw account ze niet nodig.',
        'U kunt er hoogstens 40 hebben. Verwijder er een die niet meer wordt gebruikt om plaats te maken.',
        'Elke naam kan maar één keer worden gebruikt.',
      ],
      words: 'tabblad ontbreekt grijs maximum 40 app_passwords_not_allowed',
    },
    addAccount: {
      title: 'Een account toevoegen met de QR-code',
      steps: ['Open de pagina van de andere dienst die de QR-code toont.', 'Kies "$t(scan.title)" en daarna een afbeelding, het klembord, het scherm of de camera.', 'U kunt ook de koppeling plakken of de geheime sleutel invoeren.'],
      words: 'otpauth scannen importeren koppeling geheime sleutel github google',
    },
    newComputer: {
      title: 'Mijn accounts naar een andere computer verplaatsen',
      steps: [
        'Stel een wachtwoordzin in of druk het herstelblad af, zodat de kluis daar opengaat.',
        'Kies "$t(vault.placeMenu)" en kopieer de kluis naar een stick of een station.',
        'Kies op de andere computer "$t(vault.move.use)".',
      ],
      words: 'overzetten migreren nieuwe laptop kluis kopie',
    },
    backUp: {
      title: 'Een back-up van mijn accounts maken',
      steps: [
        'Proofup bewaart eerdere versies van uw kluis vanzelf. "$t(vault.backups.now)" bewaart er een van dit moment.',
        'Back-ups staan op dezelfde schijf. Kopieer de kluis ook naar een andere plaats.',
        'Druk het herstelblad af: zonder sleutel gaat geen enkele back-up open.',
      ],
      words: 'back-up herstellen herstelblad',
    },
    passphrase: {
      title: 'De authenticator vraagt om een wachtwoordzin',
      steps: [
        'Dat is de wachtwoordzin die u op deze computer voor de kluis hebt ingesteld, niet het wachtwoord van uw account.',
        'Weet u die niet meer, kies dan "$t(vault.unlock.bySheet)" of "$t(vault.unlock.byKeyring)".',
        'Niemand kan een wachtwoordzin terughalen. Hebt u geen enkele sleutel meer, stel uw accounts dan opnieuw in.',
      ],
      words: 'ontgrendelen kluis vergrendeld sleutelring vergeten',
    },
    strange: {
      title: 'Ik kreeg een aanvraag die ik niet heb gedaan',
      steps: [
        'Weiger die. Misschien kent iemand anders uw wachtwoord.',
        'Wijzig uw wachtwoord.',
        'Loop uw recente activiteit door. Kies "$t(activity.notMe.action)" in de details van alles wat u niet herkent.',
      ],
      words: 'fraude gehackt gestolen wachtwoord phishing onbekende aanmelding',
    },
    kept: {
      title: 'Wat wordt er over mij bewaard?',
      steps: [
        'Van elke aanmelding: wanneer, met welke methode, vanaf welk adres en hoe die afliep. Telefoonnummers zijn gemaskeerd.',
        'Van elke wijziging van uw methoden, app-wachtwoorden en apparaten: wanneer, wat en door wie.',
        'Wachtwoorden, codes en geheime sleutels worden nooit vastgelegd. Uw organisatie bepaalt hoelang de rest wordt bewaard.',
      ],
      words: 'privacy gegevens logboek avg bewaartermijn',
    },
    offline: {
      title: 'Proofup zegt dat het offline is',
      steps: [
        'Controleer uw netwerk. Uw codes werken ook zonder.',
        'Controleer bij Instellingen het adres van de service, zoals u dat van uw organisatie hebt gekregen.',
        'De app probeert het vanzelf opnieuw, en meteen als u daarom vraagt.',
      ],
      words: 'netwerk verbinding service onbereikbaar service_unreachable vpn proxy',
    },
  },
  actions: {
    checkClock: 'De klok controleren',
    copyDetails: 'Details voor de helpdesk kopiëren',
    createAppPassword: '$t(appPasswords.createTitle)',
    openAppPasswords: 'App-wachtwoorden openen',
    setUpApp: '$t(securityInfo.setUpApp)',
    changeNumber: 'Telefoonnummer wijzigen',
    addToken: '$t(hardwareToken.add)',
    openSecurity: 'Beveiliging openen',
    openApprovals: 'Goedkeuringen openen',
    openActivity: 'Recente activiteit openen',
    openAuthenticator: 'Authenticator openen',
    addAccount: '$t(authenticator.add)',
    openVault: 'Instellingen van de kluis openen',
    changePassword: '$t(password.change)',
    tryService: 'De service nu proberen',
    deleteAppPasswords: '$t(appPasswords.deleteAll)',
  },
  clock: {
    right: 'De klok van deze computer loopt gelijk.',
    slow: 'De klok van deze computer loopt {{time}} achter. Schakel automatische tijd in bij de instellingen van het systeem.',
    fast: 'De klok van deze computer loopt {{time}} voor. Schakel automatische tijd in bij de instellingen van het systeem.',
    unknown: 'De klok wordt met de service vergeleken zodra de service antwoordt.',
  },
  service: {
    answers: 'De service antwoordt.',
    silent: 'De service antwoordt nog niet.',
  },
  codes: {
    '0x800434D4L': {
      title: 'Deze app kan zich niet aanmelden bij accounts met verificatie in twee stappen',
      next: 'Maak een app-wachtwoord en voer het in de app in, in plaats van uw wachtwoord. Gebruik voor beheerwerk een apart account.',
    },
  },
}
